package plenum.server.voting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.Substitute;

/** The rules of voting by show of tablet. */
public final class VotingRules {
    private static final int MOST_VOTES = 1_000;

    private VotingRules() {}

    /**
     * What the other parts know.
     *
     * @param polling sheets of a secret ballot are in the hall
     * @param today in Viet Nam
     * @param current the agenda's open item
     * @param hidden items that delegates do not see
     * @param present delegates present in the open sitting, in the order of the roster; asked for only when a vote is
     *     opened
     * @param presides whether a member holds the chair's office
     * @param units that take part in the conference and can answer
     */
    public record Outside(
            boolean ended,
            boolean sittingOpen,
            boolean polling,
            LocalDate today,
            @Nullable ItemId current,
            Supplier<Set<ItemId>> items,
            Supplier<Set<ItemId>> hidden,
            Supplier<List<PersonId>> present,
            Supplier<List<Substitute>> substitutes,
            Predicate<PersonId> presides,
            Supplier<List<UnitVoter>> units,
            RuleSet rules) {
        /** With nobody in another's place, nobody presiding, and no conference. */
        public Outside(
                boolean ended,
                boolean sittingOpen,
                boolean polling,
                LocalDate today,
                @Nullable ItemId current,
                Supplier<Set<ItemId>> items,
                Supplier<Set<ItemId>> hidden,
                Supplier<List<PersonId>> present,
                RuleSet rules) {
            this(
                    ended,
                    sittingOpen,
                    polling,
                    today,
                    current,
                    items,
                    hidden,
                    present,
                    List::of,
                    person -> false,
                    List::of,
                    rules);
        }
    }

    public static Decision decide(Voting state, VotingCommand command, Outside outside, Context context) {
        if (outside.ended) {
            return Decision.refuse(VotingProblem.SESSION_ENDED, "ended");
        }
        return switch (command) {
            case VotingCommand.PrepareVote prepare -> prepare(state, prepare, outside);
            case VotingCommand.OpenMany many -> OpeningRules.openMany(state, many, outside, context);
            case VotingCommand.CastMany many -> CastingRules.castMany(state, many, outside.rules, context);
            case VotingCommand.OfOne one ->
                state.find(one.voteId())
                        .map(vote -> decide(state, vote, one, outside, context))
                        .orElseGet(() -> Decision.refuse(VotingProblem.NO_SUCH_VOTE, "vote " + one.voteId()));
        };
    }

    private static Decision decide(
            Voting state, Vote vote, VotingCommand.OfOne command, Outside outside, Context context) {
        return switch (command) {
            case VotingCommand.DropVote unused -> unopened(vote, new VotingEvent.Dropped(vote.voteId()));
            case VotingCommand.WithdrawVote withdraw ->
                unopened(vote, new VotingEvent.Withdrawn(vote.voteId(), withdraw.reason()));
            case VotingCommand.OpenVote open -> OpeningRules.open(state, vote, open, outside, context);
            case VotingCommand.CastBallot cast -> CastingRules.cast(state, vote, cast, outside.rules, context);
            case VotingCommand.EnterBallot enter -> EntryRules.enter(state, vote, enter, context);
            case VotingCommand.CountersignEntry sign ->
                EntryRules.countersign(state, vote, sign, outside.presides, context);
            case VotingCommand.WithdrawEntry withdraw -> EntryRules.withdraw(state, vote, withdraw.personId());
            case VotingCommand.HoldVote hold -> hold(state, vote, hold.reason());
            case VotingCommand.ResumeVote unused -> resume(state, vote);
            case VotingCommand.CloseVote unused -> ClosingRules.close(state, vote);
            case VotingCommand.DeclareVote unused -> declare(state, vote);
            case VotingCommand.VoidVote voidVote -> voidVote(vote, voidVote.reason());
        };
    }

    /** Prepared votes on a matter that the rules do not know, or do not let be decided openly. */
    public static Stream<Vote> leftOut(Voting state, RuleSet rules) {
        return state.votes().stream()
                .filter(vote -> vote.state() == Vote.State.PREPARED)
                .filter(vote -> Matters.problem(rules, vote.matter()).isPresent());
    }

    private static Decision prepare(Voting state, VotingCommand.PrepareVote prepare, Outside outside) {
        if (state.find(prepare.voteId()).isPresent()) {
            return Decision.refuse(VotingProblem.VOTE_EXISTS, "vote " + prepare.voteId());
        }
        if (!outside.items.get().contains(prepare.itemId())) {
            return Decision.refuse(VotingProblem.NO_SUCH_ITEM, "item " + prepare.itemId());
        }
        if (state.votes().size() >= MOST_VOTES) {
            return Decision.refuse(VotingProblem.TOO_MANY_VOTES, "at most " + MOST_VOTES);
        }
        return Matters.problem(outside.rules, prepare.matter() == null ? Matter.RESOLUTION : prepare.matter())
                .orElseGet(() -> Decision.accept(new VotingEvent.Prepared(
                        prepare.voteId(), prepare.itemId(), prepare.title(), prepare.matter())));
    }

    private static Decision unopened(Vote vote, VotingEvent event) {
        return switch (vote.state()) {
            case PREPARED -> Decision.accept(event);
            case WITHDRAWN -> Decision.refuse(VotingProblem.VOTE_WITHDRAWN, "state " + vote.state());
            case OPEN, CLOSED, DECLARED, VOIDED ->
                Decision.refuse(VotingProblem.ALREADY_OPENED, "state " + vote.state());
        };
    }

    private static Decision hold(Voting state, Vote vote, String reason) {
        return vote.takesBallots()
                ? all(state, vote, one -> new VotingEvent.Held(one.voteId(), reason))
                : notTaking(vote);
    }

    private static Decision resume(Voting state, Vote vote) {
        return vote.hold() == null
                ? Decision.refuse(VotingProblem.NOT_ON_HOLD, "state " + vote.state())
                : all(state, vote, one -> new VotingEvent.Resumed(one.voteId()));
    }

    private static Decision declare(Voting state, Vote vote) {
        return vote.state() == Vote.State.CLOSED
                ? all(state, vote, one -> new VotingEvent.Declared(one.voteId()))
                : Decision.refuse(VotingProblem.VOTE_NOT_CLOSED, "state " + vote.state());
    }

    private static Decision voidVote(Vote vote, String reason) {
        return vote.state() == Vote.State.OPEN || vote.state() == Vote.State.CLOSED
                ? Decision.accept(new VotingEvent.Voided(vote.voteId(), reason))
                : Decision.refuse(VotingProblem.CANNOT_VOID, "state " + vote.state());
    }

    /** Of the vote and those of its batch. */
    private static Decision all(Voting state, Vote vote, Function<Vote, VotingEvent> event) {
        var events = new ArrayList<SessionEvent>();
        state.together(vote).forEach(one -> events.add(event.apply(one)));
        return Decision.accept(events);
    }

    static Decision notTaking(Vote vote) {
        return vote.hold() != null
                ? Decision.refuse(VotingProblem.ON_HOLD, "since " + vote.hold().at())
                : Decision.refuse(VotingProblem.VOTE_NOT_OPEN, "state " + vote.state());
    }
}
