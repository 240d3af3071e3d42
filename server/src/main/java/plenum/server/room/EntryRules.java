package plenum.server.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** Who comes into the room and who goes. */
final class EntryRules {
    /** How long a lost connection keeps the way back into a locked room. */
    private static final Duration WAY_BACK = Duration.ofMinutes(10);

    private EntryRules() {}

    /** Moderators always come in. */
    static Decision join(Room room, Station as, boolean expected, Context context) {
        var person = context.by();
        if (room.has(person)) {
            return Decision.accept();
        }
        if (RoomRules.moderates(context)) {
            return Decision.accept(new RoomEvent.Joined(person, context.name(), true, as));
        }
        if (room.people().knock(person).isPresent()) {
            return Decision.accept();
        }
        var standing = room.people().standing(person);
        if (room.settings().locked() && !mayComeBack(standing, context.now())) {
            return Decision.refuse(RoomProblem.LOCKED, "the room is locked");
        }
        return Decision.accept(
                mustKnock(room, standing, expected)
                        ? new RoomEvent.Knocked(person, context.name(), as)
                        : new RoomEvent.Joined(person, context.name(), false, as));
    }

    private static boolean mayComeBack(Standing standing, Instant now) {
        return standing.lostAt() != null && now.isBefore(standing.lostAt().plus(WAY_BACK));
    }

    private static boolean mustKnock(Room room, Standing standing, boolean expected) {
        return switch (standing.admission()) {
            case NEW -> room.settings().lobby() && !expected;
            case ADMITTED -> false;
            case REMOVED -> true;
        };
    }

    static Decision leave(Room room, PersonId person) {
        var isThere = room.has(person) || room.people().knock(person).isPresent();
        return isThere ? Decision.accept(new RoomEvent.Left(person, false)) : Decision.accept();
    }

    static Decision lose(Room room, PersonId person) {
        return room.has(person) ? Decision.accept(new RoomEvent.Left(person, true)) : Decision.accept();
    }

    static Decision admit(Room room, PersonId person) {
        if (room.has(person)) {
            return Decision.accept();
        }
        return room.people()
                .knock(person)
                .map(knock -> Decision.accept(admitted(List.of(knock))))
                .orElseGet(() -> Decision.refuse(RoomProblem.NOT_WAITING, "person " + person));
    }

    static Decision turnAway(Room room, PersonId person) {
        return room.people().knock(person).isPresent()
                ? Decision.accept(new RoomEvent.TurnedAway(person))
                : Decision.accept();
    }

    static Decision remove(Room room, PersonId person) {
        var participant = room.people().participant(person);
        if (participant.isEmpty()) {
            return RoomRules.notInRoom(person);
        }
        return participant.get().moderator()
                ? Decision.refuse(RoomProblem.MODERATOR_STAYS, "person " + person)
                : Decision.accept(new RoomEvent.Removed(person));
    }

    /** Those who would be in if there were no lobby. */
    static List<Knock> waitingForTheLobby(Room room) {
        return room.people().waiting().stream()
                .filter(knock -> room.people().standing(knock.personId()).admission() == Standing.Admission.NEW)
                .toList();
    }

    /** Who knocks is no moderator. */
    static List<SessionEvent> admitted(List<Knock> knocks) {
        return knocks.stream()
                .<SessionEvent>map(knock -> new RoomEvent.Joined(knock.personId(), knock.name(), false, knock.as()))
                .toList();
    }
}
