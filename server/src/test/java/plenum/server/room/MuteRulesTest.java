package plenum.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.room.Meeting.BINH;
import static plenum.server.room.Meeting.CHAIR;
import static plenum.server.room.Meeting.LAN;
import static plenum.server.room.Source.CAMERA;
import static plenum.server.room.Source.MICROPHONE;
import static plenum.server.room.Source.SCREEN;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.PersonId;
import plenum.server.room.RoomCommand.JoinRoom;
import plenum.server.room.RoomCommand.LeaveRoom;
import plenum.server.room.RoomCommand.MuteAll;
import plenum.server.room.RoomCommand.MutePerson;
import plenum.server.room.RoomCommand.UnmutePerson;

class MuteRulesTest {
    private static final SendRights ALL = new SendRights(true, true, true);

    // muting one ---------------------------------------------------------------------------------------------

    @Test
    void aMutedSourceMayNotBeSent() {
        var meeting = Meeting.open(LAN);
        assertThat(rights(meeting, LAN)).isEqualTo(ALL);
        assertThat(meeting.must(CHAIR, new MutePerson(LAN, CAMERA, false)))
                .containsExactly(new RoomEvent.Muted(LAN, CAMERA, false));
        assertThat(rights(meeting, LAN)).isEqualTo(new SendRights(true, false, true));
        assertThat(meeting.must(CHAIR, new MutePerson(LAN, SCREEN, false))).hasSize(1);
        assertThat(meeting.must(CHAIR, new MutePerson(LAN, MICROPHONE, false))).hasSize(1);
        assertThat(rights(meeting, LAN)).isEqualTo(SendRights.NONE);
        assertThat(meeting.room().mutes(LAN))
                .containsExactly(new Mute(MICROPHONE, false), new Mute(CAMERA, false), new Mute(SCREEN, false));
    }

    @Test
    void theSameMuteAgainIsAcceptedAndAnotherHoldIsAChange() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Muted(LAN, CAMERA, true));
        assertThat(meeting.must(CHAIR, new MutePerson(LAN, CAMERA, true))).isEmpty();
        assertThat(meeting.must(CHAIR, new MutePerson(LAN, CAMERA, false)))
                .containsExactly(new RoomEvent.Muted(LAN, CAMERA, false));
        assertThat(meeting.room().mutes(LAN)).containsExactly(new Mute(CAMERA, false));
    }

    @Test
    void onlyWhoIsInIsMuted() {
        assertThat(Meeting.open(LAN).refusal(CHAIR, new MutePerson(BINH, CAMERA, false)))
                .isEqualTo(RoomProblem.NOT_IN_ROOM);
    }

    @Test
    void aMuteStaysWhenThePersonLeavesAndComesBack() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Muted(LAN, CAMERA, true));
        assertThat(meeting.must(LAN, new LeaveRoom())).hasSize(1);
        assertThat(meeting.room().mutes(LAN)).hasSize(1);
        assertThat(meeting.must(LAN, new JoinRoom(Station.PERSON))).hasSize(1);
        assertThat(rights(meeting, LAN)).isEqualTo(new SendRights(true, false, true));
    }

    // muting all ---------------------------------------------------------------------------------------------

    @Test
    void allAreMutedButModeratorsAndTheSpeaker() {
        var meeting = Meeting.open(CHAIR, LAN, BINH).speaking(BINH);
        assertThat(meeting.must(CHAIR, new MuteAll(MICROPHONE, false)))
                .containsExactly(new RoomEvent.AllMuted(MICROPHONE, false, List.of(LAN)));
        assertThat(rights(meeting, LAN)).isEqualTo(new SendRights(false, true, true));
        assertThat(rights(meeting, CHAIR)).isEqualTo(ALL);
        assertThat(rights(meeting, BINH)).isEqualTo(ALL);
        assertThat(meeting.must(CHAIR, new MuteAll(MICROPHONE, false))).isEmpty();
    }

    @Test
    void mutingAllHoldsWhoIsMutedAlreadyAndNeverLiftsAHold() {
        var meeting = Meeting.open(LAN, BINH)
                .with(new RoomEvent.Muted(LAN, MICROPHONE, false))
                .with(new RoomEvent.Muted(BINH, MICROPHONE, true));
        assertThat(meeting.must(CHAIR, new MuteAll(MICROPHONE, false))).isEmpty();
        assertThat(meeting.must(CHAIR, new MuteAll(MICROPHONE, true)))
                .containsExactly(new RoomEvent.AllMuted(MICROPHONE, true, List.of(LAN)));
        assertThat(meeting.room().mutes(LAN)).containsExactly(new Mute(MICROPHONE, true));
    }

    // lifting ------------------------------------------------------------------------------------------------

    @Test
    void thePersonLiftsTheOwnMute() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Muted(LAN, MICROPHONE, false));
        assertThat(meeting.must(LAN, new UnmutePerson(LAN, MICROPHONE)))
                .containsExactly(new RoomEvent.Unmuted(LAN, MICROPHONE));
        assertThat(rights(meeting, LAN)).isEqualTo(ALL);
        assertThat(meeting.must(LAN, new UnmutePerson(LAN, MICROPHONE))).isEmpty();
    }

    @Test
    void onlyAModeratorLiftsAHeldMute() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Muted(LAN, CAMERA, true));
        assertThat(meeting.refusal(LAN, new UnmutePerson(LAN, CAMERA))).isEqualTo(RoomProblem.HELD);
        assertThat(meeting.must(CHAIR, new UnmutePerson(LAN, CAMERA)))
                .containsExactly(new RoomEvent.Unmuted(LAN, CAMERA));
    }

    @Test
    void nobodyButAModeratorLiftsAnothersMute() {
        var meeting = Meeting.open(LAN, BINH).with(new RoomEvent.Muted(LAN, CAMERA, false));
        assertThat(meeting.refusal(BINH, new UnmutePerson(LAN, CAMERA))).isEqualTo(RoomProblem.NOT_YOUR_SOURCE);
    }

    @Test
    void withoutTheFloorTheOwnMicrophoneStaysMutedWhereTheFloorDecides() {
        var meeting = Meeting.open(false, Microphones.FLOOR)
                .with(new RoomEvent.Joined(LAN, "Lan", false, Station.PERSON))
                .with(new RoomEvent.Muted(LAN, MICROPHONE, false))
                .with(new RoomEvent.Muted(LAN, CAMERA, false));
        assertThat(meeting.refusal(LAN, new UnmutePerson(LAN, MICROPHONE))).isEqualTo(RoomProblem.FLOOR_NEEDED);
        assertThat(meeting.must(LAN, new UnmutePerson(LAN, CAMERA))).hasSize(1);
        assertThat(meeting.speaking(LAN).must(LAN, new UnmutePerson(LAN, MICROPHONE)))
                .hasSize(1);
    }

    @Test
    void aModeratorLiftsTheOwnMuteHeldOrNot() {
        var meeting = Meeting.open(false, Microphones.FLOOR)
                .with(new RoomEvent.Joined(CHAIR, "Chủ tọa", true, Station.PERSON))
                .with(new RoomEvent.Muted(CHAIR, MICROPHONE, true));
        assertThat(meeting.must(CHAIR, new UnmutePerson(CHAIR, MICROPHONE))).hasSize(1);
    }

    // what may be sent ---------------------------------------------------------------------------------------

    @Test
    void whereTheFloorDecidesOnlyTheSpeakerAndModeratorsAreHeard() {
        var meeting = Meeting.open(false, Microphones.FLOOR)
                .with(new RoomEvent.Joined(CHAIR, "Chủ tọa", true, Station.PERSON))
                .with(new RoomEvent.Joined(LAN, "Lan", false, Station.PERSON));
        assertThat(meeting.room().permission(CHAIR, Set.of())).isEqualTo(ALL);
        assertThat(meeting.room().permission(LAN, Set.of())).isEqualTo(new SendRights(false, true, true));
        assertThat(meeting.room().permission(LAN, Set.of(LAN))).isEqualTo(ALL);
    }

    @Test
    void theMutedSpeakerIsNotHeard() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Muted(LAN, MICROPHONE, true));
        assertThat(meeting.room().permission(LAN, Set.of(LAN))).isEqualTo(new SendRights(false, true, true));
    }

    @Test
    void whoIsNotInSendsNothing() {
        assertThat(Meeting.open(LAN).room().permission(BINH, Set.of(BINH))).isEqualTo(SendRights.NONE);
    }

    @Test
    void theFloorGivesBackTheVoice() {
        var meeting = Meeting.open(LAN).with(new RoomEvent.Muted(LAN, MICROPHONE, true));
        assertThat(RoomRules.giveVoice(meeting.room(), LAN)).containsExactly(new RoomEvent.Unmuted(LAN, MICROPHONE));
        meeting.with(new RoomEvent.Left(LAN, true));
        assertThat(RoomRules.giveVoice(meeting.room(), LAN)).hasSize(1);
        assertThat(RoomRules.giveVoice(meeting.room(), BINH)).isEmpty();
    }

    private static SendRights rights(Meeting meeting, PersonId person) {
        return meeting.room().permission(person, Set.of());
    }
}
