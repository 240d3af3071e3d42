package plenum.server.voting;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.server.kernel.Base;
import plenum.server.kernel.TieRule;

/**
 * A counted vote.
 *
 * @param notVoted eligible but no ballot
 * @param byChair as many were for as against, and the side that the chair voted for decided
 */
public record Tally(int forCount, int againstCount, int abstainCount, int notVoted, Outcome outcome, boolean byChair) {

    static Tally of(Collection<Ballot> ballots, Vote.Opening opening) {
        var chair = chairsSide(ballots, opening);
        return new Tally(
                count(ballots, Choice.FOR),
                count(ballots, Choice.AGAINST),
                count(ballots, Choice.ABSTAIN),
                opening.eligible().size() - ballots.size(),
                chair.orElseGet(() -> outcome(ballots, opening)),
                chair.isPresent());
    }

    private static Outcome outcome(Collection<Ballot> ballots, Vote.Opening opening) {
        var rule = opening.rule();
        var of = countsCollected(rule.base()) ? ballots.size() : opening.baseSize();
        return rule.met(count(ballots, Choice.FOR), of) ? Outcome.PASSED : Outcome.FAILED;
    }

    /** Only where the rules say so; nothing while the chair has not taken a side, or those who preside took two. */
    private static Optional<Outcome> chairsSide(Collection<Ballot> ballots, Vote.Opening opening) {
        var matter = opening.matter();
        var equal = count(ballots, Choice.FOR) == count(ballots, Choice.AGAINST);
        if (matter == null || matter.tie() != TieRule.CHAIR_SIDE || !equal) {
            return Optional.empty();
        }
        var sides = ballots.stream().filter(Ballot::chair).map(Ballot::choice).collect(Collectors.toSet());
        if (sides.equals(Set.of(Choice.FOR))) {
            return Optional.of(Outcome.PASSED);
        }
        return sides.equals(Set.of(Choice.AGAINST)) ? Optional.of(Outcome.FAILED) : Optional.empty();
    }

    /** The base is known only when the vote is closed. */
    static boolean countsCollected(Base base) {
        return base == Base.BALLOTS_COLLECTED || base == Base.BALLOTS_VALID;
    }

    int cast() {
        return forCount + againstCount + abstainCount;
    }

    /** Ballots of one choice. */
    public static int count(Collection<Ballot> ballots, Choice choice) {
        return (int)
                ballots.stream().filter(ballot -> ballot.choice() == choice).count();
    }
}
