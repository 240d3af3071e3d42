package plenum.server.hall;

import plenum.server.kernel.BallotRules;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;

/** A rule set as shown: schema RuleSet. */
public record RuleSetView(
        String ruleSetId,
        int version,
        String citation,
        String validFrom,
        int totalMembers,
        Share quorum,
        Share pass,
        boolean allowChange,
        int speechSeconds,
        BallotRules ballots) {

    public static RuleSetView of(RuleSet rules) {
        return new RuleSetView(
                rules.ruleSetId(),
                rules.version(),
                rules.citation(),
                rules.validFrom().toString(),
                rules.totalMembers(),
                rules.quorum(),
                rules.pass(),
                rules.allowChange(),
                rules.speechSeconds(),
                rules.decisions());
    }
}
