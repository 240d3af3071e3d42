package plenum.media.bwe;

/** What arrived when the line was overused: an average and how far it strays, so that growth slows down near it. */
final class LinkCapacity {
    private static final double ALPHA = 0.05;
    private static final double MIN_VARIANCE = 0.4;
    private static final double MAX_VARIANCE = 2.5;
    private static final double DEVIATIONS = 3;

    /** Kilobits per second; 0: not known. */
    private double kbps;

    /** Of kbps, as a share of it. */
    private double variance = MIN_VARIANCE;

    void overused(double arrivingBps) {
        double sample = arrivingBps / 1e3;
        if (kbps == 0 || sample < kbps - spread()) {
            kbps = sample;
        }
        double error = kbps - sample;
        kbps += ALPHA * (sample - kbps);
        double now = (1 - ALPHA) * variance + ALPHA * error * error / Math.max(kbps, 1);
        variance = Math.clamp(now, MIN_VARIANCE, MAX_VARIANCE);
    }

    /** More than the capacity arrives: it is not known any more. */
    void arriving(double bps) {
        if (kbps > 0 && bps / 1e3 > kbps + spread()) {
            kbps = 0;
        }
    }

    boolean near(double bps) {
        return kbps > 0 && Math.abs(bps / 1e3 - kbps) <= spread();
    }

    private double spread() {
        return DEVIATIONS * Math.sqrt(variance * kbps);
    }
}
