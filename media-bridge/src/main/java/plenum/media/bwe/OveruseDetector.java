package plenum.media.bwe;

/**
 * Tells from the trend of the delay whether the line is overused, against a threshold that adapts to the line's own
 * restlessness (draft-ietf-rmcat-gcc-02, section 5.4).
 */
final class OveruseDetector {
    private static final double GAIN = 4;
    private static final int MAX_BURSTS = 60;
    private static final double START_MS = 12.5;
    private static final double MIN_MS = 6;
    private static final double MAX_MS = 600;
    private static final double RISE = 0.0087;
    private static final double FALL = 0.039;

    /** An outlier this far above the threshold does not move it. */
    private static final double OUTLIER_MS = 15;

    private static final double MAX_STEP_MS = 100;
    private static final double PERSISTENT_MS = 10;

    private double thresholdMs = START_MS;
    private boolean adapted;
    private long adaptedNs;
    private double overMs;
    private int overCount;
    private double slopeBefore;
    private Usage usage = Usage.NORMAL;

    /** @param bursts how many were seen, up to which the trend counts for more */
    void add(double slope, long bursts, long sentDeltaNs, long arrivalNs) {
        double trendMs = Math.min(bursts, MAX_BURSTS) * slope * GAIN;
        if (trendMs > thresholdMs) {
            over(slope, sentDeltaNs / 1e6);
        } else {
            overMs = 0;
            overCount = 0;
            usage = trendMs < -thresholdMs ? Usage.UNDER : Usage.NORMAL;
        }
        slopeBefore = slope;
        adapt(Math.abs(trendMs), arrivalNs);
    }

    private void over(double slope, double sentDeltaMs) {
        overMs += overCount == 0 ? sentDeltaMs / 2 : sentDeltaMs;
        overCount++;
        if (overMs > PERSISTENT_MS && overCount > 1 && slope >= slopeBefore) {
            overMs = 0;
            overCount = 0;
            usage = Usage.OVER;
        }
    }

    private void adapt(double trendMs, long arrivalNs) {
        double stepMs = adapted ? Math.clamp((arrivalNs - adaptedNs) / 1e6, 0, MAX_STEP_MS) : 0;
        adapted = true;
        adaptedNs = arrivalNs;
        if (trendMs <= thresholdMs + OUTLIER_MS) {
            double pace = trendMs < thresholdMs ? FALL : RISE;
            thresholdMs = Math.clamp(thresholdMs + pace * (trendMs - thresholdMs) * stepMs, MIN_MS, MAX_MS);
        }
    }

    Usage usage() {
        return usage;
    }
}
