package plenum.server.load;

import java.util.Arrays;
import java.util.Locale;

/** Times of one run, in milliseconds, sorted. */
record Samples(double[] sorted) {

    static Samples of(double[] values) {
        var copy = values.clone();
        Arrays.sort(copy);
        return new Samples(copy);
    }

    static Samples ofNanos(long start, long[] stamps) {
        return of(Arrays.stream(stamps)
                .mapToDouble(stamp -> (stamp - start) / 1e6)
                .toArray());
    }

    double at(double share) {
        if (sorted.length == 0) return Double.NaN;
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    double max() {
        return at(1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.0f  p99 %.0f  max %.0f ms", at(0.5), at(0.99), max());
    }
}
