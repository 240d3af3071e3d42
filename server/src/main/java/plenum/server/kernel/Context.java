package plenum.server.kernel;

import java.time.Instant;
import java.util.Set;

/**
 * All that the pure rules may know of the world outside the hall.
 *
 * @param by who sent the command
 * @param name of the sender, as of this command
 * @param roles held by the sender in the session's body
 * @param now one for the whole batch, millisecond precision
 * @param freshCode six random digits that nobody has seen yet, for the roll call's code; empty for other parts
 */
public record Context(PersonId by, String name, Set<Role> roles, Instant now, String freshCode) {
    public Context {
        roles = Set.copyOf(roles);
    }
}
