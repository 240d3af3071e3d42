package plenum.media.forward;

/** How many packets of a stream were lost: the figures of RFC 3550 appendix A.3. */
final class LossCount {
    private long base = -1;
    private long received;
    private long lostBefore;
    private long expectedPrior;
    private long receivedPrior;

    /**
     * The stream begins, or begins anew, with this number; what was lost before stays counted.
     *
     * @param highest number of before
     */
    void begin(long number, long highest) {
        lostBefore = lost(highest);
        base = number;
        received = 0;
        expectedPrior = 0;
        receivedPrior = 0;
    }

    void received() {
        received++;
    }

    /** Negative when more packets came than were expected, such as repeated ones. */
    long lost(long highest) {
        return lostBefore + expected(highest) - received;
    }

    /** Of the packets expected since it was asked the last time, in 1/256: 0 to 255. */
    int takeFraction(long highest) {
        long expected = expected(highest) - expectedPrior;
        long lost = expected - (received - receivedPrior);
        expectedPrior = expected(highest);
        receivedPrior = received;
        return expected <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expected);
    }

    private long expected(long highest) {
        return base < 0 ? 0 : highest - base + 1;
    }
}
