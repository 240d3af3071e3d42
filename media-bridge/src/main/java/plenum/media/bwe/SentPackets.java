package plenum.media.bwe;

import plenum.media.rtp.SequenceNumbers;

/** The packets that were sent last, by their transport-wide sequence number. */
final class SentPackets {
    /** A second at 30 Mbit/s; a power of two. */
    static final int WINDOW = 4_096;

    private static final byte GONE = 0;
    private static final byte UNTOLD = 1;
    private static final byte LOST = 2;

    private final long[] sentNs = new long[WINDOW];
    private final int[] ownNs = new int[WINDOW];
    private final int[] bytes = new int[WINDOW];
    private final byte[] states = new byte[WINDOW];
    private long next;

    /**
     * @param own wait for the burst it belongs to, on a line as good as its estimate
     * @return its extended sequence number, the lower 16 bits go on the wire
     */
    long add(int size, long nowNs, long own) {
        int at = index(next);
        sentNs[at] = nowNs;
        ownNs[at] = (int) own;
        bytes[at] = size;
        states[at] = UNTOLD;
        return next++;
    }

    /** @return the number that was sent lately with these 16 bits and not told to have arrived, or -1 */
    long find(int sequence) {
        long number = SequenceNumbers.extend(sequence, next - 1);
        boolean kept = number >= 0 && number < next && number >= next - WINDOW;
        return kept && states[index(number)] != GONE ? number : -1;
    }

    /** @return whether it was held for lost before */
    boolean arrived(long number) {
        boolean wasLost = states[index(number)] == LOST;
        states[index(number)] = GONE;
        return wasLost;
    }

    /** @return whether that is new */
    boolean lost(long number) {
        boolean isNew = states[index(number)] == UNTOLD;
        states[index(number)] = LOST;
        return isNew;
    }

    /** Nothing more is to be learnt from it. */
    void forget(long number) {
        states[index(number)] = GONE;
    }

    long sentNs(long number) {
        return sentNs[index(number)];
    }

    long ownNs(long number) {
        return ownNs[index(number)];
    }

    int bytes(long number) {
        return bytes[index(number)];
    }

    /** The extended number of the packet to be sent next. */
    long next() {
        return next;
    }

    private static int index(long number) {
        return (int) (number & WINDOW - 1);
    }
}
