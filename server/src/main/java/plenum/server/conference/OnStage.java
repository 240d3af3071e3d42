package plenum.server.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;
import plenum.server.room.Participant;
import plenum.server.room.Station;
import plenum.server.stage.Layout;

/** Whom those see who choose nothing themselves, the most important first; a browser's room shows the same. */
final class OnStage {
    private OnStage() {}

    /** @param speaker who is heard best */
    static List<PersonId> of(Hall hall, Optional<PersonId> speaker, Instant now) {
        var air = hall.stage().air();
        if (air == null || air.kind() == Layout.Kind.STAGE || air.kind() == Layout.Kind.STAGE_PAPER) {
            return one(hall, speaker).stream().toList();
        }
        var people = those(hall, air);
        return air.kind() == Layout.Kind.ROTATION ? turn(hall, air, people, now) : people;
    }

    /** The director's choice, the pinned one or who has the floor, else who is heard best, else who conducts. */
    private static Optional<PersonId> one(Hall hall, Optional<PersonId> speaker) {
        var room = hall.room();
        var people = room.people().participants();
        return Optional.ofNullable(hall.onStage())
                .or(() -> speaker.filter(room::has))
                .or(() -> people.stream()
                        .filter(Participant::moderator)
                        .findFirst()
                        .or(() -> people.stream().findFirst())
                        .map(Participant::personId));
    }

    /**
     * Those of the layout who are in the room; it names nobody: everybody, of meeting rooms only where there are any.
     */
    private static List<PersonId> those(Hall hall, Layout air) {
        if (!air.persons().isEmpty()) {
            return air.persons().stream().filter(hall.room()::has).toList();
        }
        var people = hall.room().people().participants();
        var points =
                people.stream().filter(person -> person.as() == Station.KIOSK).toList();
        return (points.isEmpty() ? people : points)
                .stream().map(Participant::personId).toList();
    }

    private static List<PersonId> turn(Hall hall, Layout air, List<PersonId> people, Instant now) {
        var since = hall.stage().since();
        if (people.isEmpty() || since == null) return people;
        var turns =
                Math.max(0, Duration.between(since, now).toSeconds()) / Objects.requireNonNullElse(air.seconds(), 1);
        return List.of(people.get((int) (turns % people.size())));
    }
}
