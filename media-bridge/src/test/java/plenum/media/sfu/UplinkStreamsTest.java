package plenum.media.sfu;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.media.api.SourceKind;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;
import plenum.media.rtp.MediaFormats;
import plenum.media.rtp.RtpPacket;

class UplinkStreamsTest {
    private final UplinkStreams streams = new UplinkStreams();

    @Test
    void theFirstPacketsTellWhatAnSsrcCarries() {
        assertThat(streams.of(packet(1, Codec.VP8.payloadType(), "1", MediaFormats.RID, "h")))
                .isEqualTo(new UplinkStream(SourceKind.CAMERA, 1));
        assertThat(streams.of(packet(2, Codec.VP8.payloadType(), "2", MediaFormats.RID, "f")))
                .isEqualTo(new UplinkStream(SourceKind.SCREEN, 2));
        assertThat(streams.of(packet(3, Codec.OPUS.payloadType(), "0", MediaFormats.RID, "")))
                .isEqualTo(new UplinkStream(SourceKind.MICROPHONE, 0));
    }

    @Test
    void laterPacketsNeedNotTellItAgain() {
        assertThat(streams.of(packet(1, Codec.VP8.payloadType(), "1", MediaFormats.RID, "q")))
                .isNotNull();
        assertThat(streams.of(packet(1, Codec.VP8.payloadType(), "", 0, "")))
                .isEqualTo(new UplinkStream(SourceKind.CAMERA, 0));
    }

    @Test
    void retransmissionsBelongToTheLayerThatTheyRepair() {
        assertThat(streams.of(packet(9, Codec.VP8.rtxPayloadType(), "1", MediaFormats.REPAIRED_RID, "f")))
                .isEqualTo(new UplinkStream(SourceKind.CAMERA, 2));
    }

    @Test
    void theAnswerMayTellAnSsrcBeforeItsFirstPacket() {
        streams.told("1", -5);
        assertThat(streams.of(packet(-5, Codec.VP8.payloadType(), "", 0, "")))
                .isEqualTo(new UplinkStream(SourceKind.CAMERA, 0));
    }

    @Test
    void withoutAMidOnlyAVoiceIsKnown() {
        assertThat(streams.of(packet(1, Codec.OPUS.payloadType(), "", 0, "")))
                .isEqualTo(new UplinkStream(SourceKind.MICROPHONE, 0));
        assertThat(streams.of(packet(2, Codec.VP8.payloadType(), "", 0, ""))).isNull();
    }

    @Test
    void whatWasNotOfferedIsNothing() {
        assertThat(streams.of(packet(1, Codec.VP8.payloadType(), "7", MediaFormats.RID, "q")))
                .isNull();
        assertThat(streams.of(packet(2, Codec.VP8.payloadType(), "1", MediaFormats.RID, "z")))
                .isNull();
        assertThat(streams.of(packet(3, Codec.VP8.payloadType(), "v0", MediaFormats.RID, "q")))
                .isNull();
    }

    @Test
    void aVoiceIsNoPictureAndAPictureNoVoice() {
        assertThat(streams.of(packet(1, Codec.OPUS.payloadType(), "1", MediaFormats.RID, "q")))
                .isNull();
        assertThat(streams.of(packet(2, Codec.VP8.payloadType(), "0", 0, ""))).isNull();
    }

    @Test
    void whoInventsSsrcsOverwritesItsOwnOldest() {
        assertThat(streams.of(packet(1, Codec.VP8.payloadType(), "1", MediaFormats.RID, "q")))
                .isNotNull();
        for (int ssrc = 2; ssrc < 1_000; ssrc++) {
            assertThat(streams.of(packet(ssrc, Codec.VP8.payloadType(), "1", MediaFormats.RID, "q")))
                    .isNotNull();
        }
        assertThat(streams.of(packet(1, Codec.VP8.payloadType(), "", 0, ""))).isNull();
        assertThat(streams.of(packet(999, Codec.VP8.payloadType(), "", 0, ""))).isNotNull();
    }

    private static RtpPacket packet(int ssrc, int payloadType, String mid, int ridExtension, String rid) {
        byte[] data = new byte[100];
        data[0] = (byte) 0x90;
        data[1] = (byte) payloadType;
        Bytes.put32(data, 8, ssrc);
        Bytes.put16(data, 12, 0xbede);
        Bytes.put16(data, 14, 4);
        int at = put(data, 16, MediaFormats.MID, mid);
        int end = put(data, at, ridExtension, rid);
        assertThat(end).isLessThanOrEqualTo(32);
        var packet = new RtpPacket();
        assertThat(packet.parse(data, 0, data.length)).isTrue();
        return packet;
    }

    private static int put(byte[] data, int at, int id, String value) {
        if (value.isEmpty()) {
            return at;
        }
        data[at] = (byte) (id << 4 | value.length() - 1);
        System.arraycopy(value.getBytes(US_ASCII), 0, data, at + 1, value.length());
        return at + 1 + value.length();
    }
}
