package plenum.media.bwe;

import static plenum.media.bwe.TransportFeedback.LARGE_DELTA;
import static plenum.media.bwe.TransportFeedback.LOST;
import static plenum.media.bwe.TransportFeedback.SMALL_DELTA;
import static plenum.media.bwe.TransportFeedback.TICKS_PER_REFERENCE;

import plenum.media.rtp.Bytes;

/** A transport-wide feedback message in the making: packets are added in order until it is full. */
final class FeedbackWriter {
    /** In place of an arrival time: the packet has not come. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final int HEADER = 20;
    private static final int MAX_RUN = 0x1fff;
    private static final int ONE_BIT = 14;
    private static final int TWO_BIT = 7;

    private final int maxBytes;
    private final byte[] statuses;
    private final short[] deltas;
    private int count;
    private int deltaBytes;
    private int base;
    private long reference;
    private long last;
    private boolean arrived;

    FeedbackWriter(int maxBytes, int maxPackets) {
        this.maxBytes = maxBytes;
        statuses = new byte[maxPackets];
        deltas = new short[maxPackets];
    }

    void begin(int baseSequence) {
        base = baseSequence;
        count = 0;
        deltaBytes = 0;
        arrived = false;
    }

    /** @return false: does not fit into this message, begin a new one with this packet */
    boolean add(long arrivalTicks) {
        if (count == statuses.length) {
            return false;
        }
        return arrivalTicks == ABSENT ? append(LOST, 0) : addArrived(arrivalTicks);
    }

    private boolean addArrived(long ticks) {
        long start = arrived ? last : Math.floorDiv(ticks, TICKS_PER_REFERENCE) * TICKS_PER_REFERENCE;
        long delta = ticks - start;
        if (delta != (short) delta || !append(delta >= 0 && delta <= 0xff ? SMALL_DELTA : LARGE_DELTA, (int) delta)) {
            return false;
        }
        if (!arrived) {
            reference = start / TICKS_PER_REFERENCE;
            arrived = true;
        }
        last = ticks;
        return true;
    }

    /** Reckons with the longest form that the chunks can take. */
    private boolean append(int status, int delta) {
        int chunkBytes = 2 * ((count + TWO_BIT) / TWO_BIT);
        if (HEADER + chunkBytes + deltaBytes + status + 3 > maxBytes) {
            return false;
        }
        statuses[count] = (byte) status;
        deltas[count++] = (short) delta;
        deltaBytes += status;
        return true;
    }

    /** @return the length of the RTCP packet, always a multiple of four */
    int write(byte[] out, int off, int senderSsrc, int mediaSsrc, int messageCount) {
        int at = writeDeltas(out, writeChunks(out, off + HEADER));
        while ((at - off) % 4 != 0) {
            out[at++] = 0;
        }
        out[off] = (byte) (2 << 6 | 15);
        out[off + 1] = (byte) 205;
        Bytes.put16(out, off + 2, (at - off) / 4 - 1);
        Bytes.put32(out, off + 4, senderSsrc);
        Bytes.put32(out, off + 8, mediaSsrc);
        Bytes.put16(out, off + 12, base);
        Bytes.put16(out, off + 14, count);
        Bytes.put32(out, off + 16, (int) (reference << 8) | messageCount & 0xff);
        return at - off;
    }

    private int writeChunks(byte[] out, int off) {
        int at = off;
        for (int i = 0; i < count; at += 2) {
            int run = run(i);
            if (run >= ONE_BIT || run == count - i) {
                Bytes.put16(out, at, statuses[i] << 13 | run);
                i += run;
            } else if (fitsOneBit(i)) {
                Bytes.put16(out, at, vector(i, ONE_BIT, 1) | 0x8000);
                i += ONE_BIT;
            } else if (run > TWO_BIT) {
                Bytes.put16(out, at, statuses[i] << 13 | run);
                i += run;
            } else {
                Bytes.put16(out, at, vector(i, TWO_BIT, 2) | 0xc000);
                i += TWO_BIT;
            }
        }
        return at;
    }

    private int run(int from) {
        int end = from + 1;
        while (end < count && end - from < MAX_RUN && statuses[end] == statuses[from]) {
            end++;
        }
        return end - from;
    }

    private boolean fitsOneBit(int from) {
        int end = Math.min(count, from + ONE_BIT);
        for (int i = from; i < end; i++) {
            if (statuses[i] == LARGE_DELTA) {
                return false;
            }
        }
        return true;
    }

    private int vector(int from, int symbols, int bits) {
        int vector = 0;
        for (int i = 0; i < symbols; i++) {
            int status = from + i < count ? statuses[from + i] : LOST;
            vector = vector << bits | status;
        }
        return vector;
    }

    private int writeDeltas(byte[] out, int off) {
        int at = off;
        for (int i = 0; i < count; i++) {
            if (statuses[i] == LARGE_DELTA) {
                Bytes.put16(out, at, deltas[i]);
            } else if (statuses[i] == SMALL_DELTA) {
                out[at] = (byte) deltas[i];
            }
            at += statuses[i];
        }
        return at;
    }
}
