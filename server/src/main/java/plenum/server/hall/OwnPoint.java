package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.points.Point;
import plenum.server.points.Points;
import plenum.server.points.TestLimits;

/**
 * The point that a person looks after or is sent to: schema OwnPoint.
 *
 * @param technician whether the person looks after it
 * @param mayEnter no trial stands in the way into the room
 * @param view for the technician: all that is known of it, without what the conductors note
 * @param limits for the technician: what a test is graded by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnPoint(
        String pointId,
        String name,
        boolean technician,
        boolean mayEnter,
        @Nullable PointView view,
        @Nullable TestLimits limits) {

    static Optional<OwnPoint> of(Hall hall, PersonId person) {
        var points = hall.points();
        return points.ofTechnician(person)
                .map(point -> own(hall, point, true))
                .or(() -> points.points().stream()
                        .filter(point -> point.people().anyMatch(person::equals))
                        .findFirst()
                        .map(point -> own(hall, point, false)));
    }

    private static OwnPoint own(Hall hall, Point point, boolean technician) {
        return new OwnPoint(
                point.pointId().value(),
                point.invitation().name(),
                technician,
                !hall.points().testRequired() || point.trial().passed(),
                technician ? withoutNotes(PointView.of(hall, point)) : null,
                technician ? hall.points().limits() : null);
    }

    private static PointView withoutNotes(PointView view) {
        return new PointView(
                view.pointId(),
                view.unitId(),
                view.name(),
                view.level(),
                view.parentId(),
                view.state(),
                view.reason(),
                view.technician(),
                view.attendees(),
                view.expected(),
                view.grade(),
                view.passed(),
                view.test(),
                view.tests(),
                view.testCount(),
                view.accepted(),
                List.of(),
                view.roll(),
                view.line(),
                view.lineSince());
    }

    /** Whose own point may differ. */
    static Set<PersonId> changed(Hall before, Hall after) {
        if (before.points() == after.points() && before.sittings() == after.sittings()) {
            return Set.of();
        }
        if (before.sittings() != after.sittings() || settings(before.points(), after.points())) {
            return both(before.points(), after.points());
        }
        var people = new HashSet<PersonId>();
        after.points().points().stream()
                .filter(point -> before.points().find(point.pointId()).orElse(null) != point)
                .flatMap(Point::people)
                .forEach(people::add);
        before.points().points().stream()
                .filter(point -> after.points().find(point.pointId()).orElse(null) != point)
                .flatMap(Point::people)
                .forEach(people::add);
        return people;
    }

    private static boolean settings(Points before, Points after) {
        return before.testRequired() != after.testRequired()
                || before.limits() != after.limits()
                || !ids(before).equals(ids(after)); // the nearest point above may be another
    }

    private static List<PointId> ids(Points points) {
        return points.points().stream().map(Point::pointId).toList();
    }

    private static Set<PersonId> both(Points before, Points after) {
        var people = new HashSet<>(before.people());
        people.addAll(after.people());
        return people;
    }
}
