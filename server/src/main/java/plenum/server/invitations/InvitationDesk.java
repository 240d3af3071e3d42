package plenum.server.invitations;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.hall.Answer;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.hall.PointRights;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Throttled;
import plenum.server.points.Attendee;
import plenum.server.points.Invitation;
import plenum.server.points.Point;
import plenum.server.points.PointCommand;
import plenum.server.points.PointProblem;
import plenum.server.points.Technician;
import plenum.server.sessions.SessionIndex;
import plenum.server.units.People;
import plenum.server.units.UnitDesk;

/** Invites units to a session's points and takes their answers to the hall. Blocking. */
final class InvitationDesk {
    /** Sessions that one person's list looks through. */
    private static final int SESSIONS = 100;

    private final Lanes lanes;
    private final SessionIndex index;
    private final UnitDesk units;

    InvitationDesk(Lanes lanes, SessionIndex index, UnitDesk units) {
        this.lanes = lanes;
        this.index = index;
        this.units = units;
    }

    /** Units that the session can invite. */
    List<UnitDesk.Below> invitable(SessionId session) {
        return units.below(lanes.lane(session).hall().sittings().unitId());
    }

    /** A unit's point has the unit's id: a unit has one point at most. */
    long invite(Actor actor, CommandId id, SessionId session, List<UnitId> wanted) {
        var known = invitable(session).stream().collect(Collectors.toMap(UnitDesk.Below::unitId, one -> one));
        var points = wanted.stream().map(unit -> invitation(known, unit)).toList();
        return order(actor, id, session, new PointCommand.InvitePoints(points));
    }

    private static Invitation invitation(Map<UnitId, UnitDesk.Below> known, UnitId unit) {
        var found = known.get(unit);
        if (found == null) {
            throw PointProblem.OUTSIDE_THE_TREE.refusal("unit " + unit);
        }
        return new Invitation(new PointId(unit.value()), unit, found.name(), found.level(), found.above());
    }

    /** Points of units that the actor administers, and those to which the actor is sent; newest session first. */
    List<OwnInvitation> own(Actor actor) {
        var administered = PointRights.administered(actor).toList();
        var sessions = new LinkedHashSet<>(index.withPoints(administered, SESSIONS));
        sessions.addAll(index.invitations(actor.person(), SESSIONS));
        return sessions.stream()
                .map(session -> lanes.lane(session).hall())
                .flatMap(hall -> own(hall, actor))
                .toList();
    }

    private static Stream<OwnInvitation> own(Hall hall, Actor actor) {
        return hall.points().points().stream()
                .filter(point -> OwnInvitation.concerns(point, actor))
                .map(point -> OwnInvitation.of(hall, point, actor));
    }

    /** Who can be named for the point. */
    List<People.Person> people(Actor actor, SessionId session, PointId id) {
        return units.people(permitted(actor, session, id).invitation().unitId());
    }

    long assign(Actor actor, SessionId session, PointId id, Assignment wanted) {
        var unit = permitted(actor, session, id).invitation().unitId();
        var known = new HashMap<PersonId, People.Person>();
        units.people(unit).forEach(person -> known.put(person.personId(), person));
        var technician = new Technician(
                wanted.technicianId(), named(known, wanted.technicianId()).name(), wanted.phone());
        var attendees =
                wanted.attendees().stream().map(one -> attendee(known, one)).toList();
        return order(
                actor,
                wanted.id(),
                session,
                new PointCommand.AssignPoint(id, technician, attendees, wanted.expected()));
    }

    /** Who has an account has the register's name. */
    private static Attendee attendee(Map<PersonId, People.Person> known, Assignment.Named one) {
        var position = one.position() == null ? "" : one.position();
        return one.personId() == null
                ? new Attendee(one.name(), position, one.leader(), null)
                : new Attendee(named(known, one.personId()).name(), position, one.leader(), one.personId());
    }

    private static People.Person named(Map<PersonId, People.Person> known, PersonId person) {
        var found = known.get(person);
        if (found == null) {
            throw PointProblem.NOT_OF_THE_UNIT.refusal("person " + person);
        }
        return found;
    }

    long refuse(Actor actor, CommandId id, SessionId session, PointId point, String reason) {
        var unused = permitted(actor, session, point);
        return order(actor, id, session, new PointCommand.RefusePoint(point, reason));
    }

    /** To whom does not answer for it, the point does not exist. */
    private Point permitted(Actor actor, SessionId session, PointId id) {
        return index.known(session)
                .map(known -> lanes.lane(known).hall())
                .filter(hall -> hall.roles(actor).contains(Role.SECRETARY) || PointRights.administers(hall, id, actor))
                .flatMap(hall -> hall.points().find(id))
                .orElseThrow(() -> PointProblem.NO_SUCH_POINT.refusal("point " + id));
    }

    private long order(Actor actor, CommandId id, SessionId session, PointCommand command) {
        var order = new Order(id, actor, new HallCommand.OfPoints(command));
        return switch (lanes.lane(session).submit(order).await()) {
            case Answer.Done done -> done.seq();
            case Answer.Refused refused -> throw refusal(refused.problem());
        };
    }

    private static RuntimeException refusal(Problem problem) {
        return switch (problem.code().kind()) {
            case TOO_MANY, UNAVAILABLE -> new Throttled(problem, Duration.ofSeconds(1));
            default -> new Refusal(problem);
        };
    }
}
