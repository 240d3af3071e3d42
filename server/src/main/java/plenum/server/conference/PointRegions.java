package plenum.server.conference;

import java.util.Map;
import java.util.stream.Stream;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
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

    @Override
    public String of(Hall hall, Actor actor) {
        return of(hall.points(), actor);
    }

    /** Without a point: where one of the units is in which the actor has an office. */
    String of(Points points, Actor actor) {
        var region = of(points, actor.person());
        return region.isEmpty()
                ? actor.grants().stream()
                        .flatMap(grant -> Stream.ofNullable(byUnit.get(grant.scope())))
                        .findFirst()
                        .orElse("")
                : region;
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
