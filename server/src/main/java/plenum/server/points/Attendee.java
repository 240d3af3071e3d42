package plenum.server.points;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * Someone whom a unit sends to its point.
 *
 * @param position office; may be empty
 * @param leader named in the roll call
 * @param personId of who has an account, and may see the session as a guest
 */
public record Attendee(
        String name,
        String position,
        boolean leader,
        @Nullable PersonId personId) {}
