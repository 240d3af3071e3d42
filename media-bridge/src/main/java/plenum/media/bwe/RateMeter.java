package plenum.media.bwe;

import java.util.Arrays;

/** Bits per second over the last half second of some clock, in steps of 50 ms. */
final class RateMeter {
    static final long UNKNOWN = -1;

    private static final int STEPS = 10;
    private static final long STEP_NS = 50_000_000;

    /** Less time than this tells nothing. */
    private static final long MIN_STEPS = 3;

    private final long[] bytes = new long[STEPS];
    private boolean started;
    private long firstStep;
    private long lastStep;

    void add(int size, long nowNs) {
        long step = Math.floorDiv(nowNs, STEP_NS);
        if (!started || step - lastStep >= STEPS) {
            restart(step);
        }
        for (; lastStep < step; lastStep++) {
            bytes[index(lastStep + 1)] = 0;
        }
        if (lastStep - step < STEPS) {
            bytes[index(step)] += size;
        }
    }

    /** After a silence the time of silence does not count. */
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
        long sum = 0;
        for (long step = lastStep - steps; step < lastStep; step++) {
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
