package plenum.server.ballots;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionEvent;

/** What happened to polls. */
public sealed interface PollEvent extends SessionEvent {
    PollId pollId();

    record Prepared(
            PollId pollId,
            ItemId itemId,
            BallotForm form,
            BallotSheet sheet,
            @Nullable PollId after) implements PollEvent {}

    record SheetEdited(PollId pollId, BallotSheet sheet) implements PollEvent {}

    record Dropped(PollId pollId) implements PollEvent {}

    record TellersNamed(PollId pollId, Tellers tellers) implements PollEvent {}

    /** @param eligible delegates present then, in the order of the roster */
    record IssueOpened(
            PollId pollId,
            Matter matter,
            List<PersonId> eligible,
            int totalMembers,
            @Nullable String overrideReason) implements PollEvent {
        public IssueOpened {
            eligible = List.copyOf(eligible);
        }
    }

    record Issued(PollId pollId, Handed handed) implements PollEvent {}

    record BoxClosed(PollId pollId) implements PollEvent {}

    /** @param round 1 for the first, one more after each mismatch */
    record CountKeyed(PollId pollId, PersonId personId, int round, Count count) implements PollEvent {}

    record Mismatched(PollId pollId, int round, List<Place> places) implements PollEvent {
        public Mismatched {
            places = List.copyOf(places);
        }
    }

    /** @param keyedBy the two tellers whose counts are the same */
    record Counted(PollId pollId, List<PersonId> keyedBy, Count count, List<LineResult> results) implements PollEvent {
        public Counted {
            keyedBy = List.copyOf(keyedBy);
            results = List.copyOf(results);
        }
    }

    record Declared(PollId pollId) implements PollEvent {}

    record Voided(PollId pollId, String reason) implements PollEvent {}
}
