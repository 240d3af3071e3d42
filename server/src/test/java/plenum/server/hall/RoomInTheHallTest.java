package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static plenum.server.hall.RandomOrders.GUEST;
import static plenum.server.hall.RandomOrders.KIOSK;
import static plenum.server.hall.Scenario.AFTERNOON;
import static plenum.server.hall.Scenario.CHAIR;
import static plenum.server.hall.Scenario.MORNING;
import static plenum.server.hall.Scenario.SECRETARY;
import static plenum.server.hall.Scenario.START;
import static plenum.server.hall.Scenario.delegate;
import static plenum.server.hall.Scenario.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.server.floor.FloorCommand;
import plenum.server.floor.FloorEvent;
import plenum.server.journal.JournalEntry;
import plenum.server.journal.MemorySnapshots;
import plenum.server.journal.Snapshot;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SessionEvent;
import plenum.server.room.Chat;
import plenum.server.room.Microphones;
import plenum.server.room.Mute;
import plenum.server.room.Place;
import plenum.server.room.Room;
import plenum.server.room.RoomCommand;
import plenum.server.room.RoomEvent;
import plenum.server.room.RoomProblem;
import plenum.server.room.Source;
import plenum.server.room.Station;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingEvent;

/** The online room among the other parts, who may use it, and what each audience sees of it. */
class RoomInTheHallTest {
    private static final RoomCommand JOIN = new RoomCommand.JoinRoom(Station.PERSON);

    // rules --------------------------------------------------------------------------------------------------

    @Test
    void thereIsNoRoomInADraft() {
        try (var scenario = new Scenario(3)) {
            assertThat(code(scenario.ask(SECRETARY, new RoomCommand.OpenRoom(false, Microphones.FREE))))
                    .isEqualTo(RoomProblem.NOT_PUBLISHED);
        }
    }

    @Test
    void whoIsGivenTheFloorIsHeard() {
        try (var scenario = open(new Scenario(5).running(5), false)) {
            scenario.must(scenario.ask(delegate(1), JOIN));
            scenario.must(scenario.ask(CHAIR, new RoomCommand.MutePerson(person(1), Source.MICROPHONE, true)));
            assertThat(microphone(scenario)).isFalse();
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            assertThat(last(scenario))
                    .containsExactly(
                            new FloorEvent.Granted(person(1), START.plusSeconds(60)),
                            new RoomEvent.Unmuted(person(1), Source.MICROPHONE));
            assertThat(microphone(scenario)).isTrue();
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            assertThat(last(scenario)).noneMatch(RoomEvent.class::isInstance);
        }
    }

    @Test
    void whoIsRefusedTheFloorStaysMuted() {
        try (var scenario = open(new Scenario(5).running(4), false)) {
            scenario.must(scenario.ask(delegate(5), JOIN));
            scenario.must(scenario.ask(CHAIR, new RoomCommand.MutePerson(person(5), Source.MICROPHONE, true)));
            assertThat(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(5), 60)))
                    .isInstanceOf(Answer.Refused.class);
            assertThat(scenario.hall().room().mutes(person(5))).hasSize(1);
        }
    }

    @Test
    void endingTheSessionClosesTheRoom() {
        try (var scenario = open(new Scenario(5).running(5), false)) {
            scenario.must(scenario.ask(delegate(1), JOIN));
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSitting(MORNING)));
            assertThat(scenario.hall().room().has(person(1))).isTrue();
            scenario.must(scenario.ask(SECRETARY, new SittingCommand.DropSitting(AFTERNOON)));
            scenario.must(scenario.ask(CHAIR, new SittingCommand.EndSession()));
            assertThat(last(scenario)).containsExactly(new RoomEvent.Closed(), new SittingEvent.SessionEnded());
            assertThat(code(scenario.ask(CHAIR, new RoomCommand.OpenRoom(false, Microphones.FREE))))
                    .isEqualTo(RoomProblem.SESSION_ENDED);
            scenario.must(scenario.ask(delegate(1), new RoomCommand.LeaveRoom()));
        }
    }

    // who may ------------------------------------------------------------------------------------------------

    @Test
    void guestsAndMeetingRoomsComeInButDoNotRunTheRoom() {
        try (var scenario = open(new Scenario(3).published(), false)) {
            scenario.must(scenario.ask(GUEST, JOIN));
            scenario.must(scenario.ask(KIOSK, new RoomCommand.JoinRoom(Station.KIOSK)));
            assertThat(view(scenario, Audience.DELEGATE).participants())
                    .extracting(RoomView.Person::name, RoomView.Person::as, RoomView.Person::group)
                    .containsExactly(tuple("khach", Station.PERSON, null), tuple("phong-hop", Station.KIOSK, null));
            for (var actor : List.of(GUEST, KIOSK, delegate(1))) {
                assertThat(code(scenario.ask(actor, new RoomCommand.MuteAll(Source.CAMERA, true))))
                        .isEqualTo(HallProblem.NOT_YOUR_DUTY);
            }
        }
    }

    @Test
    void onlyTheServerSaysThatSomebodyIsLost() {
        try (var scenario = open(new Scenario(3).published(), false)) {
            scenario.must(scenario.ask(delegate(1), JOIN));
            var lost = new RoomCommand.ReportLost(person(1));
            assertThat(code(scenario.ask(SECRETARY, lost))).isEqualTo(HallProblem.NOT_YOUR_DUTY);
            assertThat(code(scenario.ask(delegate(1), lost))).isEqualTo(HallProblem.NOT_YOUR_DUTY);
            assertThat(code(scenario.ask(Scenario.actor("nguoi-la"), lost))).isEqualTo(HallProblem.NO_SUCH_SESSION);
            scenario.must(scenario.ask(Actor.SYSTEM, lost));
            var entry = scenario.heard.getLast().entries().getFirst();
            assertThat(entry.event()).isEqualTo(new RoomEvent.Left(person(1), true));
            assertThat(entry.by()).isEqualTo(Actor.SYSTEM.person());
            assertThat(entry.roles()).isEmpty();
        }
    }

    @Test
    void theServerSaysNothingElse() {
        try (var scenario = open(new Scenario(3).published(), false)) {
            assertThat(code(scenario.ask(Actor.SYSTEM, JOIN))).isEqualTo(HallProblem.NO_SUCH_SESSION);
            assertThat(code(scenario.ask(Actor.SYSTEM, new RoomCommand.CloseRoom())))
                    .isEqualTo(HallProblem.NO_SUCH_SESSION);
        }
    }

    // views --------------------------------------------------------------------------------------------------

    @Test
    void onlyControlSeesWhoWaits() {
        try (var scenario = open(new Scenario(3).published(), true)) {
            scenario.must(scenario.ask(delegate(1), JOIN));
            scenario.must(scenario.ask(GUEST, JOIN));
            assertThat(view(scenario, Audience.CONTROL).waiting())
                    .containsExactly(
                            new RoomView.Waiting("d1", "d1", "Tổ 2", Station.PERSON, START.toEpochMilli()),
                            new RoomView.Waiting("khach", "khach", null, Station.PERSON, START.toEpochMilli()));
            for (var audience : List.of(Audience.DELEGATE, Audience.GUEST, Audience.SCREEN)) {
                assertThat(view(scenario, audience).waiting()).isNull();
                assertThat(view(scenario, audience).waitingCount()).isEqualTo(2);
            }
        }
    }

    @Test
    void everyoneSeesTheOwnPlaceAndMutes() {
        try (var scenario = open(new Scenario(3).published(), true)) {
            assertThat(me(scenario, GUEST).place()).isEqualTo(Place.OUT);
            scenario.must(scenario.ask(GUEST, JOIN));
            assertThat(me(scenario, GUEST).place()).isEqualTo(Place.WAITING);
            scenario.must(scenario.ask(SECRETARY, new RoomCommand.AdmitAll()));
            scenario.must(scenario.ask(SECRETARY, new RoomCommand.MutePerson(GUEST.person(), Source.CAMERA, true)));
            assertThat(HallViews.touched(scenario.heard.getLast())).containsExactly(GUEST.person());
            assertThat(me(scenario, GUEST))
                    .isEqualTo(new MeView.OfRoom(Place.IN, List.of(new Mute(Source.CAMERA, true))));
            scenario.must(scenario.ask(SECRETARY, new RoomCommand.RemovePerson(GUEST.person())));
            assertThat(me(scenario, GUEST).place()).isEqualTo(Place.REMOVED);
            scenario.must(scenario.ask(SECRETARY, new RoomCommand.CloseRoom()));
            assertThat(HallViews.touched(scenario.heard.getLast())).containsExactly(GUEST.person());
            assertThat(me(scenario, GUEST)).isEqualTo(new MeView.OfRoom(Place.OUT, List.of()));
        }
    }

    @Test
    void theSpeakerInTheRoomIsOnTheStage() {
        try (var scenario = open(new Scenario(5).running(5), false)) {
            scenario.must(scenario.ask(CHAIR, new FloorCommand.GrantFloor(person(1), 60)));
            var granted = scenario.heard.getLast();
            assertThat(HallViews.changed(granted.before(), granted.after(), Audience.GUEST))
                    .doesNotContain("room");
            scenario.must(scenario.ask(delegate(1), JOIN));
            assertThat(view(scenario, Audience.GUEST).stage()).isEqualTo(new RoomView.Stage("d1", false));
            scenario.must(scenario.ask(CHAIR, new FloorCommand.EndSpeech()));
            var ended = scenario.heard.getLast();
            assertThat(HallViews.changed(ended.before(), ended.after(), Audience.GUEST))
                    .contains("room");
            assertThat(view(scenario, Audience.GUEST).stage()).isEqualTo(new RoomView.Stage(null, false));
            scenario.must(scenario.ask(CHAIR, new RoomCommand.StagePerson(person(1))));
            assertThat(view(scenario, Audience.GUEST).stage()).isEqualTo(new RoomView.Stage("d1", true));
        }
    }

    @Test
    void aMessageChangesTheChatAndNotTheRoom() {
        try (var scenario = open(new Scenario(3).published(), false)) {
            scenario.must(scenario.ask(delegate(1), JOIN));
            scenario.must(scenario.ask(delegate(1), new RoomCommand.Say(new MessageId("1"), "Xin chào")));
            var said = scenario.heard.getLast();
            assertThat(HallViews.changed(said.before(), said.after(), Audience.DELEGATE))
                    .containsExactly("chat");
            assertThat(HallViews.changed(said.before(), said.after(), Audience.SCREEN))
                    .isEmpty();
            assertThat(HallViews.touched(said)).isEmpty();
        }
    }

    @Test
    void whatWasTakenBackIsInTheJournalOnly() {
        try (var scenario = open(new Scenario(3).published(), false)) {
            scenario.must(scenario.ask(delegate(1), JOIN));
            scenario.must(scenario.ask(delegate(1), new RoomCommand.Say(new MessageId("1"), "Nhầm")));
            scenario.must(scenario.ask(CHAIR, new RoomCommand.Unsay(new MessageId("1"))));
            for (var audience : List.of(Audience.CONTROL, Audience.DELEGATE, Audience.GUEST)) {
                assertThat(HallViews.part(scenario.hall(), audience, "chat"))
                        .isEqualTo(new ChatView(
                                List.of(new ChatView.OfMessage("1", "d1", "d1", START.toEpochMilli(), null, true))));
            }
            assertThat(scenario.journal.lines(Scenario.SESSION, 0, 1_000))
                    .anyMatch(line -> line.data().path("text").asText().equals("Nhầm"));
        }
    }

    // older data ---------------------------------------------------------------------------------------------

    @Test
    void aSessionFromBeforeTheRoomIsLoadedWithItsOlderSnapshot() throws IOException {
        try (var scenario = new Scenario(5).voting(5)) {
            var durable = scenario.lane.durable();
            var snapshots = new MemorySnapshots();
            snapshots.write(older(new HallCodec().write(durable)));
            var recovered = new Recovery(scenario.journal, snapshots)
                    .open(Scenario.SESSION)
                    .orElseThrow();
            assertThat(recovered).isEqualTo(durable);
            assertThat(recovered.hall().room()).isEqualTo(Room.NONE);
            assertThat(recovered.hall().chat()).isEqualTo(Chat.NONE);
        }
    }

    /** As it was written before there was a room. */
    private static Snapshot older(Snapshot now) throws IOException {
        var json = new ObjectMapper();
        var hall = (ObjectNode) json.readTree(now.bytes());
        assertThat(hall.remove("room")).isNotNull();
        assertThat(hall.remove("chat")).isNotNull();
        return new Snapshot(now.session(), now.seq(), now.hash(), "hall-1", json.writeValueAsBytes(hall));
    }

    private static Scenario open(Scenario scenario, boolean lobby) {
        scenario.must(scenario.ask(SECRETARY, new RoomCommand.OpenRoom(lobby, Microphones.FREE)));
        return scenario;
    }

    private static boolean microphone(Scenario scenario) {
        var hall = scenario.hall();
        return hall.sendRights(person(1)).microphone();
    }

    private static List<SessionEvent> last(Scenario scenario) {
        return scenario.heard.getLast().entries().stream()
                .map(JournalEntry::event)
                .toList();
    }

    private static RoomView view(Scenario scenario, Audience audience) {
        return (RoomView) HallViews.part(scenario.hall(), audience, "room");
    }

    private static MeView.OfRoom me(Scenario scenario, Actor who) {
        return HallViews.me(scenario.hall(), who.person()).room();
    }

    private static Problem.Code code(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.problem().code() : HallProblem.UNKNOWN_COMMAND;
    }
}
