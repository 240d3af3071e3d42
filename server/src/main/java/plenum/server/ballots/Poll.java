package plenum.server.ballots;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;

/**
 * One taking of secret ballots.
 *
 * @param issue absent before sheets were handed out
 * @param handed absent before the sheets handed out were counted
 * @param counting absent before the box was closed
 * @param result absent before two tellers keyed the same
 * @param after the poll that this one repeats or runs off
 */
public record Poll(
        PollId pollId,
        ItemId itemId,
        BallotForm form,
        BallotSheet sheet,
        State state,
        @Nullable Tellers tellers,
        @Nullable Issue issue,
        @Nullable Handed handed,
        @Nullable Counting counting,
        @Nullable Result result,
        @Nullable Instant declaredAt,
        @Nullable String voidReason,
        @Nullable PollId after) {

    /** A poll's life on paper. */
    public enum State {
        DRAFT,
        ISSUING,
        CASTING,
        COUNTING,
        COUNTED,
        DECLARED,
        VOIDED
    }

    /**
     * The count while it goes on.
     *
     * @param keyed what one teller has keyed in this round
     * @param differing where the two counts of the round before were not the same
     */
    public record Counting(
            Instant since, int round, @Nullable Keyed keyed, List<Place> differing) {
        public Counting {
            differing = List.copyOf(differing);
        }
    }

    /** What two tellers agreed on, and what follows from it. */
    public record Result(Instant at, List<PersonId> keyedBy, Count count, List<LineResult> lines) {
        public Result {
            keyedBy = List.copyOf(keyedBy);
            lines = List.copyOf(lines);
        }

        public boolean hasTie() {
            return lines.stream().anyMatch(line -> line.outcome() == LineOutcome.TIED);
        }
    }

    static Poll prepared(PollEvent.Prepared event) {
        return new Poll(
                event.pollId(),
                event.itemId(),
                event.form(),
                event.sheet(),
                State.DRAFT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                event.after());
    }

    /** Sheets are being handed out or cast: the hall does nothing else. */
    public boolean busy() {
        return state == State.ISSUING || state == State.CASTING;
    }

    /** Begun, and not yet declared or void. */
    public boolean pending() {
        return busy() || state == State.COUNTING || state == State.COUNTED;
    }

    public boolean counts(PersonId person) {
        return tellers != null && tellers.has(person);
    }

    /** What the result is made of; empty before there is one. */
    public Optional<Reckoning> reckoning() {
        return issue == null || handed == null || result == null
                ? Optional.empty()
                : Optional.of(new Reckoning(sheet, issue, handed, result.count()));
    }

    Poll edited(BallotSheet newSheet) {
        return with(newSheet, state, tellers, issue, handed, counting, result);
    }

    Poll withTellers(Tellers newTellers) {
        return with(sheet, state, newTellers, issue, handed, counting, result);
    }

    Poll issuing(Issue newIssue) {
        return with(sheet, State.ISSUING, tellers, newIssue, null, null, null);
    }

    Poll casting(Handed newHanded) {
        return with(sheet, State.CASTING, tellers, issue, newHanded, null, null);
    }

    Poll counting(Counting newCounting) {
        return with(sheet, State.COUNTING, tellers, issue, handed, newCounting, null);
    }

    Poll counted(Result newResult) {
        return with(sheet, State.COUNTED, tellers, issue, handed, null, newResult);
    }

    Poll declared(Instant at) {
        return new Poll(
                pollId, itemId, form, sheet, State.DECLARED, tellers, issue, handed, null, result, at, null, after);
    }

    Poll voided(String reason) {
        return new Poll(
                pollId, itemId, form, sheet, State.VOIDED, tellers, issue, handed, null, result, null, reason, after);
    }

    private Poll with(
            BallotSheet newSheet,
            State newState,
            @Nullable Tellers newTellers,
            @Nullable Issue newIssue,
            @Nullable Handed newHanded,
            @Nullable Counting newCounting,
            @Nullable Result newResult) {
        return new Poll(
                pollId,
                itemId,
                form,
                newSheet,
                newState,
                newTellers,
                newIssue,
                newHanded,
                newCounting,
                newResult,
                null,
                null,
                after);
    }
}
