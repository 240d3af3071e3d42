package plenum.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtcpTest {
    private final Heard heard = new Heard();
    private final RtcpWriter writer = new RtcpWriter(new byte[1_500], 100, 1_200);

    @Test
    void aCompoundPacketIsReadInItsOrder() {
        assertThat(writer.senderReport(0xa1, 0x8123_4567_89ab_cdefL, 0xfeed_beef, 7, -1))
                .isTrue();
        assertThat(writer.reportBlock(0xb1, 255, -5, 0xffff_0001, 90, 0xdead_beef, 65_536))
                .isTrue();
        assertThat(writer.reportBlock(0xb2, 0, 0x7f_ffff, 1, 0, 0, 0)).isTrue();
        assertThat(writer.cname(0xa1, "plenum")).isTrue();
        assertThat(writer.pictureLoss(0xa1, 0xb1)).isTrue();
        assertThat(writer.fullIntraRequest(0xa1, 0xb2, 200)).isTrue();
        assertThat(writer.bye(0xa1)).isTrue();
        read();
        assertThat(heard.lines)
                .containsExactly(
                        "sr a1 8123456789abcdef feedbeef 7 -1",
                        "block a1 b1 255 -5 ffff0001 90 deadbeef 10000",
                        "block a1 b2 0 8388607 1 0 0 0",
                        "pli b1",
                        "fir b2 200",
                        "bye a1");
    }

    @Test
    void aReceiverReportMayBeEmpty() {
        assertThat(writer.receiverReport(0xa1)).isTrue();
        assertThat(writer.length()).isEqualTo(8);
        read();
        assertThat(heard.lines).isEmpty();
        assertThat(writer.reportBlock(0xb1, 1, 2, 3, 4, 5, 6)).isTrue();
        read();
        assertThat(heard.lines).containsExactly("block a1 b1 1 2 3 4 5 6");
    }

    @Test
    void aReportHasAtMostThirtyOneBlocks() {
        assertThat(writer.receiverReport(1)).isTrue();
        for (int i = 0; i < 31; i++) {
            assertThat(writer.reportBlock(i, 0, 0, 0, 0, 0, 0)).isTrue();
        }
        assertThat(writer.reportBlock(31, 0, 0, 0, 0, 0, 0)).isFalse();
        read();
        assertThat(heard.lines).hasSize(31);
    }

    @Test
    void aLossBeyondTheFieldIsCut() {
        assertThat(writer.receiverReport(1)).isTrue();
        assertThat(writer.reportBlock(2, 0, 0x80_0000, 0, 0, 0, 0)).isTrue();
        assertThat(writer.reportBlock(3, 0, -0x80_0001, 0, 0, 0, 0)).isTrue();
        read();
        assertThat(heard.lines).containsExactly("block 1 2 0 8388607 0 0 0 0", "block 1 3 0 -8388608 0 0 0 0");
    }

    @Test
    void blocksGoToReportsOnly() {
        assertThatThrownBy(() -> writer.reportBlock(1, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(writer.receiverReport(1)).isTrue();
        assertThat(writer.pictureLoss(1, 2)).isTrue();
        assertThatThrownBy(() -> writer.reportBlock(1, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void missingSequencesArePackedAndUnpacked() {
        int[] missing = {65_530, 65_531, 0, 10, 11, 26, 27, 28, 100};
        assertThat(writer.nack(0xa1, 0xb1, missing, missing.length)).isTrue();
        assertThat(writer.length()).isEqualTo(12 + 4 * 4); // 65,530 … 0; 10 … 26; 27, 28; 100
        read();
        assertThat(heard.lines)
                .containsExactly(
                        "nack b1 65530",
                        "nack b1 65531",
                        "nack b1 0",
                        "nack b1 10",
                        "nack b1 11",
                        "nack b1 26",
                        "nack b1 27",
                        "nack b1 28",
                        "nack b1 100");
    }

    @Test
    void aSequenceAskedForTwiceIsAskedForOnce() {
        assertThat(writer.nack(1, 2, new int[] {0, 0, 16, 16, 99}, 4)).isTrue();
        read();
        assertThat(heard.lines).containsExactly("nack 2 0", "nack 2 16");
    }

    @Test
    void theCnameEndsWithZerosAtAWord() {
        for (String name : new String[] {"", "a", "ab", "abc", "plenum", "x".repeat(255)}) {
            writer.clear();
            Arrays.fill(writer.buffer(), (byte) -1);
            assertThat(writer.cname(5, name)).isTrue();
            assertThat(writer.length() % 4).isZero();
            assertThat(writer.buffer()[writer.offset() + writer.length() - 1]).isZero();
            read();
        }
        assertThat(writer.cname(5, "x".repeat(256))).isFalse();
    }

    @Test
    void withoutRoomNothingIsWritten() {
        var small = new RtcpWriter(new byte[40], 0, 30);
        assertThat(small.senderReport(1, 2, 3, 4, 5)).isTrue();
        assertThat(small.reportBlock(1, 0, 0, 0, 0, 0, 0)).isFalse();
        assertThat(small.pictureLoss(1, 2)).isFalse();
        assertThat(small.fullIntraRequest(1, 2, 3)).isFalse();
        assertThat(small.nack(1, 2, new int[] {5}, 1)).isFalse();
        assertThat(small.bye(1)).isFalse();
        assertThat(small.cname(1, "a")).isFalse();
        assertThat(small.receiverReport(1)).isFalse();
        assertThat(small.length()).isEqualTo(28);
        assertThat(RtcpReader.read(small.buffer(), 0, 28, heard)).isTrue();
    }

    @Test
    void anEstimateIsRead() {
        readHex("8fce0005" + "000000a1" + "00000000" + "52454d42" + "02127fff" + "000000b1");
        assertThat(heard.lines).containsExactly("remb " + ((0x27fffL) << 4));
    }

    @Test
    void anEstimateBeyondLongIsTheGreatest() {
        readHex("8fce0005" + "000000a1" + "00000000" + "52454d42" + "01ffffff" + "000000b1");
        assertThat(heard.lines).containsExactly("remb " + Long.MAX_VALUE);
    }

    @Test
    void otherApplicationMessagesAreSkipped() {
        readHex("8fce0004" + "000000a1" + "00000000" + "41414141" + "02127fff");
        readHex("8fce0002" + "000000a1" + "00000000");
        assertThat(heard.lines).isEmpty();
    }

    @Test
    void transportFeedbackIsLeftToItsReader() {
        readHex("8fcd0004" + "000000a1" + "000000b1" + "0001000200000300");
        assertThat(heard.lines).containsExactly("feedback 12 8");
    }

    @Test
    void paddingBelongsToTheLastPacketOnly() {
        readHex("a1cd0004" + "000000a1" + "000000b1" + "00050000" + "00000004");
        assertThat(heard.lines).containsExactly("nack b1 5");
        refuseHex("a1cd0003" + "000000a1" + "000000b1" + "00000008");
        refuseHex("a1cd0003" + "000000a1" + "000000b1" + "000000ff");
    }

    @Test
    void typesNotKnownAreSkipped() {
        readHex("80cf0001" + "00000000" + "81ce0002" + "000000a1" + "000000b1");
        assertThat(heard.lines).containsExactly("pli b1");
    }

    @Test
    void aPacketThatIsWrongAnywhereSaysNothing() {
        refuseHex("81ce0002" + "000000a1" + "000000b1" + "81c90001" + "00000000"); // a block is missing
        refuseHex("81ce0002" + "000000a1" + "000000b1" + "41c90001" + "00000000");
        refuseHex("81ce0002" + "000000a1" + "000000b1" + "00");
        refuseHex("81ce0003" + "000000a1" + "000000b1");
        refuseHex("82cb0001" + "000000a1");
        refuseHex("80c80001" + "000000a1");
        refuseHex("");
    }

    @Test
    void rtcpIsToldFromRtp() {
        assertThat(RtcpReader.isRtcp(hex("80c8000600000000"), 0, 8)).isTrue();
        assertThat(RtcpReader.isRtcp(hex("81ce000200000000"), 0, 8)).isTrue();
        assertThat(RtcpReader.isRtcp(hex("80e4000600000000"), 0, 8))
                .as("type 100, marker")
                .isFalse();
        assertThat(RtcpReader.isRtcp(hex("806f000600000000"), 0, 8)).isFalse();
        assertThat(RtcpReader.isRtcp(hex("80c80006"), 0, 4)).isFalse();
        assertThat(RtcpReader.isRtcp(hex("00c8000600000000"), 0, 8)).isFalse();
    }

    private void read() {
        assertThat(RtcpReader.read(writer.buffer(), writer.offset(), writer.length(), heard))
                .isTrue();
    }

    private void readHex(String text) {
        byte[] b = hex(text);
        assertThat(RtcpReader.read(b, 0, b.length, heard)).isTrue();
    }

    private void refuseHex(String text) {
        heard.lines.clear();
        byte[] b = hex(text);
        assertThat(RtcpReader.read(b, 0, b.length, heard)).isFalse();
        assertThat(heard.lines).isEmpty();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
