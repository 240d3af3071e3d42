package plenum.media.forward;

import java.util.Arrays;

/** Adds up what came within the last second, in steps of 50 ms. */
public final class RateMeter {
    private static final int STEPS = 20;
    private static final long STEP_NS = 1_000_000_000L / STEPS;

    private final int[] sums = new int[STEPS];
    private long total;
    private long newest = Long.MIN_VALUE;

    public void add(int amount, long nowNs) {
        advance(nowNs);
        sums[Math.floorMod(newest, STEPS)] += amount;
        total += amount;
    }

    /** @return the sum over the last second */
    public long perSecond(long nowNs) {
        advance(nowNs);
        return total;
    }

    private void advance(long nowNs) {
        long step = Math.floorDiv(nowNs, STEP_NS);
        if (newest == Long.MIN_VALUE || step - newest >= STEPS) {
            Arrays.fill(sums, 0);
            total = 0;
            newest = step;
        }
        while (newest < step) {
            newest++;
            total -= sums[Math.floorMod(newest, STEPS)];
            sums[Math.floorMod(newest, STEPS)] = 0;
        }
    }
}
