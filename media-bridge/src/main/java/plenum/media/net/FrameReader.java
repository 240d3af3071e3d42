package plenum.media.net;

import io.netty.buffer.ByteBuf;

/** Cuts the stream of one TCP connection into packets: two bytes of length before each (RFC 4571). */
final class FrameReader {
    static final int INCOMPLETE = -1;
    static final int TOO_LONG = -2;

    private static final int HEADER = 2;

    private final byte[] frame = new byte[HEADER + Transport.MAX_PACKET + Transport.ROOM];
    private int filled;

    /** @return the length of the next packet, now at {@link #offset()}; or that none is complete, or one too long */
    int next(ByteBuf in) {
        while (in.isReadable()) {
            int end = filled < HEADER ? HEADER : HEADER + length();
            if (end > HEADER + Transport.MAX_PACKET) {
                return TOO_LONG;
            }
            fill(in, end);
            if (filled >= HEADER && filled == HEADER + length()) {
                int length = length();
                filled = 0;
                if (length > 0) {
                    return length;
                }
            }
        }
        return INCOMPLETE;
    }

    byte[] data() {
        return frame;
    }

    int offset() {
        return HEADER;
    }

    private void fill(ByteBuf in, int end) {
        int count = Math.min(end - filled, in.readableBytes());
        in.readBytes(frame, filled, count);
        filled += count;
    }

    private int length() {
        return (frame[0] & 0xff) << 8 | frame[1] & 0xff;
    }
}
