package plenum.media.srtp;

/**
 * Which of the newest packet indexes of one SSRC were seen (RFC 3711 section 3.3.2): the last {@link #SIZE} of them.
 */
final class ReplayWindow {
    private static final int WORDS = 32;
    /** Wide, for retransmissions and for reordering at high rates; one word less than there are, see forget. */
    static final int SIZE = (WORDS - 1) * 64;

    private final long[] seen = new long[WORDS];
    private long highest = -1;
    private long lastUse;

    /** @return the greatest index seen, -1 before the first */
    long highest() {
        return highest;
    }

    /** @return the index that a sequence number most likely means (section 3.3.1); negative: from before the first */
    long guess(int sequence) {
        return highest < 0 ? sequence : highest + (short) (sequence - (int) highest);
    }

    /** @return whether the index was not seen and is not older than the window */
    boolean fresh(long index) {
        if (index > highest) {
            return true;
        }
        return index >= 0 && index > highest - SIZE && (seen[word(index)] & bit(index)) == 0;
    }

    /** Marks a fresh index as seen. */
    void mark(long index) {
        if (index > highest) {
            forget(index);
            highest = index;
        }
        seen[word(index)] |= bit(index);
    }

    /** Clears the words that the indexes up to the next highest one take from those that leave the window. */
    private void forget(long next) {
        long last = next >> 6;
        for (long word = Math.max((highest >> 6) + 1, last - WORDS + 1); word <= last; word++) {
            seen[(int) word & WORDS - 1] = 0;
        }
    }

    /** When it was used last, in any unit. */
    long lastUse() {
        return lastUse;
    }

    void use(long time) {
        lastUse = time;
    }

    private static int word(long index) {
        return (int) (index >> 6) & WORDS - 1;
    }

    private static long bit(long index) {
        return 1L << index;
    }
}
