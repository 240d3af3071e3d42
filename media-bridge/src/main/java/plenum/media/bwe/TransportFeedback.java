package plenum.media.bwe;

import plenum.media.rtp.Bytes;

/**
 * A transport-wide feedback message, read in place: which packets arrived and when
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01, section 3.1). Reused from message to message.
 */
public final class TransportFeedback {
    /** Arrival times come in steps of a quarter millisecond. */
    public static final int TICK_NS = 250_000;

    /** The reference time comes in steps of 64 ms. */
    static final int TICKS_PER_REFERENCE = 256;

    static final int LOST = 0;
    static final int SMALL_DELTA = 1;
    static final int LARGE_DELTA = 2;

    private static final int HEADER = 8;

    /** Told packet by packet in the order of their sequence numbers. */
    public interface Packets {
        /** @param ticks of {@link #TICK_NS} after the message's reference time, may be negative */
        void received(int sequence, int ticks);

        void lost(int sequence);
    }

    private byte[] data = new byte[0];
    private int offset;
    private int deltas;

    /**
     * Reads the message's feedback control information: what follows the two SSRCs of the RTCP packet.
     *
     * @return false: malformed, nothing else may be asked
     */
    public boolean parse(byte[] b, int off, int length) {
        data = b;
        offset = off;
        return length >= HEADER && statusCount() > 0 && complete(off + length);
    }

    /** The first packet's transport-wide sequence number, 16 bits. */
    public int baseSequence() {
        return Bytes.u16(data, offset);
    }

    public int statusCount() {
        return Bytes.u16(data, offset + 2);
    }

    /** In units of 64 ms, 24 bits, wraps around. */
    public int referenceTime() {
        return Bytes.u24(data, offset + 4);
    }

    /** The number of the message itself, 8 bits. */
    int messageCount() {
        return Bytes.u8(data, offset + 7);
    }

    public void each(Packets packets) {
        int delta = deltas;
        int ticks = 0;
        int sequence = baseSequence();
        int left = statusCount();
        for (int at = offset + HEADER; left > 0; at += 2) {
            int chunk = Bytes.u16(data, at);
            int count = Math.min(left, capacity(chunk));
            for (int i = 0; i < count; i++) {
                int status = status(chunk, i);
                if (status == LOST) {
                    packets.lost(sequence);
                } else {
                    ticks += status == SMALL_DELTA ? Bytes.u8(data, delta) : (short) Bytes.u16(data, delta);
                    delta += status;
                    packets.received(sequence, ticks);
                }
                sequence = sequence + 1 & 0xffff;
            }
            left -= count;
        }
    }

    /** Whether all chunks and all deltas lie before {@code end}; finds where the deltas begin. */
    private boolean complete(int end) {
        int deltaBytes = 0;
        int at = offset + HEADER;
        for (int left = statusCount(); left > 0; at += 2) {
            if (at + 2 > end) {
                return false;
            }
            int count = Math.min(left, capacity(Bytes.u16(data, at)));
            int bytes = deltaBytes(Bytes.u16(data, at), count);
            if (count == 0 || bytes < 0) {
                return false;
            }
            deltaBytes += bytes;
            left -= count;
        }
        deltas = at;
        return at + deltaBytes <= end;
    }

    /** -1: a status that the draft reserves. */
    private static int deltaBytes(int chunk, int count) {
        if (chunk >>> 15 == 0) {
            return status(chunk, 0) > LARGE_DELTA ? -1 : count * status(chunk, 0);
        }
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            if (status(chunk, i) > LARGE_DELTA) {
                return -1;
            }
            bytes += status(chunk, i);
        }
        return bytes;
    }

    /** For how many packets a chunk speaks: a run's length, or 14 one-bit or 7 two-bit symbols. */
    private static int capacity(int chunk) {
        if (chunk >>> 15 == 0) {
            return chunk & 0x1fff;
        }
        return (chunk & 0x4000) == 0 ? 14 : 7;
    }

    /** A status is at the same time its delta's length in bytes. */
    private static int status(int chunk, int index) {
        if (chunk >>> 15 == 0) {
            return chunk >>> 13 & 3;
        }
        return (chunk & 0x4000) == 0 ? chunk >>> 13 - index & 1 : chunk >>> 12 - 2 * index & 3;
    }
}
