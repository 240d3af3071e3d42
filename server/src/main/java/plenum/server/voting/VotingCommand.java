package plenum.server.voting;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.VoteId;

/** What may be asked about votes. */
public sealed interface VotingCommand {
    VoteId voteId();

    record PrepareVote(VoteId voteId, ItemId itemId, String title) implements VotingCommand {}

    record DropVote(VoteId voteId) implements VotingCommand {}

    record OpenVote(VoteId voteId, @Nullable String overrideReason) implements VotingCommand {}

    record CastBallot(VoteId voteId, Choice choice) implements VotingCommand {}

    /** No ballots until it is resumed; those cast stay. */
    record HoldVote(VoteId voteId, String reason) implements VotingCommand {}

    record ResumeVote(VoteId voteId) implements VotingCommand {}

    record CloseVote(VoteId voteId) implements VotingCommand {}

    record DeclareVote(VoteId voteId) implements VotingCommand {}

    record VoidVote(VoteId voteId, String reason) implements VotingCommand {}
}
