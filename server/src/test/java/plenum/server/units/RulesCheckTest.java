package plenum.server.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.Finding;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;
import plenum.server.kernel.TotalFrom;
import plenum.server.units.RulesFault.Kind;

class RulesCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Share HALF = new Share(1, 2, true, Base.TOTAL_MEMBERS);
    private static final List<BallotOption> YES_NO = options(OptionCode.FOR, OptionCode.AGAINST);
    private static final Matter RESOLUTION = matter("resolution", SheetKind.DECISION, BallotForm.OPEN, YES_NO);

    @Test
    void rulesAsTheLawHasThemAreWithoutFault() {
        var dismissal = matter("dismissal", SheetKind.APPROVAL, BallotForm.SECRET_PAPER, YES_NO);
        assertThat(faults(draft(RESOLUTION, dismissal))).isEmpty();
    }

    @Test
    void nobodyMayMakeRulesForThePast() {
        var draft = draft(RESOLUTION);
        assertThat(faults(from(draft, TODAY.minusDays(1))))
                .containsExactly(new RulesFault("validFrom", Kind.BEGINS_IN_PAST));
        assertThat(faults(from(draft, TODAY))).isEmpty();
    }

    @ParameterizedTest(name = "{0}/{1}, more than: {2}")
    @CsvSource({"3, 2, false, true", "2, 2, true, true", "1, 1, false, false", "2, 3, true, false"})
    void aShareThatNobodyCanReachIsAFault(int numerator, int denominator, boolean strict, boolean unreachable) {
        var share = new Share(numerator, denominator, strict, Base.TOTAL_MEMBERS);
        var found = faults(draft(with(RESOLUTION, share)));
        assertThat(found)
                .isEqualTo(
                        unreachable
                                ? List.of(new RulesFault("ballots.matters.0.pass", Kind.SHARE_UNREACHABLE))
                                : List.of());
    }

    @Test
    void aBodyWithoutTheMatterOfResolutionsCannotMeet() {
        var relief = matter("relief", SheetKind.APPROVAL, BallotForm.SECRET_PAPER, YES_NO);
        assertThat(faults(draft(relief))).containsExactly(new RulesFault("ballots.matters", Kind.NO_RESOLUTION));
    }

    @Test
    void twoMattersOfOneCodeAreAFaultOfTheSecond() {
        assertThat(faults(draft(RESOLUTION, RESOLUTION)))
                .containsExactly(new RulesFault("ballots.matters.1.code", Kind.CODE_TWICE));
    }

    @ParameterizedTest
    @CsvSource({
        "DECISION, FOR",
        "DECISION, FOR AGAINST LOW",
        "DECISION, FOR AGAINST AGAINST",
        "ELECTION, FOR AGAINST",
        "APPROVAL, FOR AGAINST ABSTAIN",
        "RATING, HIGH LOW",
        "CONFIDENCE, CONFIDENT"
    })
    void everySheetHasTheOptionsOfItsKind(SheetKind sheet, String codes) {
        var options = options(
                List.of(codes.split(" ")).stream().map(OptionCode::valueOf).toArray(OptionCode[]::new));
        var form = sheet == SheetKind.DECISION ? BallotForm.OPEN : BallotForm.SECRET_PAPER;
        var found = faults(draft(RESOLUTION, matter("other", sheet, form, options)));
        assertThat(found).contains(new RulesFault("ballots.matters.1.options", Kind.OPTIONS_UNFIT));
    }

    @Test
    void twoOptionsThatReadTheSameCannotBeToldApart() {
        var same =
                List.of(new BallotOption(OptionCode.FOR, "Đồng ý"), new BallotOption(OptionCode.AGAINST, " Đồng ý "));
        assertThat(faults(draft(matter("resolution", SheetKind.DECISION, BallotForm.OPEN, same))))
                .containsExactly(new RulesFault("ballots.matters.0.options.1", Kind.LABEL_TWICE));
    }

    @Test
    void aRatingIsNeverOpen() {
        var rating = matter(
                "rating",
                SheetKind.RATING,
                BallotForm.OPEN,
                options(OptionCode.HIGH, OptionCode.MEDIUM, OptionCode.LOW));
        assertThat(faults(draft(RESOLUTION, rating)))
                .containsExactly(new RulesFault("ballots.matters.1.forms", Kind.FORM_UNFIT));
    }

    @Test
    void onlyACommitteeFollowsItsChairWhenAVoteIsEqual() {
        var draft = draft(tied(RESOLUTION, TieRule.CHAIR_SIDE));
        assertThat(faults(draft)).containsExactly(new RulesFault("ballots.matters.0.tie", Kind.TIE_UNFIT));
        assertThat(RulesCheck.faults(draft, Body.Kind.COMMITTEE, TODAY, 60)).isEmpty();
    }

    @Test
    void onlyACommitteeAsksUnitsAndNeverForAResolution() {
        var draft = draft(RESOLUTION, askedOfUnits(with(RESOLUTION, HALF), "consultation"));
        assertThat(faults(draft)).containsExactly(new RulesFault("ballots.matters.1.byUnits", Kind.UNITS_UNFIT));
        assertThat(RulesCheck.faults(draft, Body.Kind.COMMITTEE, TODAY, 60)).isEmpty();
        assertThat(RulesCheck.faults(draft(askedOfUnits(RESOLUTION, "resolution")), Body.Kind.COMMITTEE, TODAY, 60))
                .containsExactly(new RulesFault("ballots.matters.0.byUnits", Kind.UNITS_UNFIT));
    }

    @Test
    void nobodyVotesForAnotherInACouncil() {
        var draft =
                ballots(draft(RESOLUTION), one -> new BallotRules(one.matters(), List.of(), false, false, true, 3, 5));
        assertThat(faults(draft))
                .containsExactly(new RulesFault("ballots.substitutesVote", Kind.SUBSTITUTES_IN_COUNCIL));
        assertThat(RulesCheck.faults(draft, Body.Kind.COMMITTEE, TODAY, 60)).isEmpty();
    }

    @Test
    void twoTotalsOfOneDayContradictEachOther() {
        var totals = List.of(new TotalFrom(TODAY, 60), new TotalFrom(TODAY, 59));
        var draft =
                ballots(draft(RESOLUTION), one -> new BallotRules(one.matters(), totals, false, false, false, 3, 5));
        assertThat(faults(draft))
                .containsExactly(
                        new RulesFault("ballots.totals.0", Kind.TOTAL_TWICE),
                        new RulesFault("ballots.totals.1", Kind.TOTAL_TWICE));
    }

    @Test
    void aCountingCommitteeCannotBeLargerThanTheBody() {
        var draft =
                ballots(draft(RESOLUTION), one -> new BallotRules(one.matters(), List.of(), false, false, false, 9, 7));
        assertThat(RulesCheck.faults(draft, Body.Kind.COUNCIL, TODAY, 5))
                .extracting(RulesFault::path)
                .containsExactly("ballots.tellersLeast", "ballots.secretLeast");
    }

    @Test
    void aFindingCountsAnOptionOfItsSheet() {
        var finding = new Finding("may-resign", "Có thể xin từ chức", OptionCode.LOW, HALF);
        var odd = new Matter(
                "resolution",
                "Nghị quyết",
                SheetKind.DECISION,
                List.of(BallotForm.OPEN),
                YES_NO,
                HALF,
                List.of(finding),
                TieRule.FAILS,
                true,
                false,
                false,
                "Điều 91");
        assertThat(faults(draft(odd)))
                .containsExactly(new RulesFault("ballots.matters.0.findings.0", Kind.FINDING_OPTION));
    }

    private static List<RulesFault> faults(RulesDraft draft) {
        return RulesCheck.faults(draft, Body.Kind.COUNCIL, TODAY, 60);
    }

    private static RulesDraft draft(Matter... matters) {
        var quorum = new Share(2, 3, false, Base.TOTAL_MEMBERS);
        return new RulesDraft(1, "Luật 72/2025/QH15", TODAY, null, quorum, 600, BallotRules.of(List.of(matters)));
    }

    private static RulesDraft from(RulesDraft draft, LocalDate day) {
        return new RulesDraft(1, draft.citation(), day, null, draft.quorum(), 600, draft.ballots());
    }

    private static RulesDraft ballots(RulesDraft draft, UnaryOperator<BallotRules> change) {
        return new RulesDraft(1, draft.citation(), TODAY, null, draft.quorum(), 600, change.apply(draft.ballots()));
    }

    private static Matter matter(String code, SheetKind sheet, BallotForm form, List<BallotOption> options) {
        return new Matter(
                code,
                "Tên " + code,
                sheet,
                List.of(form),
                options,
                HALF,
                List.of(),
                TieRule.FAILS,
                true,
                false,
                false,
                "Điều 91");
    }

    private static Matter with(Matter one, Share pass) {
        return new Matter(
                one.code(),
                one.name(),
                one.sheet(),
                one.forms(),
                one.options(),
                pass,
                one.findings(),
                one.tie(),
                true,
                false,
                false,
                one.citation());
    }

    private static Matter askedOfUnits(Matter one, String code) {
        return new Matter(
                code,
                one.name(),
                one.sheet(),
                one.forms(),
                one.options(),
                one.pass(),
                one.findings(),
                one.tie(),
                true,
                false,
                false,
                one.citation(),
                true);
    }

    private static Matter tied(Matter one, TieRule tie) {
        return new Matter(
                one.code(),
                one.name(),
                one.sheet(),
                one.forms(),
                one.options(),
                one.pass(),
                one.findings(),
                tie,
                true,
                false,
                false,
                one.citation());
    }

    private static List<BallotOption> options(OptionCode... codes) {
        var options = new ArrayList<BallotOption>();
        for (var at = 0; at < codes.length; at++) {
            options.add(new BallotOption(codes[at], "Ô " + at));
        }
        return options;
    }
}
