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
 * @param electronic only in that form, and absent before tokens were to be given out
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
        @Nullable PollId after,
        @Nullable Electronic electronic) {

    /** A poll's life; CHECKING and FINAL only when it is electronic. */
    public enum State {
        DRAFT,
        ISSUING,
        CASTING,
        COUNTING,
        COUNTED,
        /** The board is open: tablets look for their ballots. */
        CHECKING,
        /** The box has destroyed its keys. */
        FINAL,
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
                event.after(),
                null);
    }

    /** Sheets are being handed out or cast: the hall does nothing else. */
    public boolean busy() {
        return state == State.ISSUING || state == State.CASTING;
    }

    /** Begun, and not yet declared or void. */
    public boolean pending() {
        return switch (state) {
            case ISSUING, CASTING, COUNTING, COUNTED, CHECKING, FINAL -> true;
            case DRAFT, DECLARED, VOIDED -> false;
        };
    }

    public boolean onTablets() {
        return form == BallotForm.SECRET_ELECTRONIC;
    }

    /** Everybody may know the result. */
    public boolean published() {
        return state == State.CHECKING || state == State.FINAL || state == State.DECLARED;
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
        return with(newSheet, state, tellers, issue, handed, counting, result, electronic);
    }

    Poll withTellers(Tellers newTellers) {
        return with(sheet, state, newTellers, issue, handed, counting, result, electronic);
    }

    Poll issuing(Issue newIssue) {
        var way = onTablets() ? Electronic.PREPARING : null;
        return with(sheet, State.ISSUING, tellers, newIssue, null, null, null, way);
    }

    Poll casting(Handed newHanded) {
        return with(sheet, State.CASTING, tellers, issue, newHanded, null, null, electronic);
    }

    Poll counting(Counting newCounting) {
        return with(sheet, State.COUNTING, tellers, issue, handed, newCounting, null, electronic);
    }

    Poll counted(Result newResult) {
        return with(sheet, State.COUNTED, tellers, issue, handed, null, newResult, electronic);
    }

    /** The same poll further on with its box; a void one stays void. */
    Poll with(Electronic next) {
        var moved = state == State.VOIDED ? state : stateAt(next.phase());
        var given = moved == State.CASTING ? new Handed(next.issued(), 0) : handed;
        return new Poll(
                pollId,
                itemId,
                form,
                sheet,
                moved,
                tellers,
                issue,
                given,
                counting,
                result,
                declaredAt,
                voidReason,
                after,
                next);
    }

    private State stateAt(BoxPhase phase) {
        return switch (phase) {
            case PREPARING, ISSUE, VOID -> state;
            case CAST -> State.CASTING;
            case CLOSING -> State.COUNTING;
            case TALLIED -> State.COUNTED;
            case CHECK -> State.CHECKING;
            case FINAL -> State.FINAL;
        };
    }

    Poll declared(Instant at) {
        return new Poll(
                pollId,
                itemId,
                form,
                sheet,
                State.DECLARED,
                tellers,
                issue,
                handed,
                null,
                result,
                at,
                null,
                after,
                electronic);
    }

    Poll voided(String reason) {
        return new Poll(
                pollId,
                itemId,
                form,
                sheet,
                State.VOIDED,
                tellers,
                issue,
                handed,
                null,
                result,
                null,
                reason,
                after,
                electronic);
    }

    private Poll with(
            BallotSheet newSheet,
            State newState,
            @Nullable Tellers newTellers,
            @Nullable Issue newIssue,
            @Nullable Handed newHanded,
            @Nullable Counting newCounting,
            @Nullable Result newResult,
            @Nullable Electronic newElectronic) {
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
                after,
                newElectronic);
    }
}
