package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Audience;
import plenum.server.points.Point;
import plenum.server.points.TestLimits;

/**
 * The points of the conference: schema PointsView. Everybody learns which there are and who is in the room for each;
 * what is said of them is for those who conduct the conference.
 *
 * @param places by level, in the order of their invitation
 * @param rows for control and technician: the same points, with all that is known
 * @param limits for control and technician
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointsView(
        @Nullable HostView external,
        boolean testRequired,
        List<Place> places,
        @Nullable List<PointView> rows,
        @Nullable TestLimits limits) {
    /** @param personId who is in the room for it; absent before somebody is named */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            String pointId,
            String unitId,
            String name,
            int level,
            @Nullable String parentId,
            @Nullable String personId) {}

    static PointsView of(Hall hall, Audience audience) {
        var points = hall.points();
        var all = conducts(audience);
        return new PointsView(
                HostView.of(points.external()),
                points.testRequired(),
                points.points().stream().map(point -> place(hall, point)).toList(),
                all
                        ? points.points().stream()
                                .map(point -> PointView.of(hall, point))
                                .toList()
                        : null,
                all ? points.limits() : null);
    }

    static boolean conducts(Audience audience) {
        return audience == Audience.CONTROL || audience == Audience.TECHNICIAN;
    }

    private static Place place(Hall hall, Point point) {
        return new Place(
                point.pointId().value(),
                point.invitation().unitId().value(),
                point.invitation().name(),
                point.invitation().level(),
                hall.points().above(point).map(above -> above.pointId().value()).orElse(null),
                Optional.ofNullable(point.reply().technician())
                        .map(one -> one.personId().value())
                        .orElse(null));
    }
}
