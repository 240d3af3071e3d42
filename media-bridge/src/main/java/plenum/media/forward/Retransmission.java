package plenum.media.forward;

import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/** A packet that a sender sends once more in a stream of its own (RFC 4588). */
public final class Retransmission {
    private static final int OSN_LENGTH = 2;

    private Retransmission() {}

    /**
     * Turns a retransmission in place into the packet that it repeats.
     *
     * @param ssrc of the stream that it repairs
     * @return false: there is none in it, as in padding; the packet is as before then
     */
    public static boolean restore(RtpPacket p, int ssrc) {
        Codec codec = Codec.ofRtx(p.payloadType());
        if (codec == null || p.payloadLength() < OSN_LENGTH) {
            return false;
        }
        byte[] b = p.buffer();
        int from = p.offset();
        int sequence = Bytes.u16(b, p.payloadOffset());
        System.arraycopy(b, from, b, from + OSN_LENGTH, p.payloadOffset() - from);
        int at = from + OSN_LENGTH;
        b[at + 1] = (byte) (b[at + 1] & 0x80 | codec.payloadType());
        Bytes.put16(b, at + 2, sequence);
        Bytes.put32(b, at + 8, ssrc);
        return p.parse(b, at, p.length() - OSN_LENGTH);
    }
}
