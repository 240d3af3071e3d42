package plenum.media.sfu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each of a receiver's slots carries: what is chosen again stays where it is, what is new takes a place that became
 * free.
 */
final class StickySlots<S> {
    private final List<@Nullable S> carried;

    StickySlots(int slots) {
        carried = new ArrayList<>(Collections.nCopies(slots, null));
    }

    /**
     * @param chosen in the order of importance; those beyond the number of slots get none
     * @return whether any slot changed
     */
    boolean choose(List<S> chosen) {
        List<S> fitting = chosen.subList(0, Math.min(chosen.size(), carried.size()));
        var before = new ArrayList<>(carried);
        carried.replaceAll(source -> source != null && fitting.contains(source) ? source : null);
        fitting.stream().filter(source -> !carried.contains(source)).forEach(source -> {
            carried.set(carried.indexOf(null), source);
        });
        return !carried.equals(before);
    }

    @Nullable S at(int slot) {
        return carried.get(slot);
    }

    int slots() {
        return carried.size();
    }
}
