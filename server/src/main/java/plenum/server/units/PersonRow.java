package plenum.server.units;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * A person in a register.
 *
 * @param password only for a person who is new
 * @param passwordHash ready-made, from Java only: the contract has no such field
 */
public record PersonRow(
        PersonId personId,
        String username,
        String name,
        String title,
        @Nullable String password,
        @Nullable String passwordHash) {
    @Override
    public String toString() {
        return "PersonRow[" + personId + " " + username + "]";
    }
}
