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
}
