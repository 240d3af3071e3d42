package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.server.demo.DemoBody;
import plenum.server.kernel.Base;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Share;
import plenum.server.kernel.TieRule;

class DemoRulesTest {
    private static final Share MORE_THAN_HALF = new Share(1, 2, true, Base.TOTAL_MEMBERS);

    @ParameterizedTest
    @EnumSource(DemoBody.Kind.class)
    void everyBodyKnowsResolutionsFirstAndSaysWhereEachRuleComesFrom(DemoBody.Kind kind) {
        var matters = DemoRules.of(kind).matters();
        assertThat(matters.getFirst().code()).isEqualTo(Matter.RESOLUTION);
        assertThat(matters).extracting(Matter::code).doesNotHaveDuplicates();
        assertThat(matters)
                .allSatisfy(matter -> assertThat(matter.citation()).isNotBlank())
                .allSatisfy(matter -> assertThat(matter.name()).isNotBlank());
        assertThat(matters.getFirst().pass()).isEqualTo(MORE_THAN_HALF);
    }

    @Test
    void theProvinceDismissesADelegateByTwoThirdsOfAllAndRatesOnTheBallotsCollected() {
        assertThat(matter("dismissal").pass()).isEqualTo(new Share(2, 3, false, Base.TOTAL_MEMBERS));
        assertThat(matter("election").tie()).isEqualTo(TieRule.RUN_OFF);
        assertThat(matter("rating").findings())
                .allSatisfy(finding -> assertThat(finding.option()).isEqualTo(OptionCode.LOW))
                .extracting(finding -> finding.share())
                .containsExactly(
                        new Share(1, 2, true, Base.BALLOTS_COLLECTED), new Share(2, 3, false, Base.BALLOTS_COLLECTED));
    }

    @Test
    void anEqualVoteOfTheCommitteeFollowsTheChair() {
        assertThat(DemoRules.of(DemoBody.Kind.COMMITTEE).matters().getFirst().tie())
                .isEqualTo(TieRule.CHAIR_SIDE);
    }

    private static Matter matter(String code) {
        return DemoRules.of(DemoBody.Kind.PROVINCE_COUNCIL).matters().stream()
                .filter(matter -> matter.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
