package plenum.server.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Count;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.TakenBallot;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;

/** What the minutes say of a poll on tablets: who took a ballot where, what it was about, how it is checked. */
final class ElectronicWordsTest {
    private static final String HASH = "ab12".repeat(16);
    private static final String ROOT = "q83vEjRWeJA=";

    @Test
    void ofACountedPollTheyNameBallotsDefinitionAndRootAndHowToCheck() {
        var words = ElectronicWords.of(BodyKind.COUNCIL, poll(electronic(BoxPhase.FINAL, ROOT), result(5)));
        assertThat(words)
                .hasValue("Bỏ phiếu kín bằng máy: 6 đại biểu nhận phiếu điện tử, danh sách người nhận có trong nhật ký"
                        + " kỳ họp. Mã nội dung bỏ phiếu (SHA-256): " + HASH + "."
                        + " Trong hòm có 5 phiếu; mã gốc của bảng phiếu (RFC 6962): " + ROOT + "."
                        + " Bảng phiếu kiểm tra được bằng VerifyBallots.java hoặc verify-ballots.html kèm theo bảng phiếu,"
                        + " không cần hệ thống này.");
    }

    @Test
    void aCommitteeHasMembers() {
        assertThat(ElectronicWords.of(BodyKind.COMMITTEE, poll(electronic(BoxPhase.FINAL, ROOT), result(5))))
                .hasValueSatisfying(words -> assertThat(words).contains("6 thành viên nhận phiếu điện tử"));
    }

    @Test
    void ofAVoidPollTheyNameNoRootAndNoBallots() {
        assertThat(ElectronicWords.of(BodyKind.COUNCIL, poll(electronic(BoxPhase.VOID, null), null)))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("6 đại biểu nhận phiếu điện tử", HASH)
                        .doesNotContain("Trong hòm", "mã gốc", "VerifyBallots"));
    }

    @Test
    void ofAPollOnPaperThereIsNothingToSay() {
        assertThat(ElectronicWords.of(BodyKind.COUNCIL, poll(null, result(5)))).isEmpty();
    }

    private static Electronic electronic(BoxPhase phase, @Nullable String root) {
        PMap<PersonId, TakenBallot> taken = HashTreePMap.empty();
        for (var n = 0; n < 6; n++) {
            taken = taken.plus(new PersonId("db0" + n), new TakenBallot("b" + n, "s" + n, true));
        }
        return new Electronic(
                new Electronic.Defined("plenum-poll 1\n", HASH, List.of()), phase, taken, List.of(), root, null);
    }

    private static Poll.Result result(int collected) {
        var tellers = List.of(new PersonId("db01"), new PersonId("db02"));
        return new Poll.Result(Instant.EPOCH, tellers, new Count(collected, collected, 0, List.of()), List.of());
    }

    private static Poll poll(@Nullable Electronic electronic, Poll.@Nullable Result result) {
        return new Poll(
                new PollId("kin-1"),
                new ItemId("nhan-su"),
                electronic == null ? BallotForm.SECRET_PAPER : BallotForm.SECRET_ELECTRONIC,
                new BallotSheet("election", "Bầu", 1, List.of()),
                result == null ? Poll.State.VOIDED : Poll.State.DECLARED,
                null,
                null,
                null,
                null,
                result,
                null,
                null,
                null,
                electronic);
    }
}
