package plenum.media.sfu;

import java.util.Arrays;
import plenum.media.rtp.Bytes;

/**
 * The packets that were sent last to one endpoint, as they were sent: one that got lost is repeated byte for byte under
 * its own number, so that it ceases to be lost in the receiver's own count too. Older ones are for {@link View#repair}.
 */
final class RepeatBuffer {
    private static final int LEAST = 1 << 15;
    private static final int MOST = 1 << 18;
    /** Grows to the most when it holds less. */
    private static final long KEEP_NS = 700_000_000;

    private static final int ENTRIES = 1 << 10;
    private static final int MAX_REPEATS = 8;
    private static final int MIN_WAIT_MS = 20;
    private static final int MAX_WAIT_MS = 100;
    private static final int NS_PER_MS = 1_000_000;
    private static final long NEVER = -1;

    private byte[] ring = new byte[LEAST];
    private long turnedNs;
    /** SSRC and sequence number. */
    private final long[] keys = new long[ENTRIES];
    /** Where the packet begins, counted from the first byte ever written. */
    private final long[] starts = new long[ENTRIES];

    private final short[] lengths = new short[ENTRIES];
    private final int[] repeatedMs = new int[ENTRIES];
    private final byte[] repeats = new byte[ENTRIES];
    private long end;

    RepeatBuffer() {
        Arrays.fill(starts, NEVER);
    }

    /** Keeps a copy of a protected packet. */
    void keep(byte[] packet, int length, long nowNs) {
        long start = place(length, nowNs);
        System.arraycopy(packet, 0, ring, at(start), length);
        end = start + length;
        int ssrc = Bytes.i32(packet, 8);
        int sequence = Bytes.u16(packet, 2);
        int entry = entry(ssrc, sequence);
        keys[entry] = key(ssrc, sequence);
        starts[entry] = start;
        lengths[entry] = (short) length;
        repeats[entry] = 0;
    }

    /** Never over the end. */
    private long place(int length, long nowNs) {
        int room = ring.length - at(end);
        if (room >= length) {
            return end;
        }
        if (end > 0 && nowNs - turnedNs < KEEP_NS && ring.length < MOST) {
            grow();
            turnedNs = nowNs;
            return end;
        }
        turnedNs = nowNs;
        return end + room;
    }

    /** What it held is forgotten. */
    private void grow() {
        ring = new byte[2 * ring.length];
        Arrays.fill(starts, NEVER);
        end = 0;
    }

    /** @return the entry of a packet, -1: not there any more */
    int find(int ssrc, int sequence) {
        int entry = entry(ssrc, sequence);
        boolean there = keys[entry] == key(ssrc, sequence) && starts[entry] >= Math.max(0, end - ring.length);
        return there ? entry : -1;
    }

    /**
     * Whether to repeat a packet now, which is then counted: once in half a round trip, and not for ever.
     *
     * @param roundTripNs negative: not known
     */
    boolean allows(int entry, long roundTripNs, long nowNs) {
        int nowMs = (int) (nowNs / NS_PER_MS);
        long waitMs = Math.clamp(roundTripNs / 2 / NS_PER_MS, MIN_WAIT_MS, MAX_WAIT_MS);
        boolean soon = repeats[entry] > 0 && nowMs - repeatedMs[entry] < waitMs;
        if (soon || repeats[entry] == MAX_REPEATS) {
            return false;
        }
        repeats[entry]++;
        repeatedMs[entry] = nowMs;
        return true;
    }

    byte[] buffer() {
        return ring;
    }

    /** Where the packet begins in the {@link #buffer}. */
    int offset(int entry) {
        return at(starts[entry]);
    }

    int length(int entry) {
        return lengths[entry];
    }

    private int at(long position) {
        return (int) (position & ring.length - 1);
    }

    private static long key(int ssrc, int sequence) {
        return (long) ssrc << 16 | sequence;
    }

    /** The packets of a stream lie side by side, streams anywhere. */
    private static int entry(int ssrc, int sequence) {
        return (ssrc * 0x9E3779B1 >>> 22) + sequence & ENTRIES - 1;
    }
}
