package plenum.server.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.VoteId;

/** What may be asked about votes. */
public sealed interface VotingCommand {
    /** About one vote that is there; on a vote of a batch, hold, resume, close and declare act on the whole batch. */
    sealed interface OfOne extends VotingCommand {
        VoteId voteId();
    }

    /** @param matter code of a matter of the rule set; null: a resolution */
    record PrepareVote(
            VoteId voteId,
            ItemId itemId,
            String title,
            @Nullable String matter) implements VotingCommand {
        public PrepareVote(VoteId voteId, ItemId itemId, String title) {
            this(voteId, itemId, title, null);
        }
    }

    record DropVote(VoteId voteId) implements OfOne {}

    /** Takes it off before it was opened; it stays to be seen. */
    record WithdrawVote(VoteId voteId, String reason) implements OfOne {}

    /** @param byUnits each invited unit has one answer instead of each member */
    record OpenVote(VoteId voteId, @Nullable String overrideReason, boolean byUnits) implements OfOne {
        public OpenVote(VoteId voteId, @Nullable String overrideReason) {
            this(voteId, overrideReason, false);
        }
    }

    /** All or none; their items need not be current. */
    record OpenMany(
            BatchId batchId, List<VoteId> voteIds, @Nullable String overrideReason) implements VotingCommand {
        public OpenMany {
            voteIds = List.copyOf(voteIds);
        }
    }

    /** @param signature checked before the rules are asked */
    record CastBallot(
            VoteId voteId, Choice choice, @Nullable BallotSignature signature) implements OfOne {
        public CastBallot(VoteId voteId, Choice choice) {
            this(voteId, choice, null);
        }
    }

    /** All or none. */
    record CastMany(List<CastBallot> ballots) implements VotingCommand {
        public CastMany {
            ballots = List.copyOf(ballots);
        }
    }

    /** A clerk writes down the choice of a member without a device. */
    record EnterBallot(VoteId voteId, PersonId personId, Choice choice, String reason) implements OfOne {}

    /** Another clerk confirms what was written down; from then on it is the member's ballot. */
    record CountersignEntry(VoteId voteId, PersonId personId, Choice choice) implements OfOne {}

    record WithdrawEntry(VoteId voteId, PersonId personId) implements OfOne {}

    /** No ballots until it is resumed; those cast stay. */
    record HoldVote(VoteId voteId, String reason) implements OfOne {}

    record ResumeVote(VoteId voteId) implements OfOne {}

    record CloseVote(VoteId voteId) implements OfOne {}

    record DeclareVote(VoteId voteId) implements OfOne {}

    record VoidVote(VoteId voteId, String reason) implements OfOne {}
}
