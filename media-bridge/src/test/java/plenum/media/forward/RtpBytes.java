package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import plenum.media.rtp.Bytes;
import plenum.media.rtp.RtpPacket;

/** Makes RTP packets and reads them. */
final class RtpBytes {
    static final int VP8 = 100;
    static final int RTX = 96;
    static final int OPUS = 111;

    private RtpBytes() {}

    static byte[] packet(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, byte... payload) {
        byte[] b = new byte[12 + payload.length];
        b[0] = (byte) 0x80;
        b[1] = (byte) (marker ? payloadType | 0x80 : payloadType);
        Bytes.put16(b, 2, sequence);
        Bytes.put32(b, 4, timestamp);
        Bytes.put32(b, 8, ssrc);
        System.arraycopy(payload, 0, b, 12, payload.length);
        return b;
    }

    /** Of padding only. */
    static byte[] padding(int payloadType, int sequence, int timestamp, int ssrc) {
        byte[] b = packet(payloadType, false, sequence, timestamp, ssrc, new byte[20]);
        b[0] |= 0x20;
        b[b.length - 1] = 20;
        return b;
    }

    /** In a buffer with room around it, as the transport lends it. */
    static RtpPacket parse(byte[] packet) {
        byte[] lent = new byte[packet.length + 128];
        System.arraycopy(packet, 0, lent, 64, packet.length);
        return parse(lent, 64, packet.length);
    }

    static RtpPacket parse(byte[] b, int offset, int length) {
        var p = new RtpPacket();
        assertThat(p.parse(b, offset, length)).isTrue();
        return p;
    }

    static byte[] payload(RtpPacket p) {
        return java.util.Arrays.copyOfRange(p.buffer(), p.payloadOffset(), p.payloadOffset() + p.payloadLength());
    }
}
