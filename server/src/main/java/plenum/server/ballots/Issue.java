package plenum.server.ballots;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;

/**
 * What was fixed when the tellers began to hand out sheets.
 *
 * @param eligible delegates present then, in the order of the roster
 * @param totalMembers of the body on that day
 */
public record Issue(
        Instant at,
        Matter matter,
        Set<PersonId> eligible,
        int totalMembers,
        @Nullable String overrideReason) {
    public Issue {
        eligible = Collections.unmodifiableSet(new LinkedHashSet<>(eligible));
    }
}
