package plenum.server.units;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.server.kernel.UnitId;

/** All units with what is below them; immutable. */
final class UnitTree {
    private final Map<UnitId, Unit> units;
    private final Map<UnitId, List<UnitId>> below = new HashMap<>();

    UnitTree(Map<UnitId, Unit> units) {
        this.units = Map.copyOf(units);
        units.values().forEach(unit -> {
            if (unit.parentId() != null) {
                below.computeIfAbsent(unit.parentId(), parent -> new ArrayList<>())
                        .add(unit.unitId());
            }
        });
    }

    Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /** The given units and all below them. */
    Set<UnitId> withBelow(Collection<UnitId> roots) {
        var found = new LinkedHashSet<UnitId>();
        var open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (units.containsKey(next) && found.add(next)) {
                open.addAll(below.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    /** All units above, the nearest first. */
    List<UnitId> above(Unit unit) {
        var above = new LinkedHashSet<UnitId>();
        for (var at = unit.parentId(); at != null && above.add(at); ) {
            at = find(at).map(Unit::parentId).orElse(null);
        }
        return List.copyOf(above);
    }

    Collection<Unit> all() {
        return units.values();
    }

    /** The first unit whose way up does not end; there is none in a tree. */
    Optional<UnitId> cycle() {
        return units.keySet().stream().filter(this::circles).findFirst();
    }

    private boolean circles(UnitId start) {
        var seen = new LinkedHashSet<UnitId>();
        for (var at = units.get(start); at != null; at = at.parentId() == null ? null : units.get(at.parentId())) {
            if (!seen.add(at.unitId())) {
                return true;
            }
        }
        return false;
    }
}
