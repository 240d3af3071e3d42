package plenum.server.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;

/**
 * One version of a body's rules, with the text that they come from.
 *
 * @param totalMembers null: the number of members on the day
 * @param ballots null: resolutions only, by {@code pass}
 */
public record RuleSetRow(
        String ruleSetId,
        BodyId bodyId,
        int version,
        String citation,
        LocalDate validFrom,
        @Nullable Integer totalMembers,
        Share quorum,
        Share pass,
        boolean allowChange,
        int speechSeconds,
        @Nullable BallotRules ballots) {

    RuleSet on(int members) {
        var rules = new RuleSet(
                ruleSetId,
                version,
                citation,
                validFrom,
                totalMembers == null ? members : totalMembers,
                quorum,
                pass,
                allowChange,
                speechSeconds,
                ballots);
        return rules.with(rules.decisions());
    }
}
