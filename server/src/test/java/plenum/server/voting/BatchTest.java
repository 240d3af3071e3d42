package plenum.server.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.VoteId;

/** Many resolutions in one go: scenario A.11. */
class BatchTest {
    private static final BatchId BATCH = new BatchId("lo-1");

    private final VotingTable table = new VotingTable(58);

    @Test
    void twentyFiveResolutionsOneWithdrawnOneFailingComeToTwentyThreeResolutions() {
        prepare(25);
        table.must("thuky", new VotingCommand.WithdrawVote(id(9), "Cơ quan trình xin rút"));
        table.must("thuky", new VotingCommand.OpenMany(BATCH, without(9), null));
        for (var n = 1; n <= 58; n++) {
            table.must("d" + n, ballots(n));
        }
        assertThat(repeated(12)).isEmpty();
        assertThat(cast()).isEqualTo(1_392);
        table.must("thuky", new VotingCommand.CloseVote(id(1)));
        table.must("thuky", new VotingCommand.DeclareVote(id(25)));
        assertThat(outcomes(Outcome.PASSED)).isEqualTo(23);
        assertThat(outcomes(Outcome.FAILED)).isEqualTo(1);
        assertThat(table.vote(id(17)).tally()).isEqualTo(new Tally(30, 28, 0, 0, Outcome.FAILED, false));
        assertThat(table.vote(id(9)).state()).isEqualTo(Vote.State.WITHDRAWN);
    }

    @Test
    void oneThatCannotBeOpenedKeepsAllFromBeingOpened() {
        prepare(3);
        table.must("thuky", new VotingCommand.PrepareVote(id(4), VotingTable.HIDDEN, "Nghị quyết kín"));
        table.must("thuky", new VotingCommand.WithdrawVote(id(3), "Xin rút"));
        assertThat(opening(1, 2, 4)).isEqualTo(VotingProblem.ITEM_HIDDEN);
        assertThat(opening(1, 2, 3)).isEqualTo(VotingProblem.VOTE_WITHDRAWN);
        assertThat(opening(1, 2, 99)).isEqualTo(VotingProblem.NO_SUCH_VOTE);
        assertThat(table.state().open()).isEmpty();
    }

    @Test
    void oneBallotThatCannotBeTakenKeepsAllFromBeingTaken() {
        open(3);
        table.must("thuky", new VotingCommand.VoidVote(id(2), "Nhầm dự thảo"));
        var ballots = new VotingCommand.CastMany(List.of(ballot(1, Choice.FOR), ballot(2, Choice.FOR)));
        assertThat(table.refused("d1", ballots)).isEqualTo(VotingProblem.VOTE_NOT_OPEN);
        assertThat(cast()).isZero();
    }

    @Test
    void aBatchIsHeldResumedAndClosedAsAWholeAndOneOfItIsVoidedAlone() {
        open(3);
        table.must("thuky", new VotingCommand.HoldVote(id(2), "Mất điện"));
        assertThat(table.state().votes()).allMatch(vote -> vote.hold() != null);
        assertThat(table.refused("d1", ballots(1, 3))).isEqualTo(VotingProblem.ON_HOLD);
        table.must("thuky", new VotingCommand.ResumeVote(id(3)));
        assertThat(table.state().votes()).allMatch(Vote::takesBallots);
        table.must("thuky", new VotingCommand.VoidVote(id(2), "Nhầm dự thảo"));
        table.must("thuky", new VotingCommand.CloseVote(id(1)));
        assertThat(table.state().votes())
                .extracting(Vote::state)
                .containsExactly(Vote.State.CLOSED, Vote.State.VOIDED, Vote.State.CLOSED);
    }

    @Test
    void whileABatchIsOpenNoOtherVoteIs() {
        open(2);
        table.must("thuky", new VotingCommand.PrepareVote(id(3), VotingTable.ITEM, "Khác"));
        assertThat(opening(3)).isEqualTo(VotingProblem.ANOTHER_VOTE_OPEN);
    }

    @Test
    void aWithdrawnVoteIsNeitherOpenedNorDropped() {
        prepare(1);
        table.must("thuky", new VotingCommand.WithdrawVote(id(1), "Xin rút"));
        assertThat(table.refused("thuky", new VotingCommand.OpenVote(id(1), null)))
                .isEqualTo(VotingProblem.VOTE_WITHDRAWN);
        assertThat(table.refused("thuky", new VotingCommand.DropVote(id(1)))).isEqualTo(VotingProblem.VOTE_WITHDRAWN);
        assertThat(table.refused("thuky", new VotingCommand.WithdrawVote(id(1), "Lần nữa")))
                .isEqualTo(VotingProblem.VOTE_WITHDRAWN);
    }

    private List<VotingEvent> repeated(int n) {
        return table.must("d" + n, ballots(n));
    }

    /** Item 17 gets the ballots of thirty. */
    private static VotingCommand.CastMany ballots(int n) {
        var ballots = new ArrayList<VotingCommand.CastBallot>();
        without(9)
                .forEach(vote -> ballots.add(new VotingCommand.CastBallot(
                        vote, vote.equals(id(17)) && n > 30 ? Choice.AGAINST : Choice.FOR)));
        return new VotingCommand.CastMany(ballots);
    }

    private static VotingCommand.CastMany ballots(int from, int to) {
        return new VotingCommand.CastMany(IntStream.rangeClosed(from, to)
                .mapToObj(n -> ballot(n, Choice.FOR))
                .toList());
    }

    private static VotingCommand.CastBallot ballot(int vote, Choice choice) {
        return new VotingCommand.CastBallot(id(vote), choice);
    }

    private static List<VoteId> without(int left) {
        return IntStream.rangeClosed(1, 25)
                .filter(n -> n != left)
                .mapToObj(BatchTest::id)
                .toList();
    }

    private void prepare(int count) {
        for (var n = 1; n <= count; n++) {
            table.must("thuky", new VotingCommand.PrepareVote(id(n), VotingTable.ITEM, "Nghị quyết " + n));
        }
    }

    private void open(int count) {
        prepare(count);
        var all = IntStream.rangeClosed(1, count).mapToObj(BatchTest::id).toList();
        table.must("thuky", new VotingCommand.OpenMany(BATCH, all, null));
    }

    private Object opening(int... votes) {
        var all = IntStream.of(votes).mapToObj(BatchTest::id).toList();
        var code = table.refused("thuky", new VotingCommand.OpenMany(BATCH, all, null));
        return code == null ? "opened" : code;
    }

    private long cast() {
        return table.state().boxes().values().stream()
                .mapToLong(box -> box.size())
                .sum();
    }

    private long outcomes(Outcome outcome) {
        return table.state().votes().stream()
                .filter(vote -> vote.state() == Vote.State.DECLARED
                        && vote.tally() != null
                        && vote.tally().outcome() == outcome)
                .count();
    }

    private static VoteId id(int n) {
        return new VoteId("nq-" + n);
    }
}
