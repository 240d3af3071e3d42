package plenum.server.ballots;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.VoteId;

/**
 * The counting committee (ban kiểm phiếu) of one poll.
 *
 * @param electedBy the declared open vote that elected them
 */
public record Tellers(
        List<PersonId> people, PersonId head, @Nullable VoteId electedBy) {
    public Tellers {
        people = List.copyOf(people);
    }

    public boolean has(PersonId person) {
        return people.contains(person);
    }
}
