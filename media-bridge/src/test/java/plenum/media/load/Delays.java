package plenum.media.load;

import java.util.Arrays;

/** A histogram of delays: steps of 1/32 of the value, from 1 microsecond up. */
final class Delays {
    private static final int STEPS = 32;
    private static final int STEP_BITS = 5;

    private final long[] counts = new long[STEPS * 40];
    private long total;
    private long maxNs;

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
        maxNs = 0;
    }

    void add(long ns) {
        counts[bucket(Math.max(0, ns) / 1_000)]++;
        total++;
        maxNs = Math.max(maxNs, ns);
    }

    /** @return milliseconds that this share of the delays does not exceed */
    double ms(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.min(upperUs(i) * 1_000.0, maxNs) / 1e6;
            }
        }
        return maxMs();
    }

    double maxMs() {
        return maxNs / 1e6;
    }

    private static int bucket(long us) {
        if (us < 2 * STEPS) {
            return (int) us;
        }
        int shift = 63 - Long.numberOfLeadingZeros(us) - STEP_BITS;
        return shift * STEPS + (int) (us >> shift);
    }

    private static long upperUs(int bucket) {
        if (bucket < 2 * STEPS) {
            return bucket + 1;
        }
        int shift = bucket / STEPS - 1;
        return (long) (bucket % STEPS + STEPS + 1) << shift;
    }
}
