package plenum.server.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Base;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.Substitute;

/** When a vote, or a batch of them, may be opened, and what is fixed then. */
final class OpeningRules {
    private OpeningRules() {}

    static Decision open(
            Voting state, Vote vote, VotingCommand.OpenVote command, VotingRules.Outside outside, Context context) {
        return notPrepared(vote)
                .or(() -> Matters.problem(outside.rules(), vote.matter()))
                .or(() -> notNow(state, outside))
                .or(() -> vote.itemId().equals(outside.current())
                        ? Optional.empty()
                        : refused(VotingProblem.ITEM_NOT_CURRENT, "item " + vote.itemId()))
                .orElseGet(() -> command.byUnits()
                        ? openToUnits(vote, outside)
                        : open(List.of(vote), null, command.overrideReason(), outside, context));
    }

    /**
     * Asks the invited units instead of the members. There is no quorum: that is a rule about members who decide, and
     * this decides nothing that they have to.
     */
    private static Decision openToUnits(Vote vote, VotingRules.Outside outside) {
        var matter = outside.rules().matter(vote.matter()).orElseThrow();
        if (!matter.askedOfUnits()) {
            return Decision.refuse(VotingProblem.NOT_BY_UNITS, "matter " + vote.matter());
        }
        var units = outside.units().get();
        if (units.isEmpty()) {
            return Decision.refuse(VotingProblem.NO_UNITS, "no invited unit has named anybody with an account");
        }
        return Decision.accept(new VotingEvent.Opened(
                vote.voteId(),
                units.stream().map(UnitVoter::seat).toList(),
                matter.pass(),
                units.size(),
                null,
                null,
                matter,
                null,
                units));
    }

    /** What is wrong with one of them is wrong with all. */
    static Decision openMany(Voting state, VotingCommand.OpenMany many, VotingRules.Outside outside, Context context) {
        var votes = new ArrayList<Vote>();
        for (var id : many.voteIds()) {
            var vote = state.find(id);
            var problem = vote.isEmpty()
                    ? refused(VotingProblem.NO_SUCH_VOTE, "vote " + id)
                    : notPrepared(vote.get())
                            .or(() ->
                                    Matters.problem(outside.rules(), vote.get().matter()))
                            .or(() -> hidden(vote.get(), outside));
            if (problem.isPresent()) {
                return problem.get();
            }
            votes.add(vote.get());
        }
        return notNow(state, outside)
                .orElseGet(() -> open(votes, many.batchId(), many.overrideReason(), outside, context));
    }

    private static Optional<Decision> notPrepared(Vote vote) {
        return switch (vote.state()) {
            case PREPARED -> Optional.empty();
            case WITHDRAWN -> refused(VotingProblem.VOTE_WITHDRAWN, "vote " + vote.voteId());
            case OPEN, CLOSED, DECLARED, VOIDED -> refused(VotingProblem.ALREADY_OPENED, "vote " + vote.voteId());
        };
    }

    private static Optional<Decision> hidden(Vote vote, VotingRules.Outside outside) {
        return outside.hidden().get().contains(vote.itemId())
                ? refused(VotingProblem.ITEM_HIDDEN, "item " + vote.itemId())
                : Optional.empty();
    }

    private static Optional<Decision> notNow(Voting state, VotingRules.Outside outside) {
        return state.open()
                .flatMap(other -> refused(VotingProblem.ANOTHER_VOTE_OPEN, "vote " + other.voteId()))
                .or(() -> outside.polling()
                        ? refused(VotingProblem.ANOTHER_VOTE_OPEN, "sheets are in the hall")
                        : Optional.empty())
                .or(() -> outside.sittingOpen()
                        ? Optional.empty()
                        : refused(VotingProblem.NO_SITTING_OPEN, "open a sitting first"));
    }

    private static Optional<Decision> refused(VotingProblem problem, String detail) {
        return Optional.of(Decision.refuse(problem, detail));
    }

    private static Decision open(
            List<Vote> votes,
            @Nullable BatchId batch,
            @Nullable String reason,
            VotingRules.Outside outside,
            Context context) {
        var present = outside.present().get();
        if (present.isEmpty()) {
            return Decision.refuse(VotingProblem.NOBODY_PRESENT, "nobody is present");
        }
        var rules = outside.rules();
        var needed = rules.quorum().needed(baseSize(rules.quorum().base(), outside, present.size()));
        var quorum = present.size() >= needed;
        if (!quorum && (reason == null || !context.roles().contains(Role.CHAIR))) {
            return Decision.refuse(VotingProblem.NO_QUORUM, "present " + present.size() + " of " + needed + " needed");
        }
        var standing = rules.substitutesVote() ? outside.substitutes().get() : List.<Substitute>of();
        var events = new ArrayList<SessionEvent>();
        votes.forEach(vote -> events.add(opened(vote, present, standing, outside, quorum ? null : reason, batch)));
        return Decision.accept(events);
    }

    private static VotingEvent opened(
            Vote vote,
            List<PersonId> present,
            List<Substitute> standing,
            VotingRules.Outside outside,
            @Nullable String overrideReason,
            @Nullable BatchId batch) {
        var matter = outside.rules().matter(vote.matter()).orElseThrow();
        var eligible = Stream.concat(present.stream(), standing.stream().map(Substitute::personId))
                .toList();
        return new VotingEvent.Opened(
                vote.voteId(),
                eligible,
                matter.pass(),
                baseSize(matter.pass().base(), outside, eligible.size()),
                overrideReason,
                batch,
                matter,
                standing.isEmpty() ? null : standing);
    }

    private static int baseSize(Base base, VotingRules.Outside outside, int present) {
        return switch (base) {
            case TOTAL_MEMBERS -> outside.rules().totalMembersOn(outside.today());
            case PRESENT, BALLOTS_ISSUED, BALLOTS_COLLECTED, BALLOTS_VALID -> present;
        };
    }
}
