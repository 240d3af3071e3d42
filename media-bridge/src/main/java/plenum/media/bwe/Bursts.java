package plenum.media.bwe;

/**
 * Puts packets that left together, or arrived together after having been held up together, into bursts and compares
 * each burst with the one before (draft-ietf-rmcat-gcc-02, section 5.2). Of a burst, the packet that waited least
 * counts.
 */
final class Bursts {
    private static final long TOGETHER_NS = 5_000_000;

    /** What a stall held up arrives so close together; behind a queue, a packet takes longer to get through. */
    private static final long RELEASED_NS = 1_000_000;

    private static final long AT_ONCE_NS = 500_000;
    private static final long MAX_BURST_NS = 100_000_000;
    private static final long PAUSE_NS = 3_000_000_000L;

    private boolean open;
    private long firstSentNs;
    private long lastSentNs;
    private long firstArrivalNs;
    private long lastArrivalNs;
    private long leastWaitNs;
    private boolean before;
    private long sentBeforeNs;
    private long arrivalBeforeNs;
    private long waitBeforeNs;
    private long sentDeltaNs;
    private long waitDeltaNs;

    /**
     * @param arrivalNs the receiver's clock
     * @param waitNs in queues that are not its own burst's
     * @return whether this packet begins a burst, so that the one before it can be compared
     */
    boolean add(long sentNs, long arrivalNs, long waitNs) {
        if (!open) {
            begin(sentNs, arrivalNs, waitNs);
            return false;
        }
        if (sentNs < firstSentNs) {
            return false;
        }
        if (together(sentNs, arrivalNs)) {
            lastSentNs = Math.max(lastSentNs, sentNs);
            lastArrivalNs = Math.max(lastArrivalNs, arrivalNs);
            leastWaitNs = Math.min(leastWaitNs, waitNs);
            return false;
        }
        boolean compared = compare();
        begin(sentNs, arrivalNs, waitNs);
        return compared;
    }

    /** Whoever caught up with the forerunners was held up with them: by a stall, not by a queue. */
    private boolean together(long sentNs, long arrivalNs) {
        long sentLater = sentNs - lastSentNs;
        long later = arrivalNs - lastArrivalNs;
        boolean caughtUp = later <= RELEASED_NS && (later < sentLater || sentLater < AT_ONCE_NS);
        return sentNs - firstSentNs <= TOGETHER_NS || caughtUp && arrivalNs - firstArrivalNs < MAX_BURST_NS;
    }

    private void begin(long sentNs, long arrivalNs, long waitNs) {
        open = true;
        firstSentNs = sentNs;
        lastSentNs = sentNs;
        firstArrivalNs = arrivalNs;
        lastArrivalNs = arrivalNs;
        leastWaitNs = waitNs;
    }

    private boolean compare() {
        sentDeltaNs = lastSentNs - sentBeforeNs;
        waitDeltaNs = leastWaitNs - waitBeforeNs;
        boolean comparable = before && sentDeltaNs < PAUSE_NS;
        before = true;
        sentBeforeNs = lastSentNs;
        arrivalBeforeNs = lastArrivalNs;
        waitBeforeNs = leastWaitNs;
        return comparable;
    }

    /** The last packets of both bursts left so far apart. */
    long sentDeltaNs() {
        return sentDeltaNs;
    }

    /** So much longer did the burst wait than the one before. */
    long waitDeltaNs() {
        return waitDeltaNs;
    }

    /** So long did whoever waited least wait of the newest burst, as far as it has arrived. */
    long newestWaitNs() {
        return leastWaitNs;
    }

    /** When the burst that was compared arrived; the receiver's clock. */
    long arrivalNs() {
        return arrivalBeforeNs;
    }

    /** What comes next is not compared with what came. */
    void reset() {
        open = false;
        before = false;
    }
}
