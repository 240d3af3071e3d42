package plenum.server.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.server.floor.FloorRules;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.recording.RecordingRules;
import plenum.server.room.Microphones;
import plenum.server.room.Participant;
import plenum.server.room.RoomEvent;
import plenum.server.room.RoomRules;
import plenum.server.stage.Layout;
import plenum.server.stage.StageCommand;
import plenum.server.stage.StageEvent;
import plenum.server.stage.StageRules;

/** What the stage needs to know of room and floor, and what they do for it. */
final class Staging {
    private Staging() {}

    /** Who is called, and two in dialogue, can be heard. */
    static Decision decide(Hall hall, StageCommand command) {
        var decision = StageRules.decide(hall.stage(), command, outside(hall));
        if (!(decision instanceof Decision.Accepted accepted)) {
            return decision;
        }
        var events = new ArrayList<>(accepted.events());
        accepted.events().stream()
                .flatMap(event -> heard(event).stream())
                .forEach(person -> events.addAll(RoomRules.giveVoice(hall.room(), person)));
        return Decision.accept(events);
    }

    private static StageRules.Outside outside(Hall hall) {
        var room = hall.room();
        return new StageRules.Outside(
                room.open(),
                room.settings().microphones() == Microphones.CALLED,
                room::has,
                person -> room.people().standings().containsKey(person));
    }

    private static List<PersonId> heard(SessionEvent event) {
        return switch (event) {
            case StageEvent.Called called -> List.of(called.personId());
            case StageEvent.Aired aired ->
                aired.layout().kind() == Layout.Kind.DIALOGUE ? aired.layout().persons() : List.of();
            default -> List.of();
        };
    }

    /** What follows when a person is given the floor. */
    static List<SessionEvent> granted(Hall hall, PersonId person) {
        var events = new ArrayList<>(RoomRules.giveVoice(hall.room(), person));
        if (hall.room().has(person)) {
            events.addAll(StageRules.present(hall.stage(), person));
        }
        return List.copyOf(events);
    }

    /** Name of a person who is no member and speaks for a meeting room: that of the point, else the own. */
    static Optional<String> visitor(Hall hall, PersonId person) {
        if (hall.roster().has(person) || hall.substitutes().contains(person)) {
            return Optional.empty();
        }
        return hall.points()
                .ofTechnician(person)
                .map(point -> point.invitation().name())
                .or(() -> hall.room().people().participant(person).map(Participant::name));
    }

    /** The events that end the room and all that is of it. */
    static List<SessionEvent> closing(Hall hall) {
        var events = new ArrayList<>(RoomRules.close(hall.room()));
        events.addAll(departures(hall, events));
        return List.copyOf(events);
    }

    /** What those lose who leave the room or are sent out; who is lost comes back to it. */
    static List<SessionEvent> departures(Hall hall, List<SessionEvent> events) {
        return events.stream().flatMap(event -> departure(hall, event).stream()).toList();
    }

    private static List<SessionEvent> departure(Hall hall, SessionEvent event) {
        return switch (event) {
            case RoomEvent.Left left -> left.lost() ? List.of() : gone(hall, left.personId());
            case RoomEvent.Removed removed -> gone(hall, removed.personId());
            case RoomEvent.Closed unused -> closed(hall);
            default -> List.of();
        };
    }

    private static List<SessionEvent> gone(Hall hall, PersonId person) {
        var events = new ArrayList<>(StageRules.leave(hall.stage(), person));
        if (!hall.present(person)) {
            events.addAll(FloorRules.leave(hall.floor(), person));
        }
        return events;
    }

    private static List<SessionEvent> closed(Hall hall) {
        var events = new ArrayList<>(RecordingRules.end(hall.recording()));
        events.addAll(StageRules.strike(hall.stage()));
        FloorRules.people(hall.floor()).stream()
                .filter(person -> !hall.present(person))
                .forEach(person -> events.addAll(FloorRules.leave(hall.floor(), person)));
        return events;
    }
}
