package plenum.server.hall;

import java.util.Optional;
import java.util.stream.Stream;
import plenum.server.ballots.PollRules;
import plenum.server.kernel.Decision;
import plenum.server.kernel.RuleSet;
import plenum.server.sitting.SittingEvent;
import plenum.server.sitting.SittingProblem;
import plenum.server.voting.VotingRules;

/** Newer rules for a session in which votes and polls are prepared: none of them is left without its matter. */
final class Rewriting {
    private Rewriting() {}

    /** The decision, or why the rules that it takes can't be taken. */
    static Decision check(Hall hall, Decision decision) {
        return taken(decision)
                .flatMap(rules -> leftOut(hall, rules))
                .map(left -> Decision.refuse(SittingProblem.RULES_LEAVE_OUT, left))
                .orElse(decision);
    }

    private static Optional<RuleSet> taken(Decision decision) {
        return decision instanceof Decision.Accepted accepted
                ? accepted.events().stream()
                        .filter(SittingEvent.RulesTaken.class::isInstance)
                        .map(event -> ((SittingEvent.RulesTaken) event).rules())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> leftOut(Hall hall, RuleSet rules) {
        var votes = VotingRules.leftOut(hall.voting(), rules).map(vote -> "vote " + vote.voteId());
        var polls = PollRules.leftOut(hall.polls(), rules).map(poll -> "poll " + poll.pollId());
        return Stream.concat(votes, polls).findFirst();
    }
}
