package plenum.server.invitations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;

/** Whom a unit names for its point: schema PointAssignment. @param technicianId of the unit or below it */
record Assignment(
        CommandId id, PersonId technicianId, @Nullable String phone, List<Named> attendees, int expected) {
    /** @param position may be absent */
    record Named(
            String name,
            @Nullable String position,
            boolean leader,
            @Nullable PersonId personId) {}

    Assignment {
        attendees = List.copyOf(attendees);
    }
}
