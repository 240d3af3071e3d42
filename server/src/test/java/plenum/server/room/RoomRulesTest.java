package plenum.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.room.Meeting.BINH;
import static plenum.server.room.Meeting.CHAIR;
import static plenum.server.room.Meeting.LAN;
import static plenum.server.room.Meeting.NINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.MessageId;
import plenum.server.room.RoomCommand.ChangeRoom;
import plenum.server.room.RoomCommand.CloseRoom;
import plenum.server.room.RoomCommand.JoinRoom;
import plenum.server.room.RoomCommand.LeaveRoom;
import plenum.server.room.RoomCommand.LockRoom;
import plenum.server.room.RoomCommand.MutePerson;
import plenum.server.room.RoomCommand.OpenRoom;
import plenum.server.room.RoomCommand.RemovePerson;
import plenum.server.room.RoomCommand.ReportLost;
import plenum.server.room.RoomCommand.Say;
import plenum.server.room.RoomCommand.StagePerson;
import plenum.server.room.RoomCommand.StartBroadcast;
import plenum.server.room.RoomCommand.StopBroadcast;
import plenum.server.room.RoomCommand.UnlockRoom;

class RoomRulesTest {
    private static final JoinRoom JOIN = new JoinRoom(Station.PERSON);

    // opening and closing ------------------------------------------------------------------------------------

    @Test
    void theRoomOfAPublishedSessionIsOpened() {
        var meeting = new Meeting();
        assertThat(meeting.must(CHAIR, new OpenRoom(true, Microphones.FLOOR)))
                .containsExactly(new RoomEvent.Opened(true, Microphones.FLOOR));
        assertThat(meeting.room().open()).isTrue();
        assertThat(meeting.room().openedAt()).isEqualTo(NINE);
        assertThat(meeting.room().settings()).isEqualTo(new Settings(true, Microphones.FLOOR));
    }

    @Test
    void theRoomOfADraftIsNotOpened() {
        assertThat(new Meeting().draft().refusal(CHAIR, new OpenRoom(true, Microphones.FREE)))
                .isEqualTo(RoomProblem.NOT_PUBLISHED);
    }

    @Test
    void afterTheSessionNoRoomIsOpened() {
        assertThat(new Meeting().ended().refusal(CHAIR, new OpenRoom(true, Microphones.FREE)))
                .isEqualTo(RoomProblem.SESSION_ENDED);
    }

    @Test
    void openingAnOpenRoomOnlyChangesWhatDiffers() {
        var meeting = Meeting.open(true, Microphones.FREE);
        assertThat(meeting.must(CHAIR, new OpenRoom(true, Microphones.FREE))).isEmpty();
        assertThat(meeting.must(CHAIR, new OpenRoom(true, Microphones.FLOOR)))
                .containsExactly(new RoomEvent.Changed(true, Microphones.FLOOR));
        assertThat(meeting.room().openedAt()).isEqualTo(NINE);
    }

    @Test
    void closingPutsEveryoneOutAndKeepsTheChat() {
        var meeting = Meeting.open(LAN, BINH);
        meeting.must(LAN, new Say(new MessageId("1"), "Chào các ông bà"));
        assertThat(meeting.must(CHAIR, new CloseRoom())).containsExactly(new RoomEvent.Closed());
        assertThat(meeting.room().state()).isEqualTo(Room.State.CLOSED);
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.OUT);
        assertThat(meeting.room().people()).isEqualTo(People.NONE);
        assertThat(meeting.chat().messages()).hasSize(1);
    }

    @Test
    void closingAClosedRoomIsAcceptedEvenAfterTheSession() {
        assertThat(new Meeting().ended().must(CHAIR, new CloseRoom())).isEmpty();
        assertThat(new Meeting().ended().must(LAN, new LeaveRoom())).isEmpty();
    }

    @Test
    void aRoomOpenedAgainRemembersNoMuteNoRemovalAndNoLock() {
        var meeting = Meeting.open(LAN, BINH);
        meeting.must(CHAIR, new MutePerson(LAN, Source.CAMERA, true));
        meeting.must(CHAIR, new RemovePerson(BINH));
        meeting.must(CHAIR, new LockRoom());
        meeting.with(new RoomEvent.Closed()).with(new RoomEvent.Opened(false, Microphones.FREE));
        assertThat(meeting.room().mutes(LAN)).isEmpty();
        assertThat(meeting.must(BINH, JOIN))
                .containsExactly(new RoomEvent.Joined(BINH, "Ông binh", false, Station.PERSON));
    }

    @Test
    void nothingHappensInARoomThatIsNotOpen() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Closed());
        for (var command : List.of(
                JOIN,
                new ChangeRoom(true, Microphones.FREE),
                new LockRoom(),
                new UnlockRoom(),
                new RoomCommand.AdmitPerson(LAN),
                new RoomCommand.TurnPersonAway(LAN),
                new RoomCommand.AdmitAll(),
                new RemovePerson(LAN),
                new MutePerson(LAN, Source.CAMERA, false),
                new RoomCommand.MuteAll(Source.CAMERA, false),
                new RoomCommand.UnmutePerson(LAN, Source.CAMERA),
                new StagePerson(null),
                new Say(new MessageId("2"), "Có ai không?"))) {
            assertThat(meeting.refusal(CHAIR, command)).as(command.toString()).isEqualTo(RoomProblem.NOT_OPEN);
        }
    }

    // settings -----------------------------------------------------------------------------------------------

    @Test
    void settingsThatHoldAlreadyAreAcceptedWithoutEvent() {
        assertThat(Meeting.open().must(CHAIR, new ChangeRoom(false, Microphones.FREE)))
                .isEmpty();
    }

    @Test
    void switchingTheLobbyOffAdmitsWhoWaits() {
        var meeting = Meeting.open(true, Microphones.FREE);
        meeting.must(LAN, JOIN);
        meeting.must(BINH, new JoinRoom(Station.KIOSK));
        assertThat(meeting.must(CHAIR, new ChangeRoom(false, Microphones.FREE)))
                .containsExactly(
                        new RoomEvent.Changed(false, Microphones.FREE),
                        new RoomEvent.Joined(LAN, "Ông lan", false, Station.PERSON),
                        new RoomEvent.Joined(BINH, "Ông binh", false, Station.KIOSK));
        assertThat(meeting.room().people().waiting()).isEmpty();
    }

    @Test
    void whoWasSentOutGoesOnWaitingWithoutALobby() {
        var meeting =
                Meeting.open(LAN).with(new RoomEvent.Removed(LAN)).with(new RoomEvent.Changed(true, Microphones.FREE));
        assertThat(meeting.must(LAN, JOIN)).containsExactly(new RoomEvent.Knocked(LAN, "Ông lan", Station.PERSON));
        assertThat(meeting.must(CHAIR, new ChangeRoom(false, Microphones.FREE)))
                .containsExactly(new RoomEvent.Changed(false, Microphones.FREE));
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.WAITING);
    }

    @Test
    void aRoomIsLockedAndUnlockedOnce() {
        var meeting = Meeting.open();
        assertThat(meeting.must(CHAIR, new UnlockRoom())).isEmpty();
        assertThat(meeting.must(CHAIR, new LockRoom())).containsExactly(new RoomEvent.Locked());
        assertThat(meeting.must(CHAIR, new LockRoom())).isEmpty();
        assertThat(meeting.must(CHAIR, new UnlockRoom())).containsExactly(new RoomEvent.Unlocked());
    }

    @Test
    void aRoomIsBroadcastOnlyWhileThoseWhoConductSaySo() {
        var meeting = Meeting.open();
        assertThat(meeting.room().settings().broadcast()).isFalse();
        assertThat(meeting.must(CHAIR, new StopBroadcast())).isEmpty();
        assertThat(meeting.must(CHAIR, new StartBroadcast())).containsExactly(new RoomEvent.BroadcastStarted());
        assertThat(meeting.must(CHAIR, new StartBroadcast())).isEmpty();
        assertThat(meeting.must(CHAIR, new StopBroadcast())).containsExactly(new RoomEvent.BroadcastStopped());
    }

    @Test
    void aRoomThatIsOpenedAgainIsNotBroadcast() {
        var meeting = Meeting.open();
        meeting.must(CHAIR, new StartBroadcast());
        meeting.must(CHAIR, new CloseRoom());
        meeting.must(CHAIR, new OpenRoom(false, Microphones.FREE));
        assertThat(meeting.room().settings().broadcast()).isFalse();
    }

    // stage --------------------------------------------------------------------------------------------------

    @Test
    void withoutAPinTheSpeakerInTheRoomIsOnTheStage() {
        var meeting = Meeting.open(LAN);
        assertThat(meeting.room().stage(null)).isNull();
        assertThat(meeting.room().stage(LAN)).isEqualTo(LAN);
        assertThat(meeting.room().stage(BINH)).isNull();
    }

    @Test
    void aPinnedPersonIsOnTheStageWhoeverSpeaks() {
        var meeting = Meeting.open(LAN, BINH);
        assertThat(meeting.must(CHAIR, new StagePerson(BINH))).containsExactly(new RoomEvent.Staged(BINH));
        assertThat(meeting.must(CHAIR, new StagePerson(BINH))).isEmpty();
        assertThat(meeting.room().stage(LAN)).isEqualTo(BINH);
        assertThat(meeting.must(CHAIR, new StagePerson(null))).containsExactly(new RoomEvent.Staged(null));
        assertThat(meeting.must(CHAIR, new StagePerson(null))).isEmpty();
        assertThat(meeting.room().stage(LAN)).isEqualTo(LAN);
    }

    @Test
    void onlyWhoIsInTheRoomIsPutOnTheStage() {
        assertThat(Meeting.open(LAN).refusal(CHAIR, new StagePerson(BINH))).isEqualTo(RoomProblem.NOT_IN_ROOM);
    }

    @Test
    void whoIsLostComesBackToTheStageAndWhoLeavesDoesNot() {
        var meeting = Meeting.open(LAN, BINH);
        meeting.must(CHAIR, new StagePerson(BINH));
        meeting.must(BINH, new ReportLost(BINH));
        assertThat(meeting.room().stage(LAN)).isEqualTo(LAN);
        meeting.must(BINH, JOIN);
        assertThat(meeting.room().stage(LAN)).isEqualTo(BINH);
        meeting.must(BINH, new LeaveRoom());
        meeting.must(BINH, JOIN);
        assertThat(meeting.room().stage(LAN)).isEqualTo(LAN);
    }

    @Test
    void whoIsSentOutLeavesTheStage() {
        var meeting = Meeting.open(LAN, BINH);
        meeting.with(new RoomEvent.Staged(BINH)).with(new RoomEvent.Removed(BINH));
        assertThat(meeting.room().pinned()).isNull();
    }
}
