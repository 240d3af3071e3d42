package plenum.media.jitsi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where somebody goes: to a bridge of the wanted region, or of the nearest one above it that has one, else to the top
 * of the tree, else anywhere. There, to where the conference is already; otherwise to a bridge that is well and takes
 * newcomers: one that is not draining before one that is, one of the usual region before others, then the least busy.
 */
final class Choice {
    private final Collection<Home> homes;
    private final String usual;

    /** @param usual region of who wants none; empty: any */
    Choice(Collection<Home> homes, String usual) {
        this.homes = homes;
        this.usual = usual;
    }

    /**
     * For one who comes.
     *
     * @param region empty: none
     * @param taken where the conference is, all of them well
     */
    Optional<Home> of(String region, Collection<Home> taken) {
        var tiers = tiers(region);
        return Stream.of(false, true)
                .flatMap(draining -> tiers.stream().flatMap(tier -> in(tier, taken, draining).stream()))
                .findFirst();
    }

    private Optional<Home> in(List<Home> tier, Collection<Home> taken, boolean draining) {
        return taken.stream()
                .filter(tier::contains)
                .findFirst()
                .or(() -> tier.stream()
                        .filter(home -> home.well() && !home.load().ending())
                        .filter(home -> draining || !home.load().draining())
                        .filter(home -> joins(home, taken))
                        .min(Comparator.comparing((Home home) -> !usual.isEmpty() && !usual.equals(home.region()))
                                .thenComparingLong(home -> tenths(home.load().stress()))
                                .thenComparingInt(Home::meetings)));
    }

    /** Bridges that make no relays have a conference for themselves. */
    private static boolean joins(Home home, Collection<Home> taken) {
        return taken.isEmpty()
                || Stream.concat(Stream.of(home), taken.stream())
                        .noneMatch(one -> one.relayId().isEmpty());
    }

    private List<List<Home>> tiers(String region) {
        var tiers = new ArrayList<List<Home>>();
        var passed = new LinkedHashSet<String>();
        for (var at = region; !at.isEmpty() && passed.add(at); at = above(at)) {
            var here = at;
            tiers.add(homes.stream().filter(home -> home.region().equals(here)).toList());
        }
        tiers.add(homes.stream().filter(home -> home.above().isEmpty()).toList());
        tiers.add(List.copyOf(homes));
        return tiers;
    }

    /** The region above that one; empty: it is at the top, or not known. */
    String above(String region) {
        return homes.stream()
                .filter(home -> home.region().equals(region))
                .map(Home::above)
                .findFirst()
                .orElse("");
    }

    /** Finer differences are of the last seconds only: there our own conferences tell more. */
    private static long tenths(double stress) {
        return Math.round(stress * 10);
    }
}
