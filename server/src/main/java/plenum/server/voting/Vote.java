package plenum.server.voting;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Share;
import plenum.server.kernel.Substitute;
import plenum.server.kernel.VoteId;

/**
 * One vote without its ballots.
 *
 * @param opening absent before it was opened
 * @param hold while it is open and takes no ballots
 * @param matter code of a matter of the session's rules
 * @param withdrawn before it was opened
 * @param tally absent before it was closed; stays when it is voided afterwards
 */
public record Vote(
        VoteId voteId,
        ItemId itemId,
        String title,
        String matter,
        State state,
        @Nullable Withdrawal withdrawn,
        @Nullable Opening opening,
        @Nullable Hold hold,
        @Nullable Tally tally,
        @Nullable Instant closedAt,
        @Nullable Instant declaredAt,
        @Nullable String voidReason) {

    /** A vote's life. */
    public enum State {
        PREPARED,
        WITHDRAWN,
        OPEN,
        CLOSED,
        DECLARED,
        VOIDED
    }

    /**
     * What was fixed when the vote was opened.
     *
     * @param eligible in the order of the roster
     * @param baseSize the number that the share is taken of, as far as known at opening
     * @param batch of the votes that were opened with it
     * @param matter what the session's rules said of it; absent in votes from before there were matters
     * @param substitutes those of the eligible who vote in the place of a member
     * @param units that have one answer each; none: each votes for oneself
     */
    public record Opening(
            Instant at,
            Set<PersonId> eligible,
            Share rule,
            int baseSize,
            @Nullable String overrideReason,
            @Nullable BatchId batch,
            @Nullable Matter matter,
            List<Substitute> substitutes,
            List<UnitVoter> units) {
        public Opening {
            eligible = Collections.unmodifiableSet(new LinkedHashSet<>(eligible));
            substitutes = List.copyOf(substitutes);
            units = List.copyOf(units);
        }
    }

    /** Why it was taken off. */
    public record Withdrawal(Instant at, String reason) {}

    /** A break in an open vote. */
    public record Hold(Instant at, String reason) {}

    static Vote prepared(VotingEvent.Prepared event) {
        var matter = event.matter() == null ? Matter.RESOLUTION : event.matter();
        return new Vote(
                event.voteId(),
                event.itemId(),
                event.title(),
                matter,
                State.PREPARED,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Open, and not on hold. */
    boolean takesBallots() {
        return state == State.OPEN && hold == null;
    }

    public boolean eligible(PersonId person) {
        return seat(person).isPresent();
    }

    /** Under whom the person's ballot lies: the own name, or the seat of the unit for which the person answers. */
    public Optional<PersonId> seat(PersonId person) {
        if (opening == null) {
            return Optional.empty();
        }
        return byUnits()
                ? opening.units().stream()
                        .filter(unit -> unit.people().contains(person))
                        .map(UnitVoter::seat)
                        .findFirst()
                : Optional.of(person).filter(opening.eligible()::contains);
    }

    /** Each unit has one answer. */
    public boolean byUnits() {
        return opening != null && !opening.units().isEmpty();
    }

    /** The number that the share is taken of: after closing the ballots collected, when the rule says so. */
    public int baseSize() {
        if (opening == null) {
            return 0;
        }
        return tally != null && Tally.countsCollected(opening.rule().base()) ? tally.cast() : opening.baseSize();
    }

    /** Of the votes that were opened with it; null when it was opened alone. */
    public @Nullable BatchId batch() {
        return opening == null ? null : opening.batch();
    }

    /** The counts are shown while it is open. */
    public boolean live() {
        return state == State.OPEN
                && opening != null
                && opening.matter() != null
                && opening.matter().showLive();
    }

    Vote withdrawn(Withdrawal newWithdrawn) {
        return new Vote(
                voteId, itemId, title, matter, State.WITHDRAWN, newWithdrawn, null, null, null, null, null, null);
    }

    Vote opened(Opening newOpening) {
        return new Vote(voteId, itemId, title, matter, State.OPEN, null, newOpening, null, null, null, null, null);
    }

    Vote held(@Nullable Hold newHold) {
        return new Vote(
                voteId, itemId, title, matter, state, null, opening, newHold, tally, closedAt, declaredAt, voidReason);
    }

    Vote closed(Tally newTally, Instant at) {
        return new Vote(voteId, itemId, title, matter, State.CLOSED, null, opening, null, newTally, at, null, null);
    }

    Vote declared(Instant at) {
        return new Vote(voteId, itemId, title, matter, State.DECLARED, null, opening, null, tally, closedAt, at, null);
    }

    Vote voided(String reason) {
        return new Vote(
                voteId, itemId, title, matter, State.VOIDED, null, opening, null, tally, closedAt, null, reason);
    }
}
