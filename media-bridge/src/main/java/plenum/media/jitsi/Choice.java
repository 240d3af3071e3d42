package plenum.media.jitsi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a new conference goes: to a bridge that is well and takes newcomers; one that is not draining before one that
 * is, one of the wanted region before others, then the least busy.
 */
final class Choice {
    private Choice() {}

    /** @param region empty: any */
    static Optional<Home> of(Collection<Home> homes, String region) {
        return homes.stream()
                .filter(home -> home.well() && !home.load().ending())
                .min(Comparator.comparing((Home home) -> home.load().draining())
                        .thenComparing(home -> !region.isEmpty() && !region.equals(home.region()))
                        .thenComparingLong(home -> tenths(home.load().stress()))
                        .thenComparingInt(Home::meetings));
    }

    /** Finer differences are of the last seconds only: there our own conferences tell more. */
    private static long tenths(double stress) {
        return Math.round(stress * 10);
    }
}
