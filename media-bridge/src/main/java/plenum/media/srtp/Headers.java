package plenum.media.srtp;

/** What SRTP must know of the headers of RTP and RTCP packets. */
final class Headers {
    static final int RTP = 12;
    static final int RTCP = 8;

    private Headers() {}

    /** @return bytes of the header with its extension (RFC 3550 section 5.1); -1: it reaches beyond {@code len} */
    static int rtpLength(byte[] b, int off, int len) {
        if (len < RTP || (b[off] & 0xc0) != 0x80) {
            return -1;
        }
        int length = RTP + 4 * (b[off] & 15);
        if ((b[off] & 0x10) != 0) {
            if (length + 4 > len) {
                return -1;
            }
            length += 4 + 4 * u16(b, off + length + 2);
        }
        return length <= len ? length : -1;
    }

    static boolean rtcp(byte[] b, int off, int len) {
        return len >= RTCP && (b[off] & 0xc0) == 0x80;
    }

    static int sequence(byte[] b, int off) {
        return u16(b, off + 2);
    }

    static int rtpSsrc(byte[] b, int off) {
        return i32(b, off + 8);
    }

    static int rtcpSsrc(byte[] b, int off) {
        return i32(b, off + 4);
    }

    static int u16(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }

    static int i32(byte[] b, int at) {
        return u16(b, at) << 16 | u16(b, at + 2);
    }

    static void put32(byte[] b, int at, int value) {
        b[at] = (byte) (value >> 24);
        b[at + 1] = (byte) (value >> 16);
        b[at + 2] = (byte) (value >> 8);
        b[at + 3] = (byte) value;
    }
}
