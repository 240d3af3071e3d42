package plenum.server.ballots;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/** What may be asked about polls. */
public sealed interface PollCommand {
    PollId pollId();

    /**
     * A new poll.
     *
     * @param form one that the matter allows
     * @param after the void poll that is taken again, or the tied one that is run off
     */
    record PreparePoll(
            PollId pollId,
            ItemId itemId,
            BallotForm form,
            BallotSheet sheet,
            @Nullable PollId after) implements PollCommand {}

    record EditSheet(PollId pollId, BallotSheet sheet) implements PollCommand {}

    record DropPoll(PollId pollId) implements PollCommand {}

    record NameTellers(
            PollId pollId,
            List<PersonId> tellers,
            PersonId head,
            @Nullable VoteId voteId) implements PollCommand {
        public NameTellers {
            tellers = List.copyOf(tellers);
        }
    }

    /** The tellers begin to hand out sheets. */
    record IssueSheets(PollId pollId, @Nullable String overrideReason) implements PollCommand {}

    /** All sheets are handed out: so many. */
    record CountIssued(PollId pollId, Handed handed) implements PollCommand {}

    /** Everybody has cast: the box is closed and opened for the count. */
    record CloseBox(PollId pollId) implements PollCommand {}

    record KeyCount(PollId pollId, Count count) implements PollCommand {}

    record DeclarePoll(PollId pollId) implements PollCommand {}

    record VoidPoll(PollId pollId, String reason) implements PollCommand {}

    /**
     * A present delegate takes an electronic ballot.
     *
     * @param definition hash of the poll's definition, as the tablet has it
     * @param blinded Base64
     * @param signature of the tablet, Base64
     */
    record TakeBallot(PollId pollId, String definition, String blinded, String signature) implements PollCommand {}

    /** The token for the ballot is on the sender's tablet, and right. */
    record ConfirmStored(PollId pollId) implements PollCommand {}

    /** One of the two words that a step of the ballot box needs. */
    record ApproveStep(PollId pollId, BoxPhase to, int issued, String signature) implements PollCommand {}

    /** The server's own: the poll's keys are made and its definition is written. */
    record DefinePoll(PollId pollId, Electronic.Defined defined) implements PollCommand {}

    /** The server's own: the ballot box has done the step. */
    record NoteMoved(PollId pollId, BoxPhase phase) implements PollCommand {}

    /** The server's own: the ballot box has counted. @param root of the board, Base64 */
    record NoteTallied(PollId pollId, String root, Count count) implements PollCommand {}

    /** The server's own: the ballot box does not follow; null: it does again. */
    record NoteTrouble(PollId pollId, @Nullable String trouble) implements PollCommand {}
}
