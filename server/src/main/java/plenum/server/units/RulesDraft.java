package plenum.server.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.Share;

/**
 * A next version of a body's rules as somebody writes it: the schema NewRuleSet.
 *
 * @param base number of the newest version when it was begun; 0: there was none
 * @param totalMembers null: the number of members on the day
 */
record RulesDraft(
        int base,
        String citation,
        LocalDate validFrom,
        @Nullable Integer totalMembers,
        Share quorum,
        int speechSeconds,
        BallotRules ballots) {

    /** As a version; the matter of resolutions must be there. */
    RuleSetRow row(String ruleSetId, BodyId body, int version, Act written) {
        var resolution = ballots.matters().stream()
                .filter(matter -> matter.code().equals(Matter.RESOLUTION))
                .findFirst()
                .orElseThrow();
        return new RuleSetRow(
                ruleSetId,
                body,
                version,
                citation.strip(),
                validFrom,
                totalMembers,
                quorum,
                resolution.pass(),
                resolution.allowChange(),
                speechSeconds,
                ballots,
                written,
                null);
    }
}
