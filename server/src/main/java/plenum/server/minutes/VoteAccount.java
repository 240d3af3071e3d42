package plenum.server.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Base;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.voting.UnitVoter;
import plenum.server.voting.VotingEvent;

/**
 * What the journal tells of one vote that was opened: the events themselves, so that no number is counted twice.
 *
 * @param holds breaks in it, in their order
 * @param byHand ballots that a clerk wrote down and another countersigned
 * @param answered units that have answered, by the person under whom the ballot lies
 * @param closed null while the vote is open, and when it was voided before
 */
record VoteAccount(
        String title,
        VotingEvent.Opened opened,
        Instant openedAt,
        List<Break> holds,
        List<VotingEvent.Countersigned> byHand,
        Set<PersonId> answered,
        VotingEvent.@Nullable Closed closed,
        @Nullable Instant closedAt,
        @Nullable Instant declaredAt,
        VotingEvent.@Nullable Voided voided,
        @Nullable Instant voidedAt) {

    /** @param until null while it lasts, and when the vote was voided in it */
    record Break(Instant from, String reason, @Nullable Instant until) {}

    static VoteAccount opened(String title, VotingEvent.Opened event, Instant at) {
        return new VoteAccount(title, event, at, List.of(), List.of(), Set.of(), null, null, null, null, null);
    }

    boolean byUnits() {
        return opened.units() != null;
    }

    /** The unit whose ballot lies there. */
    Optional<String> nameOf(PersonId seat) {
        return units().filter(unit -> unit.seat().equals(seat))
                .map(UnitVoter::name)
                .findFirst();
    }

    /** Units that have not answered. */
    List<String> silent() {
        return units().filter(unit -> !answered.contains(unit.seat()))
                .map(UnitVoter::name)
                .toList();
    }

    private Stream<UnitVoter> units() {
        return opened.units() == null ? Stream.empty() : opened.units().stream();
    }

    VoteAccount answered(PersonId seat) {
        if (!byUnits()) {
            return this;
        }
        var all = new HashSet<>(answered);
        all.add(seat);
        return new VoteAccount(
                title,
                opened,
                openedAt,
                holds,
                byHand,
                Set.copyOf(all),
                closed,
                closedAt,
                declaredAt,
                voided,
                voidedAt);
    }

    VoteAccount held(VotingEvent.Held event, Instant at) {
        var all = new ArrayList<>(holds);
        all.add(new Break(at, event.reason(), null));
        return withHolds(all);
    }

    VoteAccount resumed(Instant at) {
        var all = new ArrayList<>(holds);
        var last = all.removeLast();
        all.add(new Break(last.from(), last.reason(), at));
        return withHolds(all);
    }

    private VoteAccount withHolds(List<Break> all) {
        return new VoteAccount(
                title,
                opened,
                openedAt,
                List.copyOf(all),
                byHand,
                answered,
                closed,
                closedAt,
                declaredAt,
                voided,
                voidedAt);
    }

    VoteAccount enteredByHand(VotingEvent.Countersigned event) {
        var all = new ArrayList<>(byHand);
        all.add(event);
        return new VoteAccount(
                title,
                opened,
                openedAt,
                holds,
                List.copyOf(all),
                answered,
                closed,
                closedAt,
                declaredAt,
                voided,
                voidedAt);
    }

    VoteAccount closed(VotingEvent.Closed event, Instant at) {
        return new VoteAccount(
                title, opened, openedAt, holds, byHand, answered, event, at, declaredAt, voided, voidedAt);
    }

    VoteAccount declared(Instant at) {
        return new VoteAccount(
                title, opened, openedAt, holds, byHand, answered, closed, closedAt, at, voided, voidedAt);
    }

    VoteAccount voided(VotingEvent.Voided event, Instant at) {
        return new VoteAccount(
                title, opened, openedAt, holds, byHand, answered, closed, closedAt, declaredAt, event, at);
    }

    /** The words that stood on the ballot. */
    String label(OptionCode option, String usual) {
        var matter = opened.matter();
        return matter == null
                ? usual
                : matter.option(option).map(BallotOption::label).orElse(usual);
    }

    /** The number that the share was taken of; ballots collected are known only at closing. */
    long base(VotingEvent.Closed result) {
        var rule = opened.rule().base();
        return rule == Base.BALLOTS_COLLECTED || rule == Base.BALLOTS_VALID
                ? (long) result.forCount() + result.againstCount() + result.abstainCount()
                : opened.baseSize();
    }
}
