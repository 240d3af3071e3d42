package plenum.media.bwe;

/**
 * How long packets wait in queues under way, against the fastest of the last 10 to 20 s; the clocks at both ends need
 * not agree.
 */
final class QueueDelay {
    private static final long BASE_NS = 10_000_000_000L;
    private static final long STANDING_NS = 500_000_000;
    private static final long HIGH_NS = 80_000_000;
    private static final long UNKNOWN = Long.MAX_VALUE;

    private boolean started;
    private long baseNs = UNKNOWN;
    private long baseBeforeNs = UNKNOWN;
    private long baseSinceNs;
    private long leastNs = UNKNOWN;
    private long leastSinceNs;
    private boolean standing;

    /**
     * @param ownNs how long the packet would have waited for its own burst
     * @return how long it waited in all
     */
    long add(long sentNs, long arrivalNs, long ownNs) {
        renew(sentNs);
        long underWay = arrivalNs - sentNs;
        baseNs = Math.min(baseNs, underWay);
        long waited = underWay - Math.min(baseNs, baseBeforeNs);
        leastNs = Math.min(leastNs, waited - ownNs);
        return waited;
    }

    private void renew(long sentNs) {
        if (!started) {
            started = true;
            baseSinceNs = sentNs;
            leastSinceNs = sentNs;
        }
        if (sentNs - baseSinceNs > BASE_NS) {
            baseBeforeNs = baseNs;
            baseNs = UNKNOWN;
            baseSinceNs = sentNs;
        }
        if (sentNs - leastSinceNs > STANDING_NS) {
            standing = leastNs > HIGH_NS && leastNs != UNKNOWN;
            leastNs = UNKNOWN;
            leastSinceNs = sentNs;
        }
    }

    /** For half a second no packet went through quickly. */
    boolean standing() {
        return standing;
    }
}
