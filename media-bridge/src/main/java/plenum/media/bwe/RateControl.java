package plenum.media.bwe;

/**
 * The rate by delay: grows while the queue is quiet, falls below what arrives when the queue grows (AIMD,
 * draft-ietf-rmcat-gcc-02, section 5.5). Never grows far beyond what is really sent, because a line that is not filled
 * tells nothing about its capacity; probes do that.
 */
final class RateControl {
    private static final double DECREASE = 0.85;
    private static final double GROWTH_PER_SECOND = 1.08;

    /** Not far beyond: this much of what arrives, and this many bits per second. */
    private static final double BEYOND = 1.3;

    private static final double BEYOND_BPS = 10_000;

    /** Per second: this much, or this share if that is less. */
    private static final double MAX_ADDITION_BPS = 80_000;

    private static final double ADDITION = 0.25;
    private static final double MAX_SECONDS = 1;
    private static final int MAX_DRAINS = 3;
    private static final long DRAIN_NS = 600_000_000;
    private static final long MIN_PATIENCE_NS = 10_000_000;
    private static final long MAX_PATIENCE_NS = 200_000_000;

    private double bps;
    private boolean growing = true;
    private boolean started;
    private long updatedNs;
    private int drains;
    private boolean decreased;
    private long decreasedNs;
    private double before;

    RateControl(double startBps) {
        bps = startBps;
    }

    double bps() {
        return bps;
    }

    /** Never less than one can grow from. */
    void set(double to) {
        bps = Math.max(SendBandwidth.MIN_BPS, to);
    }

    /**
     * @param standing whether a queue stays, though it may not grow
     * @param idle whether much less is sent than the rate: then what arrives is not what the line carries
     * @param arriving what the receiver really gets
     */
    void update(Usage usage, boolean standing, boolean idle, RateMeter arriving, long rttNs, long nowNs) {
        double seconds = started ? Math.min(MAX_SECONDS, (nowNs - updatedNs) / 1e9) : 0;
        started = true;
        updatedNs = nowNs;
        drains = standing ? drains : 0;
        if (standing && usage != Usage.OVER) {
            drain(arriving.peakBps(), nowNs);
            return;
        }
        switch (usage) {
            case OVER -> overused(idle ? Math.max(bps, arriving.peakBps()) : arriving.peakBps(), rttNs, nowNs);
            case UNDER -> growing = false;
            case NORMAL -> {
                if (growing) {
                    grow(arriving.bps(), seconds);
                }
                growing = true;
            }
        }
    }

    /** A queue that stays even so is not ours. */
    private void drain(double arrivingBps, long nowNs) {
        growing = false;
        if (drains < MAX_DRAINS && nowNs - decreasedNs >= DRAIN_NS) {
            drains++;
            overused(arrivingBps, MAX_PATIENCE_NS, nowNs);
        }
    }

    /** @param carriedBps what the line carries, or {@link RateMeter#UNKNOWN} */
    private void overused(double carriedBps, long rttNs, long nowNs) {
        growing = false;
        long patienceNs = Math.clamp(rttNs, MIN_PATIENCE_NS, MAX_PATIENCE_NS);
        if (decreased && nowNs - decreasedNs < patienceNs) {
            return;
        }
        decreased = true;
        decreasedNs = nowNs;
        before = bps;
        double less = carriedBps < 0 ? DECREASE * bps : Math.min(bps, DECREASE * carriedBps);
        bps = Math.max(SendBandwidth.MIN_BPS, less);
    }

    /**
     * By the same amount for all flows, so that they become equal in time. When more arrives than was held to be
     * possible, and nothing waits, the last decrease was a mistake.
     */
    private void grow(double arrivingBps, double seconds) {
        double more = Math.min(MAX_ADDITION_BPS, ADDITION * bps) * seconds;
        double proven = Math.min(before, arrivingBps);
        bps = Math.max(bps, Math.min(Math.max(proven, bps + more), BEYOND * arrivingBps + BEYOND_BPS));
    }

    /** Without knowing what arrives: {@code atMost} is what one dares. */
    void growBlindly(double seconds, double atMost) {
        bps = Math.max(bps, Math.min(bps * Math.pow(GROWTH_PER_SECOND, Math.min(MAX_SECONDS, seconds)), atMost));
    }
}
