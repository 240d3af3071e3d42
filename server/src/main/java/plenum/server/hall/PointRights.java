package plenum.server.hall;

import java.util.stream.Stream;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;
import plenum.server.points.Point;
import plenum.server.sitting.SessionState;

/** Who answers an invitation for a unit. */
public final class PointRights {
    private PointRights() {}

    /** Whether the actor administers the point's unit, or one above it, and the session is published. */
    public static boolean administers(Hall hall, PointId id, Actor actor) {
        return hall.sittings().state() != SessionState.DRAFT
                && hall.points()
                        .find(id)
                        .filter(point -> administers(point, actor))
                        .isPresent();
    }

    public static boolean administers(Point point, Actor actor) {
        return administered(actor).anyMatch(unit -> point.invitation().below(unit));
    }

    /** Units that the actor administers; all below them too. */
    public static Stream<UnitId> administered(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_ADMIN)
                .map(grant -> new UnitId(grant.scope()));
    }
}
