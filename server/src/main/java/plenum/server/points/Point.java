package plenum.server.points;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SittingId;

/**
 * A unit's place in the conference (điểm cầu) and what became of it.
 *
 * @param rolls one for each sitting in which it reported, oldest first
 * @param notes oldest first
 * @param lineSince absent while it was never in the room
 */
public record Point(
        Invitation invitation,
        Reply reply,
        Trial trial,
        List<Roll> rolls,
        List<Note> notes,
        Line line,
        @Nullable Instant lineSince) {
    private static final int NOTES_KEPT = 100;

    public Point {
        rolls = List.copyOf(rolls);
        notes = List.copyOf(notes);
    }

    static Point invited(Invitation invitation) {
        return new Point(invitation, Reply.NONE, Trial.NONE, List.of(), List.of(), Line.NEVER, null);
    }

    public PointId pointId() {
        return invitation.pointId();
    }

    public boolean hasTechnician(PersonId person) {
        return reply.technician() != null && reply.technician().personId().equals(person);
    }

    /** The technician, and attendees who have an account. */
    public Stream<PersonId> people() {
        return Stream.concat(
                Stream.ofNullable(reply.technician()).map(Technician::personId),
                reply.attendees().stream().map(Attendee::personId).filter(Objects::nonNull));
    }

    /**
     * Who may answer for the unit: its leaders who have an account, then the technician, at whose computer they sit.
     */
    public Stream<PersonId> spokesmen() {
        var leaders = reply.attendees().stream()
                .filter(Attendee::leader)
                .map(Attendee::personId)
                .filter(Objects::nonNull);
        return Stream.concat(leaders, Stream.ofNullable(reply.technician()).map(Technician::personId))
                .distinct();
    }

    public Optional<Roll> roll(SittingId sitting) {
        return rolls.stream().filter(roll -> roll.sittingId().equals(sitting)).findFirst();
    }

    /** Another technician begins with another line. */
    Point replied(Reply next) {
        var same = next.technician() != null && hasTechnician(next.technician().personId());
        return new Point(invitation, next, trial, rolls, notes, same ? line : Line.NEVER, same ? lineSince : null);
    }

    Point with(Trial next) {
        return new Point(invitation, reply, next, rolls, notes, line, lineSince);
    }

    Point with(Roll roll) {
        var others = rolls.stream().filter(one -> !one.sittingId().equals(roll.sittingId()));
        return new Point(
                invitation, reply, trial, Stream.concat(others, Stream.of(roll)).toList(), notes, line, lineSince);
    }

    Point with(Note note) {
        var all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        var kept = all.subList(Math.max(0, all.size() - NOTES_KEPT), all.size());
        return new Point(invitation, reply, trial, rolls, kept, line, lineSince);
    }

    Point on(Line next, Instant at) {
        return new Point(invitation, reply, trial, rolls, notes, next, at);
    }
}
