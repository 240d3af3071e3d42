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
    private static final double BEYOND = 1.5;

    private static final double BEYOND_BPS = 10_000;
    private static final double MIN_ADDITION_BPS = 4_000;
    private static final double PACKET_BITS = 9_600;
    private static final double REACTION_SECONDS = 0.1;
    private static final double MAX_SECONDS = 1;
    private static final long MIN_PATIENCE_NS = 10_000_000;
    private static final long MAX_PATIENCE_NS = 200_000_000;

    private final LinkCapacity capacity = new LinkCapacity();
    private double bps;
    private boolean growing = true;
    private boolean started;
    private long updatedNs;
    private boolean decreased;
    private long decreasedNs;

    RateControl(double startBps) {
        bps = startBps;
    }

    double bps() {
        return bps;
    }

    void set(double to) {
        bps = to;
    }

    /** @param arrivingBps what the receiver really gets, or {@link RateMeter#UNKNOWN} */
    void update(Usage usage, double arrivingBps, long rttNs, long nowNs) {
        double seconds = started ? Math.min(MAX_SECONDS, (nowNs - updatedNs) / 1e9) : 0;
        started = true;
        updatedNs = nowNs;
        switch (usage) {
            case OVER -> overused(arrivingBps, rttNs, nowNs);
            case UNDER -> growing = false;
            case NORMAL -> {
                if (growing) {
                    grow(arrivingBps, rttNs, seconds);
                }
                growing = true;
            }
        }
    }

    private void overused(double arrivingBps, long rttNs, long nowNs) {
        growing = false;
        long patienceNs = Math.clamp(rttNs, MIN_PATIENCE_NS, MAX_PATIENCE_NS);
        if (decreased && nowNs - decreasedNs < patienceNs) {
            return;
        }
        decreased = true;
        decreasedNs = nowNs;
        if (arrivingBps < 0) {
            bps *= DECREASE;
            return;
        }
        capacity.overused(arrivingBps);
        bps = Math.min(bps, DECREASE * arrivingBps);
    }

    private void grow(double arrivingBps, long rttNs, double seconds) {
        if (arrivingBps < 0) {
            return;
        }
        capacity.arriving(arrivingBps);
        double more = capacity.near(arrivingBps)
                ? Math.max(MIN_ADDITION_BPS, PACKET_BITS / (rttNs / 1e9 + REACTION_SECONDS)) * seconds
                : bps * (Math.pow(GROWTH_PER_SECOND, seconds) - 1);
        bps = Math.max(bps, Math.min(bps + more, BEYOND * arrivingBps + BEYOND_BPS));
    }

    /** Without knowing what arrives: {@code atMost} is what one dares. */
    void growBlindly(double seconds, double atMost) {
        bps = Math.max(bps, Math.min(bps * Math.pow(GROWTH_PER_SECOND, Math.min(MAX_SECONDS, seconds)), atMost));
    }

    /** The rate fell not longer ago than this. */
    boolean decreasedWithin(long ns, long nowNs) {
        return decreased && nowNs - decreasedNs < ns;
    }
}
