package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.media.rtp.MediaFormats;
import plenum.media.rtp.RtpPacket;

class RetransmissionTest {
    @Test
    void theRepeatedPacketComesOut() {
        byte[] rtx = RtpBytes.packet(RtpBytes.RTX, true, 9, 12_345, 2, new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2, 3});
        RtpPacket p = RtpBytes.parse(rtx);
        assertThat(Retransmission.restore(p, 1)).isTrue();
        assertThat(p.payloadType()).isEqualTo(RtpBytes.VP8);
        assertThat(p.marker()).isTrue();
        assertThat(p.sequence()).isEqualTo(0xfffe);
        assertThat(p.timestamp()).isEqualTo(12_345);
        assertThat(p.ssrc()).isEqualTo(1);
        assertThat(RtpBytes.payload(p)).containsExactly(1, 2, 3);
    }

    @Test
    void extensionsAndPaddingStayInPlace() {
        byte[] b = new byte[64];
        OutgoingHeader.video(b, RtpBytes.RTX, false, 9, 1, 2);
        OutgoingHeader.transportSequence(b, 0, 77);
        b[0] |= 0x20;
        b[20] = 0;
        b[21] = 44;
        b[22] = 5;
        b[24] = 2;
        RtpPacket p = RtpBytes.parse(b, 0, 25);
        assertThat(Retransmission.restore(p, 1)).isTrue();
        assertThat(p.sequence()).isEqualTo(44);
        assertThat(p.transportSequence()).isEqualTo(77);
        assertThat(p.extensionLength(MediaFormats.TRANSPORT_SEQUENCE)).isEqualTo(2);
        assertThat(RtpBytes.payload(p)).containsExactly(5);
        assertThat(p.paddingLength()).isEqualTo(2);
    }

    @Test
    void thereIsNoneInPaddingNorInAnotherPacket() {
        assertThat(Retransmission.restore(RtpBytes.parse(RtpBytes.padding(RtpBytes.RTX, 1, 2, 3)), 1))
                .isFalse();
        assertThat(Retransmission.restore(RtpBytes.parse(RtpBytes.packet(RtpBytes.RTX, true, 1, 2, 3, (byte) 1)), 1))
                .isFalse();
        assertThat(Retransmission.restore(RtpBytes.parse(RtpBytes.packet(RtpBytes.VP8, true, 1, 2, 3, new byte[9])), 1))
                .isFalse();
    }

    @Test
    void aRepeatedPacketOfPaddingHasNoPayload() {
        RtpPacket p = RtpBytes.parse(RtpBytes.packet(RtpBytes.RTX, false, 1, 2, 3, (byte) 0, (byte) 8));
        assertThat(Retransmission.restore(p, 1)).isTrue();
        assertThat(p.sequence()).isEqualTo(8);
        assertThat(p.payloadLength()).isZero();
    }

    @Test
    void randomPacketsNeitherThrowNorReachOutside() {
        var random = new Random(43);
        var p = new RtpPacket();
        int restored = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] b = new byte[12 + random.nextInt(30)];
            random.nextBytes(b);
            b[0] = (byte) (0x80 | b[0] & 0x3f);
            b[1] = (byte) (b[1] & 0x80 | RtpBytes.RTX);
            if (p.parse(b, 0, b.length) && Retransmission.restore(p, 1)) {
                restored++;
                assertThat(p.offset() + p.length()).isEqualTo(b.length);
            }
        }
        assertThat(restored).isGreaterThan(1_000);
    }
}
