package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Vp8DescriptorTest {
    private final Vp8Descriptor vp8 = new Vp8Descriptor();

    private boolean read(String hex) {
        byte[] b = HexFormat.ofDelimiter(" ").parseHex("ff ff " + hex + " ff");
        return vp8.read(b, 2, b.length - 3);
    }

    @Test
    void theShortestDescriptorTellsNothing() {
        assertThat(read("10 01")).isTrue();
        assertThat(vp8.keyFrame()).isFalse();
        assertThat(vp8.pictureId()).isEqualTo(-1);
        assertThat(vp8.tl0PictureIndex()).isEqualTo(-1);
        assertThat(vp8.pictureIdLength()).isZero();
    }

    @Test
    void aKeyFrameTellsItsHeight() {
        assertThat(read("90 e0 80 05 07 20 10 02 00 9d 01 2a 00 05 d0 02")).isTrue();
        assertThat(vp8.keyFrame()).isTrue();
        assertThat(vp8.height()).isEqualTo(720);
        assertThat(vp8.pictureId()).isEqualTo(5);
        assertThat(vp8.pictureIdLength()).isEqualTo(2);
        assertThat(vp8.tl0PictureIndex()).isEqualTo(7);
    }

    @Test
    void scalingBitsAreNotPartOfTheHeight() {
        assertThat(read("10 10 02 00 9d 01 2a 00 45 d0 42")).isTrue();
        assertThat(vp8.height()).isEqualTo(720);
    }

    @Test
    void aKeyFrameCutOffBeforeItsSizeIsStillOne() {
        assertThat(read("10 10 02 00")).isTrue();
        assertThat(vp8.keyFrame()).isTrue();
        assertThat(vp8.height()).isZero();
    }

    @Test
    void laterPacketsAndPartitionsOfAKeyFrameDoNotBeginIt() {
        assertThat(read("80 80 85 39 10")).isTrue();
        assertThat(vp8.keyFrame()).isFalse();
        assertThat(read("11 10")).isTrue();
        assertThat(vp8.keyFrame()).isFalse();
    }

    @Test
    void pictureIdsHave7Or15Bits() {
        assertThat(read("80 80 7f 01")).isTrue();
        assertThat(vp8.pictureId()).isEqualTo(127);
        assertThat(vp8.pictureIdLength()).isEqualTo(1);
        assertThat(read("80 80 ff ff 01")).isTrue();
        assertThat(vp8.pictureId()).isEqualTo(32_767);
    }

    @Test
    void theIndexBehindAShortPictureIdIsFound() {
        assertThat(read("80 c0 11 fe 01")).isTrue();
        assertThat(vp8.tl0PictureIndex()).isEqualTo(254);
        assertThat(read("80 40 fd 01")).isTrue();
        assertThat(vp8.tl0PictureIndex()).isEqualTo(253);
    }

    @Test
    void aDescriptorCutOffIsMalformed() {
        assertThat(read("90")).isFalse();
        assertThat(read("90 80")).isFalse();
        assertThat(read("90 80 80")).isFalse();
        assertThat(read("90 c0 80 01")).isFalse();
        assertThat(read("90 e0 80 01 07")).isFalse();
        assertThat(vp8.read(new byte[0], 0, 0)).isFalse();
    }

    @Test
    void aDescriptorWithoutAPayloadIsMalformed() {
        assertThat(read("10")).isFalse();
        assertThat(read("90 e0 80 01 07 20")).isFalse();
    }
}
