package plenum.server.minutes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/** Something in the course of a sitting that the minutes tell. */
sealed interface Happening {

    /**
     * @param visitor name of one who is no member and speaks for a meeting room
     * @param to null while the person still speaks
     */
    record Speech(
            PersonId person,
            @Nullable String visitor,
            Instant from,
            @Nullable Instant to) implements Happening {
        Speech ended(Instant at) {
            return new Speech(person, visitor, from, at);
        }
    }

    /** Its facts are in {@link Proceedings#votes}, since they go on after the item. */
    record VoteTaken(VoteId vote) implements Happening {}

    /** Several votes at once; their facts are there too. */
    record BatchTaken(BatchId batch) implements Happening {}

    /** A secret ballot; its facts are in {@link Proceedings#polls}. */
    record PollTaken(PollId poll) implements Happening {}

    /** Delegates who became present after the opening. */
    record Arrived(List<PersonId> people, Instant at) implements Happening {}

    /** A delegate who was present and is not any more. */
    record Left(PersonId person, Instant at, @Nullable String reason) implements Happening {}
}
