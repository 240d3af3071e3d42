package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.hall.Scenario.AFTERNOON;
import static plenum.server.hall.Scenario.BUDGET;
import static plenum.server.hall.Scenario.CHAIR;
import static plenum.server.hall.Scenario.MORNING;
import static plenum.server.hall.Scenario.OPENING;
import static plenum.server.hall.Scenario.SECRETARY;
import static plenum.server.hall.Scenario.VOTE;
import static plenum.server.hall.Scenario.delegate;
import static plenum.server.hall.Scenario.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.AgendaEvent;
import plenum.server.agenda.AgendaProblem;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.attendance.AttendanceProblem;
import plenum.server.attendance.Presence;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.SheetLine;
import plenum.server.floor.FloorCommand;
import plenum.server.floor.FloorEvent;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.LineId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Problem;
import plenum.server.screen.Scene;
import plenum.server.screen.ScreenCommand;
import plenum.server.screen.ScreenProblem;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingEvent;
import plenum.server.sitting.SittingProblem;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;
import plenum.server.voting.VotingProblem;

/** What one part's change means for the others. */
class HallRulesTest {
    @Test
    void endingASittingEndsSpeechQueueAndItem() {
        try (var scenario = new Scenario(5).running(5)) {
            scenario.must(scenario.ask(CHAIR, new AgendaCommand.OpenItem(BUDGET)));
            scenario.must(scenario.ask(delegate(2), new FloorCommand.RaiseHand()));
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING)));
            assertThat(scenario.heard.getLast().entries())
                    .extracting(JournalEntry::event)
                    .containsExactly(
                            new FloorEvent.SpeechEnded(person(1)),
                            new FloorEvent.HandLowered(person(2)),
                            new AgendaEvent.ItemClosed(BUDGET),
                            new SittingEvent.SittingEnded(MORNING));
        }
    }

    @Test
    void whoLeavesLosesTheHand() {
        try (var scenario = new Scenario(5).running(5)) {
            scenario.must(scenario.ask(delegate(2), new FloorCommand.RaiseHand()));
            scenario.must(scenario.ask(
                    SECRETARY, new AttendanceCommand.MarkPresence(MORNING, person(2), Presence.LEFT, null)));
            assertThat(scenario.heard.getLast().entries())
                    .extracting(JournalEntry::event)
                    .containsExactly(
                            new AttendanceEvent.Marked(MORNING, person(2), Presence.LEFT, null),
                            new FloorEvent.HandLowered(person(2)));
        }
    }

    @Test
    void whoLeavesEndsTheOwnSpeech() {
        try (var scenario = new Scenario(5).running(5)) {
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(2), 60)));
            scenario.must(scenario.ask(
                    SECRETARY, new AttendanceCommand.MarkPresence(MORNING, person(2), Presence.ABSENT, "Về sớm")));
            assertThat(scenario.hall().floor().speech()).isNull();
        }
    }

    @Test
    void newerRulesDoNotLeaveOutWhatIsPrepared() {
        var first = Matters.in(Scenario.rules(5));
        var without = first.with(BallotRules.of(List.of(Matter.resolution(first.pass(), true))));
        try (var scenario = new Scenario(5, first)) {
            var unused = scenario.drafted();
            scenario.must(poll(scenario, poll("bau-1")));
            assertThat(code(scenario.ask(SECRETARY, new SittingCommand.TakeRules(without))))
                    .isEqualTo(SittingProblem.RULES_LEAVE_OUT);
            assertThat(scenario.hall().rules()).isEqualTo(first);
            scenario.must(poll(scenario, new PollCommand.DropPoll(new PollId("bau-1"))));
            scenario.must(scenario.ask(SECRETARY, new SittingCommand.TakeRules(without)));
            assertThat(scenario.hall().rules()).isEqualTo(without);
        }
    }

    @Test
    void aVoteKeepsItsMatterUntilItIsDropped() {
        var first = Matters.in(Scenario.rules(5));
        var matters = first.matters().stream()
                .filter(matter -> !matter.code().equals(Matter.RESOLUTION))
                .toList();
        try (var scenario = new Scenario(5, first)) {
            var unused = scenario.drafted();
            scenario.must(scenario.ask(SECRETARY, new VotingCommand.PrepareVote(VOTE, BUDGET, "Dự toán")));
            var without = new SittingCommand.TakeRules(first.with(BallotRules.of(matters)));
            assertThat(code(scenario.ask(SECRETARY, without))).isEqualTo(SittingProblem.RULES_LEAVE_OUT);
            scenario.must(scenario.ask(SECRETARY, new VotingCommand.WithdrawVote(VOTE, "Rút")));
            scenario.must(scenario.ask(SECRETARY, without));
        }
    }

    private static Answer poll(Scenario scenario, PollCommand command) {
        return scenario.ask(SECRETARY, new HallCommand.OfPolls(command));
    }

    private static PollCommand poll(String id) {
        var line = new SheetLine(new LineId("l1"), "Lò Văn Ấn", null, null);
        var sheet = new BallotSheet("election", "Bầu Phó Chủ tịch", 1, List.of(line));
        return new PollCommand.PreparePoll(new PollId(id), BUDGET, BallotForm.SECRET_PAPER, sheet, null);
    }

    @Test
    void absenceInAnotherSittingTouchesNoHand() {
        try (var scenario = new Scenario(5).running(5)) {
            scenario.must(scenario.ask(delegate(2), new FloorCommand.RaiseHand()));
            scenario.must(scenario.ask(
                    SECRETARY, new AttendanceCommand.MarkPresence(AFTERNOON, person(2), Presence.ABSENT, "Bận")));
            assertThat(scenario.hall().floor().waits(person(2))).isTrue();
        }
    }

    @Test
    void whoOnlyCheckedInDoesNotSpeakNorCountForTheVote() {
        try (var scenario = new Scenario(6).running(5)) {
            scenario.must(scenario.ask(delegate(6), new AttendanceCommand.CheckIn(MORNING, null)));
            assertThat(scenario.ask(delegate(6), new FloorCommand.RaiseHand())).isInstanceOf(Answer.Refused.class);
            scenario.must(scenario.ask(SECRETARY, new AttendanceCommand.ApproveRollCall(MORNING)));
            scenario.must(scenario.ask(delegate(6), new FloorCommand.RaiseHand()));
        }
    }

    @Test
    void whoComesAfterTheOpeningOfAVoteDoesNotVote() {
        try (var scenario = new Scenario(6).voting(5)) {
            scenario.must(scenario.ask(delegate(6), new AttendanceCommand.CheckIn(MORNING, null)));
            scenario.must(scenario.ask(SECRETARY, new AttendanceCommand.ApproveRollCall(MORNING)));
            assertThat(code(scenario.cast(6, Choice.FOR))).isEqualTo(VotingProblem.NOT_ELIGIBLE);
        }
    }

    @Test
    void whoLeavesDuringAVoteStaysEligible() {
        try (var scenario = new Scenario(5).voting(5)) {
            scenario.must(scenario.ask(
                    SECRETARY, new AttendanceCommand.MarkPresence(MORNING, person(2), Presence.LEFT, null)));
            scenario.must(scenario.cast(2, Choice.FOR));
        }
    }

    @Test
    void whileAVoteIsOpenNeitherItemNorSittingIsClosed() {
        try (var scenario = new Scenario(5).voting(5)) {
            assertThat(code(scenario.ask(CHAIR, new AgendaCommand.CloseItem()))).isEqualTo(AgendaProblem.VOTE_IS_OPEN);
            assertThat(code(scenario.ask(CHAIR, new AgendaCommand.OpenItem(OPENING))))
                    .isEqualTo(AgendaProblem.VOTE_IS_OPEN);
            assertThat(code(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING))))
                    .isEqualTo(SittingProblem.VOTE_IS_OPEN);
        }
    }

    @Test
    void aSecondRollCallWaitsForTheFirstSitting() {
        try (var scenario = new Scenario(5).running(5)) {
            assertThat(code(scenario.ask(SECRETARY, new AttendanceCommand.OpenRollCall(AFTERNOON))))
                    .isEqualTo(AttendanceProblem.ANOTHER_ROLL_CALL);
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING)));
            scenario.must(scenario.ask(SECRETARY, new AttendanceCommand.OpenRollCall(AFTERNOON)));
        }
    }

    @Test
    void presenceOfTheMorningIsNotPresenceOfTheAfternoon() {
        try (var scenario = new Scenario(5).running(5)) {
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING)));
            scenario.must(scenario.ask(CHAIR, new SittingCommand.OpenSitting(AFTERNOON, "Họp ngay")));
            assertThat(scenario.ask(delegate(1), new FloorCommand.RaiseHand())).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void anItemWithAVoteIsNotRemoved() {
        try (var scenario = new Scenario(5).published()) {
            scenario.must(scenario.ask(SECRETARY, new VotingCommand.PrepareVote(VOTE, OPENING, "Thông qua")));
            assertThat(code(scenario.ask(SECRETARY, new AgendaCommand.RemoveItem(OPENING))))
                    .isEqualTo(AgendaProblem.ITEM_HAS_VOTE);
        }
    }

    @Test
    void aResultIsPinnedOnlyWhenThereIsOne() {
        try (var scenario = new Scenario(5).voting(5)) {
            var result = new ScreenCommand.ShowScene(Scene.RESULT, VOTE);
            assertThat(code(scenario.ask(CHAIR, result))).isEqualTo(ScreenProblem.NO_RESULT_YET);
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(VOTE)));
            scenario.must(scenario.ask(CHAIR, result));
        }
    }

    @Test
    void afterTheEndNothingChangesButTheScreenAndReceipts() {
        try (var scenario = new Scenario(5).running(5)) {
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING)));
            scenario.must(scenario.ask(SECRETARY, new SittingCommand.DropSitting(AFTERNOON)));
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSession()));
            assertThat(code(scenario.ask(SECRETARY, new AgendaCommand.RemoveItem(OPENING))))
                    .isEqualTo(AgendaProblem.SESSION_ENDED);
            assertThat(code(scenario.ask(SECRETARY, new SittingCommand.RenameSession("Tên"))))
                    .isEqualTo(SittingProblem.SESSION_ENDED);
            assertThat(code(scenario.ask(SECRETARY, new AttendanceCommand.ApproveRollCall(MORNING))))
                    .isEqualTo(AttendanceProblem.SESSION_ENDED);
            scenario.must(scenario.ask(delegate(1), new AttendanceCommand.Acknowledge()));
            scenario.must(scenario.ask(CHAIR, new ScreenCommand.ShowScene(Scene.IDLE, null)));
        }
    }

    private static Problem.Code code(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.problem().code() : HallProblem.UNKNOWN_COMMAND;
    }
}
