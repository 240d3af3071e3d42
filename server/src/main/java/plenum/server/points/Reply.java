package plenum.server.points;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the unit has said to its invitation.
 *
 * @param reason of a refusal
 * @param technician of an assigned point
 * @param expected number of people
 */
public record Reply(
        State state, @Nullable String reason, @Nullable Technician technician, List<Attendee> attendees, int expected) {
    /** Whether the unit comes. */
    public enum State {
        INVITED,
        ASSIGNED,
        REFUSED
    }

    static final Reply NONE = new Reply(State.INVITED, null, null, List.of(), 0);

    public Reply {
        attendees = List.copyOf(attendees);
    }

    static Reply assigned(Technician technician, List<Attendee> attendees, int expected) {
        return new Reply(State.ASSIGNED, null, technician, attendees, expected);
    }

    static Reply refused(String reason) {
        return new Reply(State.REFUSED, reason, null, List.of(), 0);
    }
}
