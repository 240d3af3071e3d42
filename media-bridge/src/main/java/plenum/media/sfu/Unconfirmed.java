package plenum.media.sfu;

/**
 * The packets that were repeated and have not been told as arrived: they are repeated again after a while, since a
 * browser asks no more for what its decoder has passed over, though it goes on counting it as lost.
 */
final class Unconfirmed {
    static final int NONE = -1;

    private static final int MOST = 64;

    private final int[] sequences = new int[MOST];
    private final long[] dueNs = new long[MOST];
    private int count;

    /** @param sequence transport-wide, 16 bits; dueNs when to repeat it if nothing is told */
    void add(int sequence, long dueNs) {
        int at = find(sequence);
        if (at == NONE && count < MOST) {
            at = count++;
        }
        if (at != NONE) {
            sequences[at] = sequence;
            this.dueNs[at] = dueNs;
        }
    }

    /** Told as arrived, or given up. */
    void remove(int sequence) {
        int at = find(sequence);
        if (at != NONE) {
            count--;
            sequences[at] = sequences[count];
            dueNs[at] = dueNs[count];
        }
    }

    void clear() {
        count = 0;
    }

    /** @return one that is to be repeated now and added again, or {@link #NONE} */
    int takeDue(long nowNs) {
        for (int i = 0; i < count; i++) {
            if (nowNs - dueNs[i] >= 0) {
                int sequence = sequences[i];
                remove(sequence);
                return sequence;
            }
        }
        return NONE;
    }

    private int find(int sequence) {
        for (int i = 0; i < count; i++) {
            if (sequences[i] == sequence) {
                return i;
            }
        }
        return NONE;
    }
}
