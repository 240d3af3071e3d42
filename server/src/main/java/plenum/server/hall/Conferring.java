package plenum.server.hall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import plenum.server.floor.FloorRules;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SessionEvent;
import plenum.server.points.PointCommand;
import plenum.server.points.PointEvent;
import plenum.server.points.PointProblem;
import plenum.server.points.PointRules;
import plenum.server.points.Points;
import plenum.server.room.RoomCommand;
import plenum.server.room.RoomEvent;
import plenum.server.room.RoomRules;
import plenum.server.sitting.SessionState;
import plenum.server.sitting.Sitting;
import plenum.server.voting.UnitVoter;

/** The room and the points know of each other here. */
final class Conferring {
    private Conferring() {}

    static Decision room(Hall hall, RoomCommand command, Context context) {
        var decision = obstacle(hall, command, context)
                .orElseGet(
                        () -> RoomRules.decide(hall.room(), hall.chat(), command, roomOutside(hall, context), context));
        return decision instanceof Decision.Accepted accepted ? withoutTheGone(hall, accepted.events()) : decision;
    }

    /** Who goes takes nothing along that only those in the room have. */
    private static Decision withoutTheGone(Hall hall, List<SessionEvent> events) {
        var all = new ArrayList<>(events);
        all.addAll(Staging.departures(hall, events));
        return Decision.accept(all);
    }

    private static Optional<Decision> obstacle(Hall hall, RoomCommand command, Context context) {
        if (command instanceof RoomCommand.OpenRoom && hall.points().external() != null) {
            return Optional.of(Decision.refuse(PointProblem.HOSTED_ELSEWHERE, "the session has an external host"));
        }
        var comes = command instanceof RoomCommand.JoinRoom
                && hall.room().open()
                && !hall.room().has(context.by())
                && !RoomRules.moderates(context);
        return comes ? PointRules.keepsOut(hall.points(), context.by()) : Optional.empty();
    }

    private static RoomRules.Outside roomOutside(Hall hall, Context context) {
        return new RoomRules.Outside(
                hall.sittings().publishedAt() != null,
                hall.sittings().state() == SessionState.ENDED,
                hall.talkers(),
                hall.points().ofTechnician(context.by()).isPresent());
    }

    /** Who is no longer invited is out of the room. */
    static Decision points(Hall hall, PointCommand command, Context context) {
        var decision = PointRules.decide(hall.points(), command, pointsOutside(hall), context);
        if (!(decision instanceof Decision.Accepted accepted)) {
            return decision;
        }
        var events = new ArrayList<>(accepted.events());
        var next = hall.points();
        for (var event : accepted.events()) {
            next = event instanceof PointEvent one ? next.apply(one, context.now()) : next;
        }
        var departures = departures(hall, next);
        events.addAll(departures);
        events.addAll(silenced(hall, next, departures));
        return withoutTheGone(hall, events);
    }

    /**
     * Who spoke for a meeting room, and is in the room for no point now that there are points, does not wait to speak.
     */
    private static List<SessionEvent> silenced(Hall hall, Points next, List<SessionEvent> departures) {
        return FloorRules.people(hall.floor()).stream()
                .filter(person -> !hall.present(person) && hall.isMeetingRoom(person))
                .filter(person ->
                        !next.points().isEmpty() && next.ofTechnician(person).isEmpty())
                .filter(person -> !departures.contains(new RoomEvent.Left(person, false)))
                .flatMap(person -> FloorRules.leave(hall.floor(), person).stream())
                .toList();
    }

    private static List<SessionEvent> departures(Hall hall, Points next) {
        return lost(hall.points(), next).stream()
                .filter(person -> !hall.roster().has(person))
                .filter(person -> hall.room()
                        .people()
                        .participant(person)
                        .filter(one -> !one.moderator())
                        .isPresent())
                .<SessionEvent>map(person -> new RoomEvent.Left(person, false))
                .toList();
    }

    /** Who was invited and is not any more. */
    static List<PersonId> lost(Points before, Points after) {
        var lost = new HashSet<>(before.people());
        lost.removeAll(after.people());
        return List.copyOf(lost);
    }

    /** Units that take part, each with its leaders and its technician as far as they have accounts and are free. */
    static List<UnitVoter> voters(Points points) {
        var taken = new HashSet<PersonId>();
        var voters = new ArrayList<UnitVoter>();
        for (var point : points.points()) {
            var people = point.spokesmen().filter(taken::add).toList();
            if (!people.isEmpty()) {
                voters.add(new UnitVoter(point.pointId(), point.invitation().name(), people));
            }
        }
        return List.copyOf(voters);
    }

    private static PointRules.Outside pointsOutside(Hall hall) {
        var roll = roll(hall);
        return new PointRules.Outside(
                hall.sittings().publishedAt() != null,
                hall.sittings().state() == SessionState.ENDED,
                hall.room().open(),
                roll.map(Sitting::sittingId).orElse(null),
                roll.filter(sitting -> sitting.state() == Sitting.State.OPEN).isPresent());
    }

    /** The sitting whose roll is called: the open one, else the next, else the last. */
    static Optional<Sitting> roll(Hall hall) {
        var all = hall.sittings().sittings();
        return hall.sittings()
                .open()
                .or(() -> all.stream()
                        .filter(sitting -> sitting.state() == Sitting.State.PLANNED)
                        .findFirst())
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    /** Whether the actor administers the unit that the command answers for, or one above it. */
    static boolean administers(Hall hall, HallCommand.OfPoints command, Actor actor) {
        return answered(command.command())
                .filter(point -> PointRights.administers(hall, point, actor))
                .isPresent();
    }

    private static Optional<PointId> answered(PointCommand command) {
        return switch (command) {
            case PointCommand.AssignPoint assign -> Optional.of(assign.pointId());
            case PointCommand.RefusePoint refuse -> Optional.of(refuse.pointId());
            default -> Optional.empty();
        };
    }
}
