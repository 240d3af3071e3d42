package plenum.server.invitations;

import java.util.List;
import java.util.Map;
import plenum.server.hall.Lanes;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.sessions.SessionIndex;
import plenum.server.units.People;
import plenum.server.units.UnitDesk;

/** The desk's operations of openapi.yaml. */
public final class InvitationRoutes {
    private final InvitationDesk desk;

    public InvitationRoutes(Lanes lanes, SessionIndex index, UnitDesk units) {
        this.desk = new InvitationDesk(lanes, index, units);
    }

    private record Units(List<UnitDesk.Below> units) {}

    private record Own(List<OwnInvitation> points) {}

    private record Candidates(List<People.Person> people) {}

    private record Inviting(CommandId id, List<UnitId> units) {}

    private record Refusing(CommandId id, String reason) {}

    private record Done(CommandId id, long seq) {}

    public Map<String, Operation> operations() {
        return Map.of(
                "pointUnits",
                request -> new Units(desk.invitable(session(request))),
                "invitePoints",
                this::invite,
                "ownPoints",
                request -> new Own(desk.own(request.actor())),
                "pointPeople",
                request -> new Candidates(desk.people(request.actor(), session(request), point(request))),
                "assignPoint",
                this::assign,
                "refusePoint",
                this::refuse);
    }

    private Object invite(Request request) {
        var wanted = request.body(Inviting.class);
        return new Done(wanted.id(), desk.invite(request.actor(), wanted.id(), session(request), wanted.units()));
    }

    private Object assign(Request request) {
        var wanted = request.body(Assignment.class);
        return new Done(wanted.id(), desk.assign(request.actor(), session(request), point(request), wanted));
    }

    private Object refuse(Request request) {
        var wanted = request.body(Refusing.class);
        var seq = desk.refuse(request.actor(), wanted.id(), session(request), point(request), wanted.reason());
        return new Done(wanted.id(), seq);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }

    private static PointId point(Request request) {
        return new PointId(request.text("pointId"));
    }
}
