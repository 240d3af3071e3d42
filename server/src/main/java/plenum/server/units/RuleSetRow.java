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
 * @param written null: came with a register
 * @param withdrawn it never came into force
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
        @Nullable BallotRules ballots,
        @Nullable Act written,
        @Nullable Act withdrawn) {

    /** Versions of one set have one id; the first is stored under it alone. */
    String key() {
        return version == 1 ? ruleSetId : ruleSetId + ":" + version;
    }

    boolean holdsOn(LocalDate day) {
        return withdrawn == null && !day.isBefore(validFrom);
    }

    RuleSetRow withdrawn(Act act) {
        return new RuleSetRow(
                ruleSetId,
                bodyId,
                version,
                citation,
                validFrom,
                totalMembers,
                quorum,
                pass,
                allowChange,
                speechSeconds,
                ballots,
                written,
                act);
    }

    /** Whether the two say the same, whoever wrote them. */
    boolean says(RuleSetRow other) {
        return plain().equals(other.plain());
    }

    private RuleSetRow plain() {
        return new RuleSetRow(
                ruleSetId,
                bodyId,
                version,
                citation,
                validFrom,
                totalMembers,
                quorum,
                pass,
                allowChange,
                speechSeconds,
                ballots,
                null,
                null);
    }

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
