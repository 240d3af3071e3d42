package plenum.server.voting;

import java.util.Collection;
import plenum.server.kernel.Base;
import plenum.server.kernel.Share;

/**
 * A counted vote.
 *
 * @param notVoted eligible but no ballot
 */
public record Tally(int forCount, int againstCount, int abstainCount, int notVoted, Outcome outcome) {

    static Tally of(Collection<Ballot> ballots, int eligible, Share rule, int baseSize) {
        var votesFor = count(ballots, Choice.FOR);
        var of = countsCollected(rule.base()) ? ballots.size() : baseSize;
        return new Tally(
                votesFor,
                count(ballots, Choice.AGAINST),
                count(ballots, Choice.ABSTAIN),
                eligible - ballots.size(),
                rule.met(votesFor, of) ? Outcome.PASSED : Outcome.FAILED);
    }

    /** The base is known only when the vote is closed. */
    static boolean countsCollected(Base base) {
        return base == Base.BALLOTS_COLLECTED || base == Base.BALLOTS_VALID;
    }

    int cast() {
        return forCount + againstCount + abstainCount;
    }

    private static int count(Collection<Ballot> ballots, Choice choice) {
        return (int)
                ballots.stream().filter(ballot -> ballot.choice() == choice).count();
    }
}
