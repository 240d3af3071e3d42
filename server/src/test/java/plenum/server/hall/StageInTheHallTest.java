package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.hall.RandomOrders.GUEST;
import static plenum.server.hall.RandomOrders.KIOSK;
import static plenum.server.hall.Scenario.CHAIR;
import static plenum.server.hall.Scenario.SECRETARY;
import static plenum.server.hall.Scenario.delegate;
import static plenum.server.hall.Scenario.person;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.floor.FloorCommand;
import plenum.server.floor.FloorEvent;
import plenum.server.floor.FloorProblem;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SessionEvent;
import plenum.server.room.Microphones;
import plenum.server.room.RoomCommand;
import plenum.server.room.RoomEvent;
import plenum.server.room.Source;
import plenum.server.room.Station;
import plenum.server.stage.Layout;
import plenum.server.stage.Stage;
import plenum.server.stage.StageCommand;
import plenum.server.stage.StageEvent;

/** A conference of meeting rooms: who is shown, who is heard, who asks for the floor, and who sees what is prepared. */
class StageInTheHallTest {
    private static final Layout FLOOR = new Layout(Layout.Kind.STAGE, List.of(), null);
    private static final PersonId POINT = KIOSK.person();

    private final Scenario scenario = new Scenario(5).running(4);

    StageInTheHallTest() {
        must(SECRETARY, new RoomCommand.OpenRoom(false, Microphones.CALLED));
        must(KIOSK, new RoomCommand.JoinRoom(Station.KIOSK));
        must(delegate(1), new RoomCommand.JoinRoom(Station.PERSON));
        must(delegate(2), new RoomCommand.JoinRoom(Station.PERSON));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    // speaking -----------------------------------------------------------------------------------------------

    @Test
    void aMeetingRoomAsksForTheFloorIsCalledAndIsOnTheStageForAll() {
        must(SECRETARY, new StageCommand.Show(new Layout(Layout.Kind.ROTATION, List.of(), 20)));
        must(KIOSK, new FloorCommand.RaiseHand());
        assertThat(last()).containsExactly(new FloorEvent.HandRaised(POINT, "phong-hop"));
        assertThat(view(Audience.DELEGATE, "floor", FloorView.class).queue())
                .extracting(SpeakerView::name)
                .containsExactly("phong-hop");
        assertThat(microphone(POINT)).isFalse();
        must(CHAIR, new FloorCommand.GrantFloor(POINT, 300));
        assertThat(last())
                .contains(new StageEvent.Aired(FLOOR))
                .anyMatch(event -> event instanceof FloorEvent.Granted one && "phong-hop".equals(one.name()));
        assertThat(microphone(POINT)).isTrue();
        assertThat(view(Audience.GUEST, "room", RoomView.class).stage().personId())
                .isEqualTo(POINT.value());
        must(CHAIR, new FloorCommand.EndSpeech());
        assertThat(microphone(POINT)).isFalse();
    }

    @Test
    void aGuestWhoIsNoMeetingRoomDoesNotSpeak() {
        must(GUEST, new RoomCommand.JoinRoom(Station.PERSON));
        assertThat(refusal(GUEST, new FloorCommand.RaiseHand())).isEqualTo(HallProblem.NOT_YOUR_DUTY);
        must(GUEST, new RoomCommand.LeaveRoom());
        assertThat(refusal(CHAIR, new FloorCommand.GrantFloor(GUEST.person(), 60)))
                .isEqualTo(FloorProblem.NOT_PRESENT);
    }

    @Test
    void aMeetingRoomThatIsLostKeepsItsPlaceAndOneThatLeavesDoesNot() {
        must(KIOSK, new FloorCommand.RaiseHand());
        must(Actor.SYSTEM, new RoomCommand.ReportLost(POINT));
        assertThat(scenario.hall().floor().waits(POINT)).isTrue();
        assertThat(refusal(CHAIR, new FloorCommand.GrantFloor(POINT, 60))).isEqualTo(FloorProblem.NOT_PRESENT);
        must(KIOSK, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(HallViews.me(scenario.hall(), POINT).turn()).isEqualTo(1);
        must(KIOSK, new RoomCommand.LeaveRoom());
        assertThat(last()).containsExactly(new RoomEvent.Left(POINT, false), new FloorEvent.HandLowered(POINT));
    }

    @Test
    void whoWaitsIsToldEachNewPlace() {
        must(delegate(1), new FloorCommand.RaiseHand());
        must(KIOSK, new FloorCommand.RaiseHand());
        assertThat(HallViews.me(scenario.hall(), POINT).turn()).isEqualTo(2);
        must(CHAIR, new FloorCommand.GrantFloor(person(1), 60));
        assertThat(HallViews.touched(scenario.heard.getLast())).contains(POINT);
        assertThat(HallViews.me(scenario.hall(), POINT).turn()).isEqualTo(1);
        assertThat(HallViews.me(scenario.hall(), person(1)).turn()).isNull();
    }

    @Test
    void twoInDialogueMayTalkAndStayOnAirWhenOneOfThemIsGivenTheFloor() {
        must(CHAIR, new RoomCommand.MutePerson(person(1), Source.MICROPHONE, true));
        var two = new Layout(Layout.Kind.DIALOGUE, List.of(POINT, person(1)), null);
        must(SECRETARY, new StageCommand.Show(two));
        assertThat(last())
                .containsExactly(new StageEvent.Aired(two), new RoomEvent.Unmuted(person(1), Source.MICROPHONE));
        assertThat(microphone(POINT)).isTrue();
        assertThat(microphone(person(1))).isTrue();
        assertThat(microphone(person(2))).isFalse();
        must(CHAIR, new FloorCommand.GrantFloor(POINT, 60));
        assertThat(scenario.hall().stage().air()).isEqualTo(two);
        must(SECRETARY, new StageCommand.Free());
        assertThat(microphone(POINT)).isTrue();
        assertThat(microphone(person(1))).isFalse();
    }

    @Test
    void severalAreCalledAndWithAnotherSettingOnlyTheSpeakerIsHeard() {
        must(CHAIR, new StageCommand.Call(person(1)));
        must(CHAIR, new StageCommand.Call(POINT));
        assertThat(microphone(person(1))).isTrue();
        assertThat(microphone(POINT)).isTrue();
        must(CHAIR, new RoomCommand.ChangeRoom(false, Microphones.FLOOR));
        assertThat(microphone(person(1))).isFalse();
        assertThat(microphone(POINT)).isFalse();
        must(CHAIR, new RoomCommand.ChangeRoom(false, Microphones.CALLED));
        must(SECRETARY, new RoomCommand.RemovePerson(POINT));
        assertThat(scenario.hall().stage().called()).containsExactly(person(1));
    }

    // showing ------------------------------------------------------------------------------------------------

    @Test
    void theDirectorsPersonIsOnTheStageWhoeverHasTheFloor() {
        must(CHAIR, new FloorCommand.GrantFloor(person(2), 60));
        must(SECRETARY, new StageCommand.Show(new Layout(Layout.Kind.STAGE, List.of(POINT), null)));
        assertThat(view(Audience.GUEST, "room", RoomView.class).stage().personId())
                .isEqualTo(POINT.value());
        must(Actor.SYSTEM, new RoomCommand.ReportLost(POINT));
        assertThat(view(Audience.GUEST, "room", RoomView.class).stage().personId())
                .isEqualTo("d2");
    }

    @Test
    void onlyThoseWhoConductSeeWhatIsPreviewed() {
        must(SECRETARY, new StageCommand.Preview(FLOOR));
        var previewed = scenario.heard.getLast();
        assertThat(view(Audience.CONTROL, "stage", StageView.class).preview()).isNotNull();
        for (var audience : List.of(Audience.DELEGATE, Audience.GUEST, Audience.SCREEN)) {
            assertThat(view(audience, "stage", StageView.class).preview()).isNull();
            assertThat(HallViews.changed(previewed.before(), previewed.after(), audience))
                    .isEmpty();
        }
        must(SECRETARY, new StageCommand.Air());
        assertThat(view(Audience.GUEST, "stage", StageView.class).air())
                .isEqualTo(new StageView.Shown(Layout.Kind.STAGE, List.of(), null));
    }

    @Test
    void onlyThoseWhoConductChangeTheStage() {
        for (var actor : List.of(delegate(1), GUEST, KIOSK)) {
            assertThat(refusal(actor, new StageCommand.Show(FLOOR))).isEqualTo(HallProblem.NOT_YOUR_DUTY);
            assertThat(refusal(actor, new StageCommand.Call(actor.person()))).isEqualTo(HallProblem.NOT_YOUR_DUTY);
        }
    }

    @Test
    void closingTheRoomLeavesNothingOfTheStage() {
        must(SECRETARY, new StageCommand.Show(FLOOR));
        must(KIOSK, new FloorCommand.RaiseHand());
        must(SECRETARY, new RoomCommand.CloseRoom());
        assertThat(last())
                .containsExactly(new RoomEvent.Closed(), new StageEvent.Struck(), new FloorEvent.HandLowered(POINT));
        assertThat(scenario.hall().stage()).isEqualTo(Stage.NONE);
    }

    // ---------------------------------------------------------------------------------------------------------

    private boolean microphone(PersonId person) {
        return scenario.hall().sendRights(person).microphone();
    }

    private <T> T view(Audience audience, String part, Class<T> type) {
        return type.cast(HallViews.part(scenario.hall(), audience, part));
    }

    private List<SessionEvent> last() {
        return scenario.heard.getLast().entries().stream()
                .map(entry -> entry.event())
                .toList();
    }

    private void must(Actor by, StageCommand command) {
        scenario.must(scenario.ask(by, new HallCommand.OfStage(command)));
    }

    private void must(Actor by, RoomCommand command) {
        scenario.must(scenario.ask(by, command));
    }

    private void must(Actor by, FloorCommand command) {
        scenario.must(scenario.ask(by, command));
    }

    private Problem.Code refusal(Actor by, StageCommand command) {
        return code(scenario.ask(by, new HallCommand.OfStage(command)));
    }

    private Problem.Code refusal(Actor by, FloorCommand command) {
        return code(scenario.ask(by, command));
    }

    private static Problem.Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}
