package plenum.media.sfu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What each of a receiver's slots carries: what is chosen again stays where it is, what is new takes a place that
 * became free.
 */
final class StickySlots<S> {
    private final List<Optional<S>> carried;

    StickySlots(int slots) {
        carried = new ArrayList<>(Collections.nCopies(slots, Optional.empty()));
    }

    /**
     * @param chosen in the order of importance; those beyond the number of slots get none
     * @return whether any slot changed
     */
    boolean choose(List<S> chosen) {
        List<S> fitting = chosen.subList(0, Math.min(chosen.size(), carried.size()));
        var before = List.copyOf(carried);
        carried.replaceAll(source -> source.filter(fitting::contains));
        fitting.stream()
                .map(Optional::of)
                .filter(source -> !carried.contains(source))
                .forEach(source -> {
                    carried.set(carried.indexOf(Optional.<S>empty()), source);
                });
        return !carried.equals(before);
    }

    /** What each slot carries, in the order of the slots. */
    List<Optional<S>> carried() {
        return carried;
    }
}
