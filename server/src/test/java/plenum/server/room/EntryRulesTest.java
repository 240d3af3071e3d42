package plenum.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.room.Meeting.BINH;
import static plenum.server.room.Meeting.CHAIR;
import static plenum.server.room.Meeting.GUEST;
import static plenum.server.room.Meeting.KIOSK;
import static plenum.server.room.Meeting.LAN;
import static plenum.server.room.Meeting.NINE;

import org.junit.jupiter.api.Test;
import plenum.server.kernel.PersonId;
import plenum.server.room.RoomCommand.AdmitAll;
import plenum.server.room.RoomCommand.AdmitPerson;
import plenum.server.room.RoomCommand.JoinRoom;
import plenum.server.room.RoomCommand.LeaveRoom;
import plenum.server.room.RoomCommand.RemovePerson;
import plenum.server.room.RoomCommand.ReportLost;
import plenum.server.room.RoomCommand.TurnPersonAway;

class EntryRulesTest {
    private static final JoinRoom JOIN = new JoinRoom(Station.PERSON);

    // coming in ----------------------------------------------------------------------------------------------

    @Test
    void withoutALobbyEveryoneComesIn() {
        var meeting = Meeting.open();
        assertThat(meeting.must(LAN, JOIN)).containsExactly(joined(LAN));
        assertThat(meeting.must(KIOSK, new JoinRoom(Station.KIOSK)))
                .containsExactly(new RoomEvent.Joined(KIOSK, "Ông phong-hop", false, Station.KIOSK));
        assertThat(meeting.room().people().participants())
                .containsExactly(
                        new Participant(LAN, "Ông lan", Station.PERSON, false, NINE),
                        new Participant(KIOSK, "Ông phong-hop", Station.KIOSK, false, NINE));
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.IN);
    }

    @Test
    void withALobbyADelegateKnocks() {
        var meeting = Meeting.open(true, Microphones.FREE);
        assertThat(meeting.must(LAN, JOIN)).containsExactly(knocked(LAN));
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.WAITING);
        assertThat(meeting.room().has(LAN)).isFalse();
    }

    @Test
    void theChairNeverKnocks() {
        var chairIn = new RoomEvent.Joined(CHAIR, "Ông chu-toa", true, Station.PERSON);
        assertThat(Meeting.open(true, Microphones.FREE).must(CHAIR, JOIN)).containsExactly(chairIn);
        assertThat(Meeting.open().locked().must(CHAIR, JOIN)).containsExactly(chairIn);
    }

    @Test
    void whoIsInOrWaitsAlreadyIsAcceptedWithoutEvent() {
        assertThat(Meeting.open(LAN).must(LAN, new JoinRoom(Station.KIOSK))).isEmpty();
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(LAN));
        assertThat(meeting.must(LAN, JOIN)).isEmpty();
        assertThat(meeting.locked().must(LAN, JOIN)).isEmpty();
    }

    @Test
    void whoWasInOnceComesBackWithoutKnocking() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Left(LAN, false));
        meeting.with(new RoomEvent.Changed(true, Microphones.FREE));
        assertThat(meeting.must(LAN, JOIN)).containsExactly(joined(LAN));
    }

    @Test
    void oneWhoBecameSecretaryWhileWaitingComesIn() {
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(CHAIR));
        assertThat(meeting.must(CHAIR, JOIN)).hasSize(1);
        assertThat(meeting.room().place(CHAIR)).isEqualTo(Place.IN);
        assertThat(meeting.room().people().waiting()).isEmpty();
    }

    // the lock -----------------------------------------------------------------------------------------------

    @Test
    void nobodyNewComesIntoALockedRoomOrKnocks() {
        assertThat(Meeting.open().locked().refusal(LAN, JOIN)).isEqualTo(RoomProblem.LOCKED);
        assertThat(Meeting.open(true, Microphones.FREE).locked().refusal(GUEST, JOIN))
                .isEqualTo(RoomProblem.LOCKED);
    }

    @Test
    void whoLeftALockedRoomByChoiceStaysOut() {
        var meeting = Meeting.open(LAN).locked().with(new RoomEvent.Left(LAN, false));
        assertThat(meeting.refusal(LAN, JOIN)).isEqualTo(RoomProblem.LOCKED);
    }

    @Test
    void whoWasLostComesBackIntoALockedRoomWithinTenMinutes() {
        var meeting = Meeting.open(LAN).locked().with(new RoomEvent.Left(LAN, true));
        meeting.passSeconds(599);
        assertThat(meeting.must(LAN, JOIN)).containsExactly(joined(LAN));
    }

    @Test
    void afterTenMinutesALockedRoomStaysLockedForWhoWasLost() {
        var meeting = Meeting.open(LAN).locked().with(new RoomEvent.Left(LAN, true));
        meeting.passSeconds(600);
        assertThat(meeting.refusal(LAN, JOIN)).isEqualTo(RoomProblem.LOCKED);
    }

    @Test
    void comingBackUsesUpTheWayBack() {
        var meeting = Meeting.open(LAN).locked().with(new RoomEvent.Left(LAN, true));
        meeting.must(LAN, JOIN);
        meeting.must(LAN, new LeaveRoom());
        assertThat(meeting.refusal(LAN, JOIN)).isEqualTo(RoomProblem.LOCKED);
    }

    // the lobby ----------------------------------------------------------------------------------------------

    @Test
    void whoWaitsIsAdmittedUnderTheOwnName() {
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(LAN));
        assertThat(meeting.must(CHAIR, new AdmitPerson(LAN))).containsExactly(joined(LAN));
        assertThat(meeting.must(CHAIR, new AdmitPerson(LAN))).isEmpty();
        assertThat(meeting.room().people().waiting()).isEmpty();
    }

    @Test
    void whoDoesNotWaitIsNotAdmitted() {
        assertThat(Meeting.open().refusal(CHAIR, new AdmitPerson(LAN))).isEqualTo(RoomProblem.NOT_WAITING);
    }

    @Test
    void aLockedRoomCanStillAdmitWhoWaits() {
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(LAN)).locked();
        assertThat(meeting.must(CHAIR, new AdmitPerson(LAN))).containsExactly(joined(LAN));
    }

    @Test
    void allWhoWaitAreAdmittedInTheOrderOfKnocking() {
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(BINH)).with(knocked(LAN));
        assertThat(meeting.must(CHAIR, new AdmitAll())).containsExactly(joined(BINH), joined(LAN));
        assertThat(meeting.must(CHAIR, new AdmitAll())).isEmpty();
    }

    @Test
    void whoIsTurnedAwayIsOutAndMayKnockAgain() {
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(LAN));
        assertThat(meeting.must(CHAIR, new TurnPersonAway(LAN))).containsExactly(new RoomEvent.TurnedAway(LAN));
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.OUT);
        assertThat(meeting.must(CHAIR, new TurnPersonAway(LAN))).isEmpty();
        assertThat(meeting.must(LAN, JOIN)).containsExactly(knocked(LAN));
    }

    // going --------------------------------------------------------------------------------------------------

    @Test
    void whoLeavesIsOutAndWhoWaitsWithdraws() {
        var meeting = Meeting.open(LAN);
        assertThat(meeting.must(LAN, new LeaveRoom())).containsExactly(new RoomEvent.Left(LAN, false));
        assertThat(meeting.must(LAN, new LeaveRoom())).isEmpty();
        meeting.with(knocked(BINH));
        assertThat(meeting.must(BINH, new LeaveRoom())).containsExactly(new RoomEvent.Left(BINH, false));
        assertThat(meeting.room().people().waiting()).isEmpty();
    }

    @Test
    void onlyWhoIsInCanBeLost() {
        var meeting = Meeting.open(LAN).with(knocked(BINH));
        assertThat(meeting.must(LAN, new ReportLost(LAN))).containsExactly(new RoomEvent.Left(LAN, true));
        assertThat(meeting.must(LAN, new ReportLost(LAN))).isEmpty();
        assertThat(meeting.must(LAN, new ReportLost(BINH))).isEmpty();
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.OUT);
    }

    @Test
    void whoIsSentOutMustKnockEvenWithoutALobby() {
        var meeting = Meeting.open(LAN);
        assertThat(meeting.must(CHAIR, new RemovePerson(LAN))).containsExactly(new RoomEvent.Removed(LAN));
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.REMOVED);
        assertThat(meeting.must(LAN, JOIN)).containsExactly(knocked(LAN));
        assertThat(meeting.room().place(LAN)).isEqualTo(Place.WAITING);
        assertThat(meeting.must(CHAIR, new AdmitPerson(LAN))).containsExactly(joined(LAN));
        meeting.must(LAN, new LeaveRoom());
        assertThat(meeting.must(LAN, JOIN)).containsExactly(joined(LAN));
    }

    @Test
    void whoWasLostAndSentOutBeforeHasNoWayBackIntoALockedRoom() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Left(LAN, true)).with(joined(LAN));
        meeting.with(new RoomEvent.Removed(LAN)).locked();
        assertThat(meeting.refusal(LAN, JOIN)).isEqualTo(RoomProblem.LOCKED);
    }

    @Test
    void moderatorsAreNotSentOut() {
        assertThat(Meeting.open(CHAIR).refusal(CHAIR, new RemovePerson(CHAIR))).isEqualTo(RoomProblem.MODERATOR_STAYS);
    }

    @Test
    void onlyWhoIsInIsSentOut() {
        var meeting = Meeting.open(true, Microphones.FREE).with(knocked(LAN));
        assertThat(meeting.refusal(CHAIR, new RemovePerson(LAN))).isEqualTo(RoomProblem.NOT_IN_ROOM);
    }

    private static RoomEvent joined(PersonId person) {
        return new RoomEvent.Joined(person, Meeting.name(person), false, Station.PERSON);
    }

    private static RoomEvent knocked(PersonId person) {
        return new RoomEvent.Knocked(person, Meeting.name(person), Station.PERSON);
    }
}
