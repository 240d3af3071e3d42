package plenum.media.sfu;

import java.util.Arrays;
import plenum.media.forward.OutgoingHeader;
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
    private static final int WAYS = 4;
    private static final int MAX_REPEATS = 8;
    private static final int MIN_WAIT_MS = 20;
    private static final int MAX_WAIT_MS = 100;
    private static final int NS_PER_MS = 1_000_000;
    private static final long NEVER = -1;

    private static final byte[] NOTHING = {};

    private byte[] ring = NOTHING;
    private long turnedNs;
    /** SSRC and sequence number, at the place of the transport-wide number. */
    private final long[] keys = new long[ENTRIES];
    /** Where the packet begins, counted from the first byte ever written. */
    private final long[] starts = new long[ENTRIES];

    private final short[] lengths = new short[ENTRIES];
    private final int[] repeatedMs = new int[ENTRIES];
    private final byte[] repeats = new byte[ENTRIES];
    /** Entries by SSRC and sequence number, in buckets of four, so that streams do not take each other's places. */
    private final short[] byKey = new short[WAYS * ENTRIES];

    /** Nothing before this position is there. */
    private long begin;

    private long end;

    RepeatBuffer() {
        Arrays.fill(starts, NEVER);
    }

    /** Keeps a copy of a protected packet. */
    void keep(byte[] packet, int length, long nowNs) {
        long start = place(length, nowNs);
        System.arraycopy(packet, 0, ring, at(start), length);
        end = start + length;
        int entry = OutgoingHeader.transportSequence(packet, 0) & ENTRIES - 1;
        keys[entry] = key(Bytes.i32(packet, 8), Bytes.u16(packet, 2));
        starts[entry] = start;
        lengths[entry] = (short) length;
        repeats[entry] = 0;
        byKey[way(bucket(keys[entry]))] = (short) entry;
    }

    /** Never over the end. */
    private long place(int length, long nowNs) {
        if (room() >= length) {
            return end;
        }
        if (ring.length == 0 || nowNs - turnedNs < KEEP_NS && ring.length < MOST) {
            grow();
        }
        turnedNs = nowNs;
        return room() >= length ? end : end + room();
    }

    private int room() {
        return ring.length - at(end);
    }

    /** What it held is found at the same positions. */
    private void grow() {
        byte[] held = ring;
        begin = Math.max(begin, end - held.length);
        ring = new byte[Math.max(LEAST, 2 * held.length)];
        System.arraycopy(held, 0, ring, 0, held.length);
        System.arraycopy(held, 0, ring, held.length, held.length);
    }

    /** Where in its bucket an entry is to be found: at a place that is free, else at the oldest one's. */
    private int way(int bucket) {
        int oldest = bucket;
        for (int way = bucket; way < bucket + WAYS; way++) {
            if (bucket(keys[byKey[way]]) != bucket) {
                return way;
            }
            if (starts[byKey[way]] < starts[byKey[oldest]]) {
                oldest = way;
            }
        }
        return oldest;
    }

    /** @return the entry of a packet, -1: not there any more */
    int find(int ssrc, int sequence) {
        long key = key(ssrc, sequence);
        int bucket = bucket(key);
        for (int way = bucket; way < bucket + WAYS; way++) {
            int entry = byKey[way];
            if (keys[entry] == key && there(entry)) {
                return entry;
            }
        }
        return -1;
    }

    /** @param transportSequence 16 bits; -1: not there any more */
    int find(int transportSequence) {
        int entry = transportSequence & ENTRIES - 1;
        boolean same = there(entry) && OutgoingHeader.transportSequence(ring, offset(entry)) == transportSequence;
        return same ? entry : -1;
    }

    private boolean there(int entry) {
        return starts[entry] >= Math.max(begin, end - ring.length);
    }

    boolean repeated(int entry) {
        return repeats[entry] > 0;
    }

    /**
     * Whether to repeat a packet now, which is then counted: once in half a round trip, and not for ever.
     *
     * @param roundTripNs 0: not known
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

    private static int bucket(long key) {
        return WAYS * (int) (key * 0x9E3779B97F4A7C15L >>> 54);
    }
}
