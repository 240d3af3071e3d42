package plenum.server.invitations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.Hall;
import plenum.server.hall.HostView;
import plenum.server.hall.PointRights;
import plenum.server.hall.PointView;
import plenum.server.hall.SittingView;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.points.Point;
import plenum.server.points.Reply;
import plenum.server.sitting.SessionState;

/**
 * A point that concerns the person: schema OwnInvitation.
 *
 * @param administers the person answers for the unit
 * @param looksAfter the person is its technician
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnInvitation(
        String sessionId,
        String title,
        String bodyName,
        SessionState sessionState,
        List<SittingView> sittings,
        @Nullable HostView external,
        String pointId,
        String unitId,
        String name,
        int level,
        Reply.State state,
        @Nullable String reason,
        PointView.@Nullable OfTechnician technician,
        List<PointView.OfAttendee> attendees,
        int expected,
        boolean administers,
        boolean looksAfter) {

    static OwnInvitation of(Hall hall, Point point, Actor actor) {
        var facts = hall.sittings();
        var reply = point.reply();
        var inside = PointRights.administers(point, actor) || point.hasTechnician(actor.person());
        return new OwnInvitation(
                hall.session().value(),
                facts.title(),
                facts.bodyName(),
                facts.state(),
                facts.sittings().stream().map(SittingView::of).toList(),
                HostView.of(hall.points().external()),
                point.pointId().value(),
                point.invitation().unitId().value(),
                point.invitation().name(),
                point.invitation().level(),
                reply.state(),
                inside ? reply.reason() : null,
                inside ? PointView.OfTechnician.of(reply.technician()) : null,
                inside
                        ? reply.attendees().stream()
                                .map(PointView.OfAttendee::of)
                                .toList()
                        : List.of(),
                reply.expected(),
                PointRights.administers(point, actor),
                point.hasTechnician(actor.person()));
    }

    static boolean concerns(Point point, Actor actor) {
        PersonId person = actor.person();
        return PointRights.administers(point, actor) || point.people().anyMatch(person::equals);
    }
}
