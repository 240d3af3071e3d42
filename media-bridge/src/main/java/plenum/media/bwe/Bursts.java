package plenum.media.bwe;

/**
 * Puts packets that left together into bursts and compares each burst with the one before: how much later did it leave,
 * and how much later did it arrive (draft-ietf-rmcat-gcc-02, section 5.2).
 */
final class Bursts {
    private static final long TOGETHER_NS = 5_000_000;
    private static final long MAX_BURST_NS = 100_000_000;
    private static final long PAUSE_NS = 3_000_000_000L;
    private static final int MAX_BACKWARDS = 3;

    private boolean open;
    private long firstSentNs;
    private long lastSentNs;
    private long firstArrivalNs;
    private long lastArrivalNs;
    private boolean before;
    private long sentBeforeNs;
    private long arrivalBeforeNs;
    private long sentDeltaNs;
    private long arrivalDeltaNs;
    private int backwards;

    /** @return whether this packet begins a burst, so that the one before it can be compared */
    boolean add(long sentNs, long arrivalNs) {
        if (!open) {
            begin(sentNs, arrivalNs);
            return false;
        }
        if (sentNs < firstSentNs) {
            return false;
        }
        if (together(sentNs, arrivalNs)) {
            lastSentNs = Math.max(lastSentNs, sentNs);
            lastArrivalNs = Math.max(lastArrivalNs, arrivalNs);
            return false;
        }
        boolean compared = compare();
        begin(sentNs, arrivalNs);
        return compared;
    }

    /** Also a packet that caught up with its forerunners: it waited with them in some queue. */
    private boolean together(long sentNs, long arrivalNs) {
        long later = arrivalNs - lastArrivalNs;
        boolean caughtUp = later - (sentNs - lastSentNs) < 0 && later <= TOGETHER_NS;
        return sentNs - firstSentNs <= TOGETHER_NS || caughtUp && arrivalNs - firstArrivalNs < MAX_BURST_NS;
    }

    private void begin(long sentNs, long arrivalNs) {
        open = true;
        firstSentNs = sentNs;
        lastSentNs = sentNs;
        firstArrivalNs = arrivalNs;
        lastArrivalNs = arrivalNs;
    }

    private boolean compare() {
        sentDeltaNs = lastSentNs - sentBeforeNs;
        arrivalDeltaNs = lastArrivalNs - arrivalBeforeNs;
        boolean comparable = before && sentDeltaNs < PAUSE_NS && arrivalDeltaNs < PAUSE_NS;
        boolean backward = comparable && arrivalDeltaNs < 0;
        backwards = backward ? backwards + 1 : 0;
        if (backward && backwards < MAX_BACKWARDS) {
            return false;
        }
        before = true;
        sentBeforeNs = lastSentNs;
        arrivalBeforeNs = lastArrivalNs;
        return comparable && !backward;
    }

    /** The last packets of both bursts left so far apart. */
    long sentDeltaNs() {
        return sentDeltaNs;
    }

    /** The last packets of both bursts arrived so far apart. */
    long arrivalDeltaNs() {
        return arrivalDeltaNs;
    }

    /** When the burst that was compared arrived; the receiver's clock. */
    long arrivalNs() {
        return arrivalBeforeNs;
    }

    /** What comes next is not compared with what came. */
    void reset() {
        open = false;
        before = false;
        backwards = 0;
    }
}
