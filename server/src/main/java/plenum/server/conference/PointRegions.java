package plenum.server.conference;

import java.util.Map;
import java.util.stream.Stream;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;
import plenum.server.points.Point;
import plenum.server.points.Points;

/** The people of a point are where its unit is; a unit that is not named is where the nearest one above it is. */
public final class PointRegions implements Regions {
    private final Map<String, String> byUnit;

    /** @param byUnit regions by the id of a unit */
    public PointRegions(Map<String, String> byUnit) {
        this.byUnit = Map.copyOf(byUnit);
    }

    @Override
    public String of(Hall hall, PersonId person) {
        return of(hall.points(), person);
    }

    String of(Points points, PersonId person) {
        return points.points().stream()
                .filter(point -> point.people().anyMatch(person::equals))
                .findFirst()
                .map(this::of)
                .orElse("");
    }

    private String of(Point point) {
        var units = Stream.concat(Stream.of(point.invitation().unitId()), point.invitation().above().stream());
        return units.flatMap(unit -> Stream.ofNullable(byUnit.get(unit.value())))
                .findFirst()
                .orElse("");
    }
}
