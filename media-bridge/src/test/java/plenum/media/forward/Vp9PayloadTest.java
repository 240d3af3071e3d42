package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Vp9PayloadTest {
    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static boolean keyFrame(String hex) {
        return Vp9Payload.keyFrame(bytes(hex), 0, bytes(hex).length);
    }

    private static int height(String hex) {
        return Vp9Payload.height(bytes(hex), 0, bytes(hex).length);
    }

    @Test
    void aPictureNotPredictedBeginsAKeyFrame() {
        assertThat(keyFrame("08 00")).isTrue();
        assertThat(keyFrame("88 81 02 00")).isTrue();
    }

    @Test
    void aPredictedPictureAndALaterPacketDoNot() {
        assertThat(keyFrame("48 00")).isFalse();
        assertThat(keyFrame("00 00")).isFalse();
    }

    @Test
    void onlyTheLowestSpatialLayerBeginsAKeyFrame() {
        assertThat(keyFrame("a8 05 00 00 00")).isTrue();
        assertThat(keyFrame("a8 05 02 00 00")).isFalse();
        assertThat(keyFrame("a8 85 05 02 00 00")).isFalse();
        assertThat(keyFrame("a8 85 05 10 00 00")).isTrue();
    }

    @Test
    void theGreatestLayerOfTheStructureTellsTheHeight() {
        assertThat(height("0a 10 05 00 02 d0")).isEqualTo(720);
        // picture id 15 bits, layers, three sizes
        assertThat(height("aa 81 23 00 07 50 01 40 00 b4 02 80 01 68 05 00 02 d0"))
                .isEqualTo(720);
        // flexible mode, no TL0PICIDX
        assertThat(height("1a 10 05 00 01 68")).isEqualTo(360);
        // flexible mode, predicted: two reference indices stand before it
        assertThat(height("5a 03 02 10 05 00 01 68")).isEqualTo(360);
    }

    @Test
    void aStructureWithoutSizesOrCutOffTellsNone() {
        assertThat(height("0a 00 05 00")).isZero();
        assertThat(height("0a 10 05 00 02")).isZero();
        assertThat(height("0a")).isZero();
        assertThat(height("08 10 05 00 02 d0")).isZero();
    }
}
