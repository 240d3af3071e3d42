package plenum.media.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.media.rtp.Bytes;

class SyntheticVp8Test {
    @Test
    void aKeyFrameTellsItsSize() {
        byte[] b = new byte[40];
        var pictures = new SyntheticVp8(720);
        pictures.next(true);
        pictures.write(b, 4, true, true, 6_000);
        assertThat(b[4] & 0x1f).as("start of partition 0").isEqualTo(0x10);
        assertThat(b[10] & 1).as("key frame").isZero();
        assertThat(Bytes.u24(b, 13)).as("start code").isEqualTo(0x9d012a);
        assertThat(b[16] & 0xff | (b[17] & 0x3f) << 8).isEqualTo(1_280);
        assertThat(b[18] & 0xff | (b[19] & 0x3f) << 8).isEqualTo(720);
    }

    @Test
    void picturesAreNumbered() {
        byte[] b = new byte[40];
        var pictures = new SyntheticVp8(360);
        for (int i = 1; i < 40_000; i++) {
            pictures.next(false);
            pictures.write(b, 0, i % 2 == 0, false, 4_000);
            assertThat(Bytes.u16(b, 2)).isEqualTo(0x8000 | i & 0x7fff);
            assertThat(b[4] & 0xff).isEqualTo(i & 0xff);
        }
        assertThat(b[6] & 1).as("no key frame").isEqualTo(1);
    }
}
