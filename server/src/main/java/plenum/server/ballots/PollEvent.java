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

    record Defined(PollId pollId, String definition, String hash, List<Elector> electorate) implements PollEvent {
        public Defined {
            electorate = List.copyOf(electorate);
        }
    }

    /** @param blinded and signature: Base64 */
    record Taken(PollId pollId, PersonId personId, String blinded, String signature) implements PollEvent {}

    record Stored(PollId pollId, PersonId personId) implements PollEvent {}

    record Approved(PollId pollId, PersonId personId, BoxPhase to, int issued, String signature) implements PollEvent {}

    /** The ballot box is there now. */
    record Moved(PollId pollId, BoxPhase phase) implements PollEvent {}

    /**
     * @param approvedBy the two tellers on whose word the box was opened
     * @param root of the board, Base64
     */
    record Tallied(PollId pollId, List<PersonId> approvedBy, String root, Count count, List<LineResult> results)
            implements PollEvent {
        public Tallied {
            approvedBy = List.copyOf(approvedBy);
            results = List.copyOf(results);
        }
    }

    /** @param trouble what the ballot box, or the way to it, has; null when it is over */
    record Troubled(PollId pollId, @Nullable String trouble) implements PollEvent {}
}
