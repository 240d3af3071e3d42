package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class H264PayloadTest {
    /** Constrained baseline 3.1, 640x360: 23 macroblock rows, 8 lines cut off at the bottom. */
    private static final String SPS_360 = "67 42 e0 1f 8c 8d 40 50 17 fc b3";

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static boolean keyFrame(String hex) {
        return H264Payload.keyFrame(bytes(hex), 0, bytes(hex).length);
    }

    private static int height(byte[] b) {
        return H264Payload.height(b, 0, b.length);
    }

    @Test
    void aSequenceParameterSetBeginsAKeyFrame() {
        assertThat(keyFrame(SPS_360)).isTrue();
        assertThat(keyFrame("78 00 02 67 42 00 02 68 ce")).isTrue();
        assertThat(keyFrame("78 00 02 09 10 00 02 67 42")).isTrue();
        assertThat(keyFrame("7c 87 42 e0")).isTrue();
    }

    @Test
    void otherUnitsAndLaterFragmentsDoNot() {
        assertThat(keyFrame("65 88 84")).isFalse();
        assertThat(keyFrame("41 9a 00")).isFalse();
        assertThat(keyFrame("78 00 02 68 ce 00 02 06 01")).isFalse();
        assertThat(keyFrame("7c 07 42")).isFalse();
        assertThat(keyFrame("7c 85 88")).isFalse();
        assertThat(keyFrame("67")).isFalse();
        assertThat(keyFrame("78 ff ff")).isFalse();
    }

    @Test
    void theParameterSetTellsTheHeight() {
        for (int rows : new int[] {9, 45, 68}) {
            assertThat(height(parameters(rows, 0))).isEqualTo(rows * 16);
        }
        assertThat(height(parameters(23, 4))).isEqualTo(360);
        assertThat(height(parameters(68, 4))).isEqualTo(1_080);
    }

    @Test
    void aBrowsersParameterSetIsRead() {
        assertThat(height(bytes(SPS_360))).isEqualTo(360);
    }

    @Test
    void aParameterSetCutOffOrOfAnotherProfileTellsNone() {
        byte[] whole = parameters(45, 0);
        for (int length = 2; length < 8; length++) {
            assertThat(height(java.util.Arrays.copyOf(whole, length))).isZero();
        }
        whole[1] = 100;
        assertThat(height(whole)).isZero();
    }

    /** Writes one as ITU-T H.264 section 7.3.2.1.1 says, with so many rows and so many pairs of lines cut off below. */
    private static byte[] parameters(int rows, int cut) {
        var bits = new StringBuilder("01100111" + "01000010" + "11100000" + "00011111");
        bits.append(golomb(0)).append(golomb(0)); // id, log2_max_frame_num_minus4
        bits.append(golomb(2)); // pic_order_cnt_type
        bits.append(golomb(1)).append('0'); // max_num_ref_frames, gaps
        bits.append(golomb(79)).append(golomb(rows - 1)); // width, height
        bits.append('1').append('1'); // frame_mbs_only_flag, direct_8x8_inference_flag
        if (cut == 0) {
            bits.append('0');
        } else {
            bits.append('1')
                    .append(golomb(0))
                    .append(golomb(0))
                    .append(golomb(0))
                    .append(golomb(cut));
        }
        bits.append("01"); // no VUI, stop bit
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        byte[] b = new byte[bits.length() / 8];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return b;
    }

    private static String golomb(int value) {
        String binary = Integer.toBinaryString(value + 1);
        return "0".repeat(binary.length() - 1) + binary;
    }
}
