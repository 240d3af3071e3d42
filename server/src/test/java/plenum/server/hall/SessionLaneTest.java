package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.hall.Scenario.CHAIR;
import static plenum.server.hall.Scenario.SECRETARY;
import static plenum.server.hall.Scenario.delegate;

import org.junit.jupiter.api.Test;
import plenum.server.floor.FloorCommand;
import plenum.server.kernel.Audience;
import plenum.server.voting.Choice;
import plenum.server.voting.Outcome;
import plenum.server.voting.VotingCommand;

class SessionLaneTest {
    @Test
    void aVoteGoesFromPreparationToDeclaration() {
        try (var scenario = new Scenario(60).voting(58)) {
            for (var n = 1; n <= 31; n++) {
                scenario.must(scenario.cast(n, Choice.FOR));
            }
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(Scenario.VOTE)));
            scenario.must(scenario.ask(CHAIR, new VotingCommand.DeclareVote(Scenario.VOTE)));
            var view = (VotingView) HallViews.part(scenario.hall(), Audience.DELEGATE, "voting");
            assertThat(view.votes().getFirst().result())
                    .isEqualTo(new VoteView.Result(31, 0, 0, 27, 2, Outcome.PASSED));
        }
    }

    @Test
    void aResendGetsTheSameAnswerAndChangesNothing() {
        try (var scenario = new Scenario(3).running(3)) {
            var hand = new HallCommand.OfFloor(new FloorCommand.RaiseHand());
            var first = scenario.ask("xin-phat-bieu", delegate(1), hand);
            assertThat(scenario.ask("xin-phat-bieu", delegate(1), hand)).isEqualTo(first);
            assertThat(scenario.hall().floor().queue()).hasSize(1);
        }
    }

    @Test
    void theStateComesBackFromTheJournal() {
        try (var scenario = new Scenario(5).voting(4)) {
            scenario.must(scenario.cast(1, Choice.AGAINST));
            scenario.lanes.close();
            var again = new Lanes(
                    scenario.journal,
                    new plenum.server.journal.MemorySnapshots(),
                    () -> Scenario.START,
                    java.util.List.of());
            assertThat(again.lane(Scenario.SESSION).hall()).isEqualTo(scenario.hall());
            var withSnapshot =
                    new Lanes(scenario.journal, scenario.snapshots, () -> Scenario.START, java.util.List.of());
            assertThat(withSnapshot.lane(Scenario.SESSION).hall()).isEqualTo(scenario.hall());
            assertThat(SECRETARY.person().value()).isEqualTo("thu-ky");
            again.close();
            withSnapshot.close();
        }
    }
}
