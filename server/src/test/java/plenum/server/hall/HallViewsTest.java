package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.hall.Scenario.BUDGET;
import static plenum.server.hall.Scenario.CHAIR;
import static plenum.server.hall.Scenario.MORNING;
import static plenum.server.hall.Scenario.OPENING;
import static plenum.server.hall.Scenario.SECRETARY;
import static plenum.server.hall.Scenario.VOTE;
import static plenum.server.hall.Scenario.delegate;
import static plenum.server.hall.Scenario.person;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.Audience;
import plenum.server.kernel.ItemId;
import plenum.server.screen.Scene;
import plenum.server.screen.ScreenCommand;
import plenum.server.sitting.SittingCommand;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

class HallViewsTest {
    private static final List<Audience> OTHERS = List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST);

    @Test
    void aDraftIsShownToControlOnly() {
        try (var scenario = new Scenario(3)) {
            assertThat(HallViews.parts(scenario.hall(), Audience.CONTROL)).hasSize(15);
            OTHERS.forEach(
                    other -> assertThat(HallViews.parts(scenario.hall(), other)).isEmpty());
        }
    }

    @Test
    void thePartsComeInTheOrderOfTheProtocol() {
        try (var scenario = new Scenario(3).published()) {
            assertThat(HallViews.parts(scenario.hall(), Audience.SCREEN).keySet())
                    .containsExactly(
                            "session",
                            "agenda",
                            "now",
                            "attendance",
                            "floor",
                            "voting",
                            "progress",
                            "ballots",
                            "screen",
                            "room",
                            "stage",
                            "points",
                            "follow");
            assertThat(HallViews.parts(scenario.hall(), Audience.GUEST).keySet())
                    .endsWith("room", "stage", "points", "chat", "follow", "checkpoint");
            assertThat(HallViews.parts(scenario.hall(), Audience.GUEST)).doesNotContainKey("screen");
        }
    }

    @Test
    void publishingShowsEverythingAtOnce() {
        try (var scenario = new Scenario(3).published()) {
            var published = scenario.heard.getLast();
            assertThat(HallViews.changed(published.before(), published.after(), Audience.DELEGATE))
                    .hasSize(14);
            assertThat(HallViews.touched(published)).hasSize(3);
        }
    }

    @Test
    void hiddenItemsHaveNoNumberAndLeaveNoGap() {
        try (var scenario = new Scenario(3).published()) {
            var secret = new ItemId("nhan-su");
            scenario.must(scenario.ask(
                    SECRETARY, new AgendaCommand.AddItem(secret, null, 1, Scenario.facts("Nhân sự", true))));
            scenario.must(scenario.ask(
                    SECRETARY, new AgendaCommand.AddItem(new ItemId("ns-1"), secret, 0, Scenario.facts("Bầu", false))));
            scenario.must(scenario.ask(
                    SECRETARY,
                    new AgendaCommand.AddItem(new ItemId("nq"), BUDGET, 0, Scenario.facts("Nghị quyết", false))));
            assertThat(agenda(scenario, Audience.CONTROL).items())
                    .extracting(ItemView::number)
                    .containsExactly("1", "-", "-", "2", "2.1");
            assertThat(agenda(scenario, Audience.DELEGATE).items())
                    .extracting(ItemView::number)
                    .containsExactly("1", "2", "2.1");
        }
    }

    @Test
    void theScreenGetsNoPapers() {
        try (var scenario = new Scenario(3).published()) {
            assertThat(agenda(scenario, Audience.GUEST).items().getLast().papers())
                    .hasSize(1);
            assertThat(agenda(scenario, Audience.SCREEN).items().getLast().papers())
                    .isEmpty();
        }
    }

    @Test
    void theRollCallsCodeIsForControlAndScreen() {
        try (var scenario = new Scenario(3).running(2)) {
            assertThat(attendance(scenario, Audience.CONTROL)
                            .sittings()
                            .getFirst()
                            .code())
                    .matches("[0-9]{6}");
            assertThat(attendance(scenario, Audience.SCREEN)
                            .sittings()
                            .getFirst()
                            .code())
                    .matches("[0-9]{6}");
            assertThat(attendance(scenario, Audience.DELEGATE)
                            .sittings()
                            .getFirst()
                            .code())
                    .isNull();
        }
    }

    @Test
    void rowsOfDelegatesAreForControl() {
        try (var scenario = new Scenario(3).running(2)) {
            assertThat(Objects.requireNonNull(
                            attendance(scenario, Audience.CONTROL).rows()))
                    .hasSize(3);
            OTHERS.forEach(
                    other -> assertThat(attendance(scenario, other).rows()).isNull());
        }
    }

    @Test
    void theQuorumIsCountedFromApprovedPresence() {
        try (var scenario = new Scenario(6).running(3)) {
            scenario.must(scenario.ask(delegate(4), new AttendanceCommand.CheckIn(MORNING, null)));
            var morning = attendance(scenario, Audience.GUEST).sittings().getFirst();
            assertThat(morning.present()).isEqualTo(3);
            assertThat(morning.checkedIn()).isEqualTo(1);
            assertThat(morning.quorumNeeded()).isEqualTo(4);
            assertThat(morning.quorumMet()).isFalse();
            scenario.must(scenario.ask(SECRETARY, new AttendanceCommand.ApproveRollCall(MORNING)));
            assertThat(attendance(scenario, Audience.GUEST)
                            .sittings()
                            .getFirst()
                            .quorumMet())
                    .isTrue();
        }
    }

    @Test
    void guestsSeeWhoSpeaksAndNotWhoWaits() {
        try (var scenario = new Scenario(3).running(3)) {
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            scenario.must(scenario.ask(delegate(2), new FloorCommand.RaiseHand()));
            var guest = (FloorView) HallViews.part(scenario.hall(), Audience.GUEST, "floor");
            var delegate = (FloorView) HallViews.part(scenario.hall(), Audience.DELEGATE, "floor");
            assertThat(guest.speech()).isEqualTo(delegate.speech()).isNotNull();
            assertThat(guest.queue()).isEmpty();
            assertThat(delegate.queue()).hasSize(1);
        }
    }

    @Test
    void whileAVoteIsOpenControlSeesWhoVotedAndNotHow() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.cast(2, Choice.AGAINST));
            var vote = vote(scenario, Audience.CONTROL);
            assertThat(vote.voters()).containsExactly("d2");
            assertThat(vote.ballots()).isNull();
            assertThat(vote.result()).isNull();
            assertThat(vote(scenario, Audience.DELEGATE).voters()).isNull();
            assertThat(HallViews.part(scenario.hall(), Audience.GUEST, "progress"))
                    .isEqualTo(new ProgressView("bq-1", 1, 1, 3));
        }
    }

    @Test
    void fromClosingControlSeesTheCountsAndTheOthersFromDeclaration() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.cast(2, Choice.AGAINST));
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(VOTE)));
            assertThat(vote(scenario, Audience.CONTROL).ballots()).hasSize(1);
            OTHERS.forEach(other -> assertThat(vote(scenario, other).result()).isNull());
            scenario.must(scenario.ask(CHAIR, new VotingCommand.DeclareVote(VOTE)));
            OTHERS.forEach(other -> assertThat(vote(scenario, other).result()).isNotNull());
            assertThat(vote(scenario, Audience.DELEGATE).ballots()).hasSize(1);
            assertThat(vote(scenario, Audience.SCREEN).ballots()).isNull();
            assertThat(vote(scenario, Audience.GUEST).ballots()).isNull();
        }
    }

    @Test
    void aDelegateSeesTheOwnBallotOnly() {
        try (var scenario = new Scenario(3).voting(2)) {
            scenario.must(scenario.cast(2, Choice.AGAINST));
            assertThat(HallViews.me(scenario.hall(), person(2))
                            .ballots()
                            .getFirst()
                            .choice())
                    .isEqualTo(Choice.AGAINST);
            assertThat(HallViews.me(scenario.hall(), person(1)).ballots().getFirst())
                    .isEqualTo(new MeView.OfVote("bq-1", true, null, null, null, null, null, null));
            assertThat(HallViews.me(scenario.hall(), person(3))
                            .ballots()
                            .getFirst()
                            .eligible())
                    .isFalse();
        }
    }

    @Test
    void aBallotChangesOnlyProgressForTheHall() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.cast(2, Choice.AGAINST));
            var cast = scenario.heard.getLast();
            assertThat(HallViews.changed(cast.before(), cast.after(), Audience.DELEGATE))
                    .containsExactly("progress");
            assertThat(HallViews.changed(cast.before(), cast.after(), Audience.CONTROL))
                    .containsExactly("voting", "progress");
            assertThat(HallViews.touched(cast)).containsExactly(person(2));
        }
    }

    @Test
    void theVoteOfAHiddenItemIsShownToControlOnly() {
        try (var scenario = new Scenario(3).published()) {
            scenario.must(scenario.ask(SECRETARY, new VotingCommand.PrepareVote(VOTE, OPENING, "Nhân sự")));
            scenario.must(
                    scenario.ask(SECRETARY, new AgendaCommand.EditItem(OPENING, Scenario.facts("Khai mạc", true))));
            assertThat(votes(scenario, Audience.CONTROL).votes()).hasSize(1);
            OTHERS.forEach(other -> assertThat(votes(scenario, other).votes()).isEmpty());
        }
    }

    @Test
    void theScreenFollowsTheSessionByItself() {
        try (var scenario = new Scenario(3).voting(3)) {
            assertThat(screen(scenario)).isEqualTo(new ScreenView(ScreenView.Mode.AUTOMATIC, Scene.VOTE, "bq-1", null));
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(VOTE)));
            assertThat(screen(scenario)).isEqualTo(new ScreenView(ScreenView.Mode.AUTOMATIC, Scene.VOTE, "bq-1", null));
            scenario.must(scenario.ask(CHAIR, new VotingCommand.DeclareVote(VOTE)));
            assertThat(screen(scenario))
                    .isEqualTo(new ScreenView(ScreenView.Mode.AUTOMATIC, Scene.RESULT, "bq-1", null));
            scenario.passSeconds(1);
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            assertThat(screen(scenario).scene()).isEqualTo(Scene.SPEAKER);
        }
    }

    @Test
    void theApprovedRollCallStaysOnTheScreenUntilTheSittingOpens() {
        try (var scenario = new Scenario(3).published()) {
            scenario.must(scenario.ask(SECRETARY, new AttendanceCommand.OpenRollCall(MORNING)));
            assertThat(screen(scenario).scene()).isEqualTo(Scene.ROLL_CALL);
            scenario.must(scenario.ask(SECRETARY, new AttendanceCommand.ApproveRollCall(MORNING)));
            assertThat(screen(scenario).scene()).isEqualTo(Scene.ROLL_CALL);
            scenario.must(scenario.ask(CHAIR, new SittingCommand.OpenSitting(MORNING, "Thống nhất mở phiên họp")));
            assertThat(screen(scenario).scene()).isEqualTo(Scene.AGENDA);
        }
    }

    @Test
    void aClosedVoteGivesWayToASpeech() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(VOTE)));
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            assertThat(screen(scenario).scene()).isEqualTo(Scene.SPEAKER);
        }
    }

    @Test
    void aPinnedSceneStaysUntilItIsTakenAway() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.ask(CHAIR, new ScreenCommand.ShowScene(Scene.AGENDA, null)));
            assertThat(screen(scenario)).isEqualTo(new ScreenView(ScreenView.Mode.PINNED, Scene.AGENDA, null, null));
            scenario.must(scenario.ask(CHAIR, new ScreenCommand.ShowAutomatic()));
            assertThat(screen(scenario).scene()).isEqualTo(Scene.VOTE);
        }
    }

    @Test
    void aPinnedVoteThatIsDroppedGivesWayToTheAutomaticScene() {
        try (var scenario = new Scenario(3).published()) {
            scenario.must(scenario.ask(SECRETARY, new VotingCommand.PrepareVote(VOTE, OPENING, "Thông qua")));
            scenario.must(scenario.ask(CHAIR, new ScreenCommand.ShowScene(Scene.VOTE, VOTE)));
            scenario.must(scenario.ask(SECRETARY, new VotingCommand.DropVote(VOTE)));
            assertThat(screen(scenario)).isEqualTo(new ScreenView(ScreenView.Mode.AUTOMATIC, Scene.IDLE, null, null));
        }
    }

    @Test
    void theJournalShowsNoChoiceBeforeTheVoteIsClosed() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.cast(2, Choice.AGAINST));
            assertThat(ballotLine(scenario).data().has("choice")).isFalse();
            assertThat(ballotLine(scenario).data().path("personId").asText()).isEqualTo("d2");
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(VOTE)));
            assertThat(ballotLine(scenario).data().path("choice").asText()).isEqualTo("AGAINST");
        }
    }

    @Test
    void theJournalNeverShowsTheChoicesOfAVoteVoidedWhileOpen() {
        try (var scenario = new Scenario(3).voting(3)) {
            scenario.must(scenario.cast(2, Choice.AGAINST));
            scenario.must(scenario.ask(CHAIR, new VotingCommand.VoidVote(VOTE, "Nhầm nội dung")));
            assertThat(ballotLine(scenario).data().has("choice")).isFalse();
            assertThat(vote(scenario, Audience.CONTROL).ballots()).isNull();
        }
    }

    @Test
    void theSecretarySeesWhoReceivedTheSession() {
        try (var scenario = new Scenario(3).published()) {
            scenario.must(scenario.ask(delegate(2), new AttendanceCommand.Acknowledge()));
            var rows = Objects.requireNonNull(
                    attendance(scenario, Audience.CONTROL).rows());
            assertThat(rows.get(1).receivedAt()).isEqualTo(Scenario.START.toEpochMilli());
            assertThat(rows.getFirst().receivedAt()).isNull();
            assertThat(HallViews.me(scenario.hall(), person(2)).received()).isTrue();
        }
    }

    @Test
    void aSecretaryIsNoDelegate() {
        try (var scenario = new Scenario(3).voting(3)) {
            var me = HallViews.me(scenario.hall(), SECRETARY.person());
            assertThat(me.delegate()).isFalse();
            assertThat(me.sittings()).isEmpty();
            assertThat(me.ballots()).isEmpty();
        }
    }

    @Test
    void anEndedSittingShowsItsTimes() {
        try (var scenario = new Scenario(3).running(3)) {
            scenario.passSeconds(3_600);
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING)));
            var session = (SessionView) HallViews.part(scenario.hall(), Audience.GUEST, "session");
            assertThat(session.openSittingId()).isNull();
            assertThat(session.sittings().getFirst().endedAt())
                    .isEqualTo(Scenario.START.plusSeconds(3_600).toEpochMilli());
        }
    }

    private static JournalLine ballotLine(Scenario scenario) {
        return scenario.journal.lines(Scenario.SESSION, 0, 1_000).stream()
                .filter(line -> line.type().equals("voting.ballot-cast"))
                .map(line -> HallViews.line(scenario.hall(), line))
                .findFirst()
                .orElseThrow();
    }

    private static AgendaView agenda(Scenario scenario, Audience audience) {
        return (AgendaView) HallViews.part(scenario.hall(), audience, "agenda");
    }

    private static AttendanceView attendance(Scenario scenario, Audience audience) {
        return (AttendanceView) HallViews.part(scenario.hall(), audience, "attendance");
    }

    private static VotingView votes(Scenario scenario, Audience audience) {
        return (VotingView) HallViews.part(scenario.hall(), audience, "voting");
    }

    private static VoteView vote(Scenario scenario, Audience audience) {
        return votes(scenario, audience).votes().getFirst();
    }

    private static ScreenView screen(Scenario scenario) {
        return (ScreenView) HallViews.part(scenario.hall(), Audience.SCREEN, "screen");
    }
}
