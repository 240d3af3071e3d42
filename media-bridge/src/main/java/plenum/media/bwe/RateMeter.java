package plenum.media.bwe;

import java.util.Arrays;

/** Bits per second over the last half second of some clock, in steps of 50 ms. */
final class RateMeter {
    static final long UNKNOWN = -1;

    private static final int STEPS = 10;
    private static final long STEP_NS = 50_000_000;

    /** Less time than this tells nothing. */
    private static final long MIN_STEPS = 3;

    /** The peak is looked for over so many steps within the newest of them. */
    private static final int PEAK_STEPS = 4;

    private static final int PEAK_WITHIN = 6;

    private final long[] bytes = new long[STEPS];
    private boolean started;
    private long firstStep;
    private long lastStep;

    void add(int size, long nowNs) {
        long step = Math.floorDiv(nowNs, STEP_NS);
        if (!started || Math.abs(step - lastStep) >= STEPS) {
            restart(step);
        }
        for (; lastStep < step; lastStep++) {
            bytes[index(lastStep + 1)] = 0;
        }
        bytes[index(step)] += size;
    }

    /** After a silence, or a leap of the clock, the time before does not count. */
    private void restart(long step) {
        started = true;
        firstStep = step;
        lastStep = step;
        Arrays.fill(bytes, 0);
    }

    /** Over the complete steps before the newest, {@link #UNKNOWN} when these are too few. */
    long bps() {
        long steps = Math.min(STEPS - 1, lastStep - firstStep);
        if (steps < MIN_STEPS) {
            return UNKNOWN;
        }
        return bps(lastStep - steps, steps);
    }

    /** The most within 200 ms of the last 300: of a line with a queue, what it carries; or as {@link #bps()}. */
    long peakBps() {
        long peak = bps();
        for (long first = Math.max(firstStep, lastStep - PEAK_WITHIN); first <= lastStep - PEAK_STEPS; first++) {
            peak = Math.max(peak, bps(first, PEAK_STEPS));
        }
        return peak;
    }

    private long bps(long first, long steps) {
        long sum = 0;
        for (long step = first; step < first + steps; step++) {
            sum += bytes[index(step)];
        }
        return sum * 8 * 1_000_000_000 / (steps * STEP_NS);
    }

    /** As {@link #bps()}; 0 when the newest step is long ago. */
    long bps(long nowNs) {
        boolean silent = !started || Math.floorDiv(nowNs, STEP_NS) - lastStep >= STEPS;
        return silent ? 0 : Math.max(0, bps());
    }

    private static int index(long step) {
        return (int) Math.floorMod(step, (long) STEPS);
    }
}
