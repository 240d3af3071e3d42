package plenum.server.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.Share;
import plenum.server.kernel.VoteId;

/** What happened to votes. */
public sealed interface VotingEvent extends SessionEvent {
    record Prepared(VoteId voteId, ItemId itemId, String title) implements VotingEvent {}

    record Dropped(VoteId voteId) implements VotingEvent {}

    /** @param eligible delegates present at opening, in the order of the roster */
    record Opened(
            VoteId voteId,
            List<PersonId> eligible,
            Share rule,
            int baseSize,
            @Nullable String overrideReason) implements VotingEvent {
        public Opened {
            eligible = List.copyOf(eligible);
        }
    }

    record BallotCast(VoteId voteId, PersonId personId, Choice choice) implements VotingEvent {}

    record Held(VoteId voteId, String reason) implements VotingEvent {}

    record Resumed(VoteId voteId) implements VotingEvent {}

    record Closed(VoteId voteId, int forCount, int againstCount, int abstainCount, int notVoted, Outcome outcome)
            implements VotingEvent {}

    record Declared(VoteId voteId) implements VotingEvent {}

    record Voided(VoteId voteId, String reason) implements VotingEvent {}
}
