package plenum.media.bwe;

/**
 * When packets would leave if they were paced at the estimated rate. A bridge passes frames on as they come; the queue
 * that a large frame makes on a line that is as good as its estimate must not be taken for congestion.
 */
final class VirtualPacer {
    private final long maxWaitNs;
    private boolean started;
    private long freeNs;

    /** @param maxWaitNs no packet waits longer for those before it */
    VirtualPacer(long maxWaitNs) {
        this.maxWaitNs = maxWaitNs;
    }

    /** @return how long it takes until the packet has left */
    long waitNs(int bytes, double bps, long nowNs) {
        long start = started ? nowNs + Math.clamp(freeNs - nowNs, 0, maxWaitNs) : nowNs;
        started = true;
        freeNs = start + (long) (bytes * 8e9 / bps);
        return freeNs - nowNs;
    }
}
