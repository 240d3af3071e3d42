package plenum.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    private static final LocalDate TERM = LocalDate.of(2026, 4, 1);
    private static final Share MORE_THAN_HALF = new Share(1, 2, true, Base.TOTAL_MEMBERS);
    private static final RuleSet OLD =
            new RuleSet("quy-che", 1, "Quy chế", TERM, 60, MORE_THAN_HALF, MORE_THAN_HALF, true, 600);

    @Test
    void rulesFromBeforeThereWereMattersKnowResolutionsOnly() {
        assertThat(OLD.matters()).extracting(Matter::code).containsExactly(Matter.RESOLUTION);
        var resolution = OLD.matter(Matter.RESOLUTION).orElseThrow();
        assertThat(resolution.pass()).isEqualTo(MORE_THAN_HALF);
        assertThat(resolution.allowChange()).isTrue();
        assertThat(resolution.usualForm()).isEqualTo(BallotForm.OPEN);
        assertThat(resolution.options())
                .extracting(BallotOption::code)
                .containsExactly(OptionCode.FOR, OptionCode.AGAINST, OptionCode.ABSTAIN);
    }

    @Test
    void rulesFromBeforeThereWereMattersAskForNothingNew() {
        assertThat(OLD.signedBallots()).isFalse();
        assertThat(OLD.secretElectronic()).isFalse();
        assertThat(OLD.substitutesVote()).isFalse();
        assertThat(OLD.tellersLeast()).isEqualTo(3);
        assertThat(OLD.secretLeast()).isEqualTo(5);
        assertThat(OLD.totalMembersOn(TERM)).isEqualTo(60);
    }

    @Test
    void aMatterThatTheBodyDoesNotKnowIsNotThere() {
        assertThat(OLD.matter("dismissal")).isEmpty();
    }

    @Test
    void aSeatThatFellVacantCountsNoMoreFromItsDayOn() {
        var rules = withTotals(
                new TotalFrom(LocalDate.of(2027, 3, 15), 59),
                new TotalFrom(LocalDate.of(2028, 1, 1), 60),
                new TotalFrom(TERM, 60));
        assertThat(rules.totalMembersOn(LocalDate.of(2027, 3, 14))).isEqualTo(60);
        assertThat(rules.totalMembersOn(LocalDate.of(2027, 3, 15))).isEqualTo(59);
        assertThat(rules.totalMembersOn(LocalDate.of(2027, 12, 31))).isEqualTo(59);
        assertThat(rules.totalMembersOn(LocalDate.of(2028, 1, 1))).isEqualTo(60);
    }

    @Test
    void beforeTheFirstTotalByDateTheOneNumberHolds() {
        var rules = withTotals(new TotalFrom(LocalDate.of(2027, 3, 15), 59));
        assertThat(rules.totalMembersOn(LocalDate.of(2026, 12, 8))).isEqualTo(60);
    }

    private static RuleSet withTotals(TotalFrom... totals) {
        return OLD.with(new BallotRules(OLD.matters(), List.of(totals), false, false, false, 3, 5));
    }
}
