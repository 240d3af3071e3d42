package plenum.server.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;

/**
 * One line of a session's journal.
 *
 * @param seq 1 for the first, then without gaps
 * @param at when the server decided it, millisecond precision, never before the line above
 * @param by who sent the command
 * @param roles held by the sender in the session's body at that moment
 * @param cmd the command that it came of
 */
public record JournalEntry(
        long seq, Instant at, PersonId by, Set<Role> roles, Optional<CommandId> cmd, SessionEvent event) {
    public JournalEntry {
        roles = Set.copyOf(roles);
    }
}
