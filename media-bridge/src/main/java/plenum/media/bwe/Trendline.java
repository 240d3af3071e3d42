package plenum.media.bwe;

/** The slope of the queueing delay over the last bursts, by least squares: the queue grows or empties that fast. */
final class Trendline {
    private static final int WINDOW = 20;
    private static final double SMOOTHING = 0.9;

    private final double[] atMs = new double[WINDOW];
    private final double[] delayMs = new double[WINDOW];
    private long count;
    private long startNs;
    private double sumMs;
    private double smoothMs;

    /** @param delayDeltaNs how much longer this burst was under way than the one before */
    void add(long delayDeltaNs, long arrivalNs) {
        if (count == 0) {
            startNs = arrivalNs;
        }
        sumMs += delayDeltaNs / 1e6;
        smoothMs = SMOOTHING * smoothMs + (1 - SMOOTHING) * sumMs;
        int at = (int) (count++ % WINDOW);
        atMs[at] = (arrivalNs - startNs) / 1e6;
        delayMs[at] = smoothMs;
    }

    /** Bursts seen. */
    long count() {
        return count;
    }

    /** Milliseconds of delay per millisecond, 0 as long as there are too few bursts. */
    double slope() {
        if (count < WINDOW) {
            return 0;
        }
        double meanAt = mean(atMs);
        double meanDelay = mean(delayMs);
        double above = 0;
        double below = 0;
        for (int i = 0; i < WINDOW; i++) {
            above += (atMs[i] - meanAt) * (delayMs[i] - meanDelay);
            below += (atMs[i] - meanAt) * (atMs[i] - meanAt);
        }
        return below == 0 ? 0 : above / below;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / WINDOW;
    }
}
