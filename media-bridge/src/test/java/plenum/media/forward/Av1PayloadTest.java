package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Av1PayloadTest {
    private static boolean keyFrame(String hex) {
        byte[] b = HexFormat.ofDelimiter(" ").parseHex(hex);
        return Av1Payload.keyFrame(b, 0, b.length);
    }

    @Test
    void theBitForANewSequenceBeginsAKeyFrame() {
        assertThat(keyFrame("18 30 00")).isTrue();
    }

    @Test
    void aSequenceHeaderInFrontDoesToo() {
        assertThat(keyFrame("10 08 00")).isTrue(); // W = 1: no length
        assertThat(keyFrame("20 0b 0a 00")).isTrue(); // W = 2: length 11
        assertThat(keyFrame("00 80 01 0a 00")).isTrue(); // W = 0: length of two bytes
    }

    @Test
    void anotherObuOrTheRestOfOneDoesNot() {
        assertThat(keyFrame("10 30 00")).isFalse();
        assertThat(keyFrame("88 08 00")).isFalse();
        assertThat(keyFrame("08")).isFalse();
        assertThat(keyFrame("00 ff ff")).isFalse();
    }
}
