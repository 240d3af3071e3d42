package plenum.server.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.Share;
import plenum.server.kernel.Substitute;
import plenum.server.kernel.VoteId;

/** What happened to votes. */
public sealed interface VotingEvent extends SessionEvent {
    VoteId voteId();

    /** @param matter null: a resolution */
    record Prepared(
            VoteId voteId,
            ItemId itemId,
            String title,
            @Nullable String matter) implements VotingEvent {
        public Prepared(VoteId voteId, ItemId itemId, String title) {
            this(voteId, itemId, title, null);
        }
    }

    record Dropped(VoteId voteId) implements VotingEvent {}

    record Withdrawn(VoteId voteId, String reason) implements VotingEvent {}

    /**
     * @param eligible delegates present at opening, in the order of the roster
     * @param batch of the votes that were opened with it
     * @param matter as it was in the session's rules; absent in votes from before there were matters
     * @param substitutes those of the eligible who vote in the place of a member; absent when there are none
     * @param units that have one answer each, under the eligible person; absent where each votes for oneself
     */
    record Opened(
            VoteId voteId,
            List<PersonId> eligible,
            Share rule,
            int baseSize,
            @Nullable String overrideReason,
            @Nullable BatchId batch,
            @Nullable Matter matter,
            @Nullable List<Substitute> substitutes,
            @Nullable List<UnitVoter> units)
            implements VotingEvent {
        public Opened {
            eligible = List.copyOf(eligible);
            substitutes = substitutes == null ? null : List.copyOf(substitutes);
            units = units == null ? null : List.copyOf(units);
        }

        public Opened(
                VoteId voteId,
                List<PersonId> eligible,
                Share rule,
                int baseSize,
                @Nullable String overrideReason,
                @Nullable BatchId batch,
                @Nullable Matter matter) {
            this(voteId, eligible, rule, baseSize, overrideReason, batch, matter, null);
        }

        public Opened(
                VoteId voteId,
                List<PersonId> eligible,
                Share rule,
                int baseSize,
                @Nullable String overrideReason,
                @Nullable BatchId batch,
                @Nullable Matter matter,
                @Nullable List<Substitute> substitutes) {
            this(voteId, eligible, rule, baseSize, overrideReason, batch, matter, substitutes, null);
        }
    }

    /** @param chair true when the voter presides; absent for everybody else */
    record BallotCast(
            VoteId voteId,
            PersonId personId,
            Choice choice,
            @Nullable BallotSignature signature,
            @Nullable Boolean chair)
            implements VotingEvent {
        public BallotCast(VoteId voteId, PersonId personId, Choice choice, @Nullable BallotSignature signature) {
            this(voteId, personId, choice, signature, null);
        }
    }

    /** Does not count yet. */
    record Entered(VoteId voteId, PersonId personId, Choice choice, String reason, PersonId clerk, String clerkName)
            implements VotingEvent {}

    /**
     * The entry is the member's ballot from now on; says all of it once more.
     *
     * @param chair true when the member presides; absent for everybody else
     */
    record Countersigned(
            VoteId voteId,
            PersonId personId,
            Choice choice,
            String reason,
            PersonId clerk,
            String clerkName,
            PersonId countersigner,
            String countersignerName,
            @Nullable Boolean chair)
            implements VotingEvent {}

    /** An entry that was never countersigned. */
    record EntryEnded(VoteId voteId, PersonId personId, EntryEnd why) implements VotingEvent {}

    /** Why an entry never counted. */
    enum EntryEnd {
        TAKEN_BACK,
        /** The member sent a ballot after all. */
        OWN_BALLOT,
        VOTE_CLOSED
    }

    record Held(VoteId voteId, String reason) implements VotingEvent {}

    record Resumed(VoteId voteId) implements VotingEvent {}

    /** @param byChair true when as many were for as against and the chair's side decided; absent otherwise */
    record Closed(
            VoteId voteId,
            int forCount,
            int againstCount,
            int abstainCount,
            int notVoted,
            Outcome outcome,
            @Nullable Boolean byChair)
            implements VotingEvent {
        public Closed(VoteId voteId, int forCount, int againstCount, int abstainCount, int notVoted, Outcome outcome) {
            this(voteId, forCount, againstCount, abstainCount, notVoted, outcome, null);
        }
    }

    record Declared(VoteId voteId) implements VotingEvent {}

    record Voided(VoteId voteId, String reason) implements VotingEvent {}
}
