package plenum.server.voting;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Base;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.voting.VotingCommand.CastBallot;
import plenum.server.voting.VotingCommand.CloseVote;
import plenum.server.voting.VotingCommand.DeclareVote;
import plenum.server.voting.VotingCommand.DropVote;
import plenum.server.voting.VotingCommand.HoldVote;
import plenum.server.voting.VotingCommand.OpenVote;
import plenum.server.voting.VotingCommand.PrepareVote;
import plenum.server.voting.VotingCommand.ResumeVote;
import plenum.server.voting.VotingCommand.VoidVote;

/** The rules of voting by show of tablet. */
public final class VotingRules {
    private static final int MOST_VOTES = 1_000;

    private VotingRules() {}

    /**
     * What the other parts know.
     *
     * @param current the agenda's open item
     * @param present delegates present in the open sitting, in the order of the roster; asked for only when a vote is
     *     opened
     */
    public record Outside(
            boolean ended,
            boolean sittingOpen,
            @Nullable ItemId current,
            Supplier<Set<ItemId>> items,
            Supplier<List<PersonId>> present,
            RuleSet rules) {}

    public static Decision decide(Voting state, VotingCommand command, Outside outside, Context context) {
        if (outside.ended) {
            return Decision.refuse(VotingProblem.SESSION_ENDED, "ended");
        }
        if (command instanceof PrepareVote prepare) {
            return prepare(state, prepare, outside);
        }
        var vote = state.find(command.voteId());
        if (vote.isEmpty()) {
            return Decision.refuse(VotingProblem.NO_SUCH_VOTE, "vote " + command.voteId());
        }
        return decide(state, vote.get(), command, outside, context);
    }

    private static Decision decide(Voting state, Vote vote, VotingCommand command, Outside outside, Context context) {
        return switch (command) {
            case PrepareVote prepare -> prepare(state, prepare, outside);
            case DropVote dropVote ->
                vote.state() == Vote.State.PREPARED
                        ? Decision.accept(new VotingEvent.Dropped(dropVote.voteId()))
                        : Decision.refuse(VotingProblem.ALREADY_OPENED, "state " + vote.state());
            case OpenVote openVote -> open(state, vote, openVote.overrideReason(), outside, context);
            case CastBallot castBallot -> cast(state, vote, castBallot.choice(), outside.rules, context.by());
            case HoldVote holdVote -> hold(vote, holdVote.reason());
            case ResumeVote unused ->
                vote.hold() == null
                        ? Decision.refuse(VotingProblem.NOT_ON_HOLD, "state " + vote.state())
                        : Decision.accept(new VotingEvent.Resumed(vote.voteId()));
            case CloseVote unused -> close(state, vote);
            case DeclareVote declareVote ->
                vote.state() == Vote.State.CLOSED
                        ? Decision.accept(new VotingEvent.Declared(declareVote.voteId()))
                        : Decision.refuse(VotingProblem.VOTE_NOT_CLOSED, "state " + vote.state());
            case VoidVote voidVote ->
                vote.state() == Vote.State.OPEN || vote.state() == Vote.State.CLOSED
                        ? Decision.accept(new VotingEvent.Voided(voidVote.voteId(), voidVote.reason()))
                        : Decision.refuse(VotingProblem.CANNOT_VOID, "state " + vote.state());
        };
    }

    private static Decision prepare(Voting state, PrepareVote prepare, Outside outside) {
        if (state.find(prepare.voteId()).isPresent()) {
            return Decision.refuse(VotingProblem.VOTE_EXISTS, "vote " + prepare.voteId());
        }
        if (!outside.items.get().contains(prepare.itemId())) {
            return Decision.refuse(VotingProblem.NO_SUCH_ITEM, "item " + prepare.itemId());
        }
        return state.votes().size() >= MOST_VOTES
                ? Decision.refuse(VotingProblem.TOO_MANY_VOTES, "at most " + MOST_VOTES)
                : Decision.accept(new VotingEvent.Prepared(prepare.voteId(), prepare.itemId(), prepare.title()));
    }

    private static Decision open(Voting state, Vote vote, @Nullable String reason, Outside outside, Context context) {
        if (vote.state() != Vote.State.PREPARED) {
            return Decision.refuse(VotingProblem.ALREADY_OPENED, "state " + vote.state());
        }
        if (state.open().isPresent()) {
            return Decision.refuse(
                    VotingProblem.ANOTHER_VOTE_OPEN,
                    "vote " + state.open().get().voteId());
        }
        if (!outside.sittingOpen) {
            return Decision.refuse(VotingProblem.NO_SITTING_OPEN, "open a sitting first");
        }
        if (!vote.itemId().equals(outside.current)) {
            return Decision.refuse(VotingProblem.ITEM_NOT_CURRENT, "item " + vote.itemId());
        }
        return open(vote, reason, outside.rules, outside.present.get(), context);
    }

    private static Decision open(
            Vote vote, @Nullable String reason, RuleSet rules, List<PersonId> present, Context context) {
        if (present.isEmpty()) {
            return Decision.refuse(VotingProblem.NOBODY_PRESENT, "nobody is present");
        }
        var needed = rules.quorum().needed(baseSize(rules.quorum().base(), rules, present.size()));
        var quorum = present.size() >= needed;
        if (!quorum && (reason == null || !context.roles().contains(Role.CHAIR))) {
            return Decision.refuse(VotingProblem.NO_QUORUM, "present " + present.size() + " of " + needed + " needed");
        }
        return Decision.accept(new VotingEvent.Opened(
                vote.voteId(),
                present,
                rules.pass(),
                baseSize(rules.pass().base(), rules, present.size()),
                quorum ? null : reason));
    }

    private static int baseSize(Base base, RuleSet rules, int present) {
        return switch (base) {
            case TOTAL_MEMBERS -> rules.totalMembers();
            case PRESENT, BALLOTS_ISSUED, BALLOTS_COLLECTED, BALLOTS_VALID -> present;
        };
    }

    private static Decision cast(Voting state, Vote vote, Choice choice, RuleSet rules, PersonId person) {
        if (!vote.takesBallots()) {
            return notTaking(vote);
        }
        if (!vote.eligible(person)) {
            return Decision.refuse(VotingProblem.NOT_ELIGIBLE, "person " + person);
        }
        var before = state.ballots(vote.voteId()).get(person);
        if (before != null && before.choice() == choice) {
            return Decision.accept();
        }
        return before != null && !rules.allowChange()
                ? Decision.refuse(VotingProblem.ALREADY_CAST, "person " + person)
                : Decision.accept(new VotingEvent.BallotCast(vote.voteId(), person, choice));
    }

    private static Decision hold(Vote vote, String reason) {
        return vote.takesBallots() ? Decision.accept(new VotingEvent.Held(vote.voteId(), reason)) : notTaking(vote);
    }

    private static Decision notTaking(Vote vote) {
        return vote.hold() != null
                ? Decision.refuse(VotingProblem.ON_HOLD, "since " + vote.hold().at())
                : Decision.refuse(VotingProblem.VOTE_NOT_OPEN, "state " + vote.state());
    }

    private static Decision close(Voting state, Vote vote) {
        var opening = vote.opening();
        if (!vote.takesBallots() || opening == null) {
            return notTaking(vote);
        }
        var tally = Tally.of(
                state.ballots(vote.voteId()).values(), opening.eligible().size(), opening.rule(), opening.baseSize());
        return Decision.accept(new VotingEvent.Closed(
                vote.voteId(),
                tally.forCount(),
                tally.againstCount(),
                tally.abstainCount(),
                tally.notVoted(),
                tally.outcome()));
    }
}
