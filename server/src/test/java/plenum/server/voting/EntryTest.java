package plenum.server.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.VoteId;

/** Ballots that a clerk writes down and another countersigns. */
class EntryTest {
    private static final VoteId VOTE = new VoteId("nq-1");
    private static final PersonId SEVEN = VotingTable.person(7);
    private static final VotingCommand ENTRY =
            new VotingCommand.EnterBallot(VOTE, SEVEN, Choice.AGAINST, "Máy tính bảng hỏng");
    private static final VotingCommand COUNTERSIGN = new VotingCommand.CountersignEntry(VOTE, SEVEN, Choice.AGAINST);

    private final VotingTable table = new VotingTable(58);

    @BeforeEach
    void open() {
        table.must("thuky", new VotingCommand.PrepareVote(VOTE, VotingTable.ITEM, "Nghị quyết"));
        table.must("thuky", new VotingCommand.OpenMany(new BatchId("lo-1"), List.of(VOTE), null));
    }

    @Test
    void whatOneClerkWroteDownCountsOnlyOnceAnotherHasCountersigned() {
        table.must("thuky", ENTRY);
        assertThat(table.state().ballots(VOTE)).isEmpty();
        table.must("thuky2", COUNTERSIGN);
        var ballot = ballot();
        assertThat(ballot.choice()).isEqualTo(Choice.AGAINST);
        assertThat(ballot.byHand())
                .isEqualTo(new ByHand(
                        new PersonId("thuky"), "Bà thuky", new PersonId("thuky2"), "Bà thuky2", "Máy tính bảng hỏng"));
        assertThat(table.state().entries(VOTE)).isEmpty();
        table.must("thuky", new VotingCommand.CloseVote(VOTE));
        assertThat(table.vote(VOTE).tally()).isEqualTo(new Tally(0, 1, 0, 57, Outcome.FAILED, false));
    }

    @Test
    void whoWroteItDownDoesNotCountersignIt() {
        table.must("thuky", ENTRY);
        assertThat(table.refused("thuky", COUNTERSIGN)).isEqualTo(VotingProblem.SAME_CLERK);
    }

    @Test
    void onlyWhatStandsThereIsCountersigned() {
        assertThat(table.refused("thuky2", COUNTERSIGN)).isEqualTo(VotingProblem.NO_SUCH_ENTRY);
        table.must("thuky", ENTRY);
        assertThat(table.refused("thuky2", new VotingCommand.CountersignEntry(VOTE, SEVEN, Choice.FOR)))
                .isEqualTo(VotingProblem.ENTRY_DIFFERS);
    }

    @Test
    void aMembersOwnBallotIsNeverReplacedByAnEntry() {
        table.must("d7", new VotingCommand.CastBallot(VOTE, Choice.FOR));
        assertThat(table.refused("thuky", ENTRY)).isEqualTo(VotingProblem.OWN_BALLOT_CAST);
        assertThat(ballot().choice()).isEqualTo(Choice.FOR);
    }

    @Test
    void aCountersignedEntryIsNeverReplacedByTheMembersBallot() {
        table.must("thuky", ENTRY);
        table.must("thuky2", COUNTERSIGN);
        assertThat(table.refused("d7", new VotingCommand.CastBallot(VOTE, Choice.AGAINST)))
                .isEqualTo(VotingProblem.ENTERED_BY_HAND);
        assertThat(table.refused(
                        "d7", new VotingCommand.CastMany(List.of(new VotingCommand.CastBallot(VOTE, Choice.FOR)))))
                .isEqualTo(VotingProblem.ENTERED_BY_HAND);
        assertThat(table.refused("thuky", ENTRY)).isEqualTo(VotingProblem.ENTERED_BY_HAND);
    }

    @Test
    void anEntryThatWaitsGivesWayToTheMembersOwnBallot() {
        table.must("thuky", ENTRY);
        assertThat(table.must("d7", new VotingCommand.CastBallot(VOTE, Choice.FOR)))
                .containsExactly(
                        new VotingEvent.EntryEnded(VOTE, SEVEN, VotingEvent.EntryEnd.OWN_BALLOT),
                        new VotingEvent.BallotCast(VOTE, SEVEN, Choice.FOR, null));
        assertThat(table.refused("thuky2", COUNTERSIGN)).isEqualTo(VotingProblem.OWN_BALLOT_CAST);
    }

    @Test
    void anEntryThatWaitsDoesNotHoldUpClosingAndIsNotCounted() {
        table.must("thuky", ENTRY);
        table.must("thuky", new VotingCommand.CloseVote(VOTE));
        assertThat(table.vote(VOTE).tally()).isEqualTo(new Tally(0, 0, 0, 58, Outcome.FAILED, false));
        assertThat(table.state().entries(VOTE)).isEmpty();
        assertThat(table.refused("thuky2", COUNTERSIGN)).isEqualTo(VotingProblem.VOTE_NOT_OPEN);
    }

    @Test
    void anEntryIsTakenBackBeforeAnotherIsMade() {
        table.must("thuky", ENTRY);
        assertThat(table.must("thuky", ENTRY)).isEmpty();
        var other = new VotingCommand.EnterBallot(VOTE, SEVEN, Choice.FOR, "Nghe nhầm");
        assertThat(table.refused("thuky", other)).isEqualTo(VotingProblem.ENTRY_WAITS);
        table.must("thuky2", new VotingCommand.WithdrawEntry(VOTE, SEVEN));
        table.must("thuky", other);
        assertThat(Objects.requireNonNull(table.state().entries(VOTE).get(SEVEN))
                        .choice())
                .isEqualTo(Choice.FOR);
    }

    @Test
    void nobodyEntersOrCountersignsTheOwnBallot() {
        assertThat(table.refused("d7", ENTRY)).isEqualTo(VotingProblem.NOT_ONESELF);
        table.must("thuky", ENTRY);
        assertThat(table.refused("d7", COUNTERSIGN)).isEqualTo(VotingProblem.NOT_ONESELF);
    }

    @Test
    void whoWasAbsentAtOpeningGetsNoEntry() {
        var absent = new VotingCommand.EnterBallot(VOTE, VotingTable.person(59), Choice.FOR, "Đến muộn");
        assertThat(table.refused("thuky", absent)).isEqualTo(VotingProblem.NOT_ELIGIBLE);
    }

    @Test
    void onHoldNothingIsEnteredOrCountersigned() {
        table.must("thuky", ENTRY);
        table.must("thuky", new VotingCommand.HoldVote(VOTE, "Mất điện"));
        assertThat(table.refused("thuky2", COUNTERSIGN)).isEqualTo(VotingProblem.ON_HOLD);
        table.must("thuky", new VotingCommand.WithdrawEntry(VOTE, SEVEN));
    }

    private Ballot ballot() {
        return Objects.requireNonNull(table.state().ballots(VOTE).get(SEVEN));
    }
}
