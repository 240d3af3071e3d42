package plenum.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleWordsTest {
    private static final Share MORE_THAN_HALF = new Share(1, 2, true, Base.TOTAL_MEMBERS);

    @Test
    void aResultStatesTheNumbersTheFormulaTheBaseAndWhatIsNeeded() {
        assertThat(RuleWords.result(BodyKind.COUNCIL.member(), 31, 60, MORE_THAN_HALF, "tán thành"))
                .isEqualTo("31/60 đại biểu tán thành, quá nửa tổng số đại biểu (cần 31)");
    }

    @Test
    void halfIsToldAsNotEnough() {
        assertThat(RuleWords.result(BodyKind.COUNCIL.member(), 30, 60, MORE_THAN_HALF, "tán thành"))
                .isEqualTo("30/60 đại biểu tán thành, chưa đạt mức quá nửa tổng số đại biểu (cần 31)");
    }

    @Test
    void onBallotsBallotsAreCounted() {
        var twoThirds = new Share(2, 3, false, Base.BALLOTS_COLLECTED);
        assertThat(RuleWords.result(BodyKind.COUNCIL.member(), 39, 58, twoThirds, "tín nhiệm thấp"))
                .isEqualTo("39/58 phiếu tín nhiệm thấp, ít nhất hai phần ba số phiếu thu về (cần 39)");
    }

    @Test
    void everySharesWordsNameItsBase() {
        assertThat(RuleWords.share(BodyKind.COUNCIL.member(), new Share(2, 4, true, Base.PRESENT)))
                .isEqualTo("quá nửa số đại biểu có mặt");
        assertThat(RuleWords.share(BodyKind.COUNCIL.member(), new Share(1, 2, false, Base.BALLOTS_ISSUED)))
                .isEqualTo("ít nhất một phần hai số phiếu phát ra");
        assertThat(RuleWords.share(BodyKind.COUNCIL.member(), new Share(3, 4, true, Base.BALLOTS_VALID)))
                .isEqualTo("quá ba phần tư số phiếu hợp lệ");
        assertThat(RuleWords.share(BodyKind.COUNCIL.member(), new Share(3, 5, false, Base.TOTAL_MEMBERS)))
                .isEqualTo("ít nhất 3/5 tổng số đại biểu");
    }

    @Test
    void ofACommitteeItsMembersAreTold() {
        assertThat(RuleWords.result(BodyKind.COMMITTEE.member(), 6, 10, MORE_THAN_HALF, "tán thành"))
                .isEqualTo("6/10 thành viên tán thành, quá nửa tổng số thành viên (cần 6)");
        assertThat(RuleWords.share(BodyKind.COMMITTEE.member(), new Share(2, 3, false, Base.PRESENT)))
                .isEqualTo("ít nhất hai phần ba số thành viên có mặt");
    }
}
