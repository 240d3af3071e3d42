package plenum.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.room.Meeting.BINH;
import static plenum.server.room.Meeting.CHAIR;
import static plenum.server.room.Meeting.LAN;
import static plenum.server.room.Meeting.NINE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Decision;
import plenum.server.kernel.MessageId;
import plenum.server.room.RoomCommand.Say;
import plenum.server.room.RoomCommand.Unsay;

class ChatRulesTest {
    private static final MessageId ONE = new MessageId("1");

    @Test
    void whoIsInTheRoomWrites() {
        var meeting = Meeting.open(LAN);
        assertThat(meeting.must(LAN, new Say(ONE, "Xin phát biểu")))
                .containsExactly(new ChatEvent.Said(ONE, LAN, "Ông lan", "Xin phát biểu"));
        assertThat(meeting.chat().messages()).containsExactly(new Message(ONE, LAN, "Ông lan", NINE, "Xin phát biểu"));
    }

    @Test
    void whoIsNotInTheRoomDoesNotWriteNotEvenTheChair() {
        assertThat(Meeting.open().refusal(LAN, new Say(ONE, "Xin chào"))).isEqualTo(RoomProblem.JOIN_FIRST);
        assertThat(Meeting.open().refusal(CHAIR, new Say(ONE, "Xin chào"))).isEqualTo(RoomProblem.JOIN_FIRST);
    }

    @Test
    void anIdIsUsedOnce() {
        var meeting = Meeting.open(LAN, BINH).with(new ChatEvent.Said(ONE, LAN, "Lan", "Xin chào"));
        assertThat(meeting.must(LAN, new Say(ONE, "Xin chào"))).isEmpty();
        assertThat(meeting.refusal(LAN, new Say(ONE, "Xin chào!"))).isEqualTo(RoomProblem.MESSAGE_EXISTS);
        assertThat(meeting.refusal(BINH, new Say(ONE, "Xin chào"))).isEqualTo(RoomProblem.MESSAGE_EXISTS);
    }

    @Test
    void tenMessagesInHalfAMinuteAreEnough() {
        var meeting = Meeting.open(LAN, BINH);
        IntStream.range(0, 10)
                .forEach(n -> assertThat(meeting.must(LAN, say(n))).hasSize(1));
        assertThat(meeting.refusal(LAN, say(10))).isEqualTo(RoomProblem.TOO_MANY_MESSAGES);
        assertThat(meeting.must(BINH, say(11))).hasSize(1);
        meeting.passSeconds(29);
        assertThat(meeting.refusal(LAN, say(10))).isEqualTo(RoomProblem.TOO_MANY_MESSAGES);
        meeting.passSeconds(1);
        assertThat(meeting.must(LAN, say(10))).hasSize(1);
    }

    @Test
    void theChatKeepsTheNewestHundred() {
        var meeting = Meeting.open(LAN);
        for (var n = 0; n < 105; n++) {
            meeting.passSeconds(10);
            assertThat(meeting.must(LAN, say(n))).hasSize(1);
        }
        assertThat(meeting.chat().messages()).hasSize(100);
        assertThat(meeting.chat().messages().getFirst().messageId()).isEqualTo(new MessageId("tn-5"));
        assertThat(meeting.refusal(LAN, new Unsay(new MessageId("tn-4")))).isEqualTo(RoomProblem.NO_SUCH_MESSAGE);
    }

    @Test
    void theWriterAndAModeratorTakeAMessageBackAndOthersDoNot() {
        var meeting = Meeting.open(LAN, BINH).with(new ChatEvent.Said(ONE, LAN, "Lan", "Nhầm"));
        assertThat(meeting.refusal(BINH, new Unsay(ONE))).isEqualTo(RoomProblem.NOT_YOUR_MESSAGE);
        assertThat(meeting.decide(CHAIR, new Unsay(ONE))).isEqualTo(meeting.decide(LAN, new Unsay(ONE)));
        assertThat(meeting.must(LAN, new Unsay(ONE))).containsExactly(new ChatEvent.Unsaid(ONE));
        assertThat(meeting.chat().messages()).containsExactly(new Message(ONE, LAN, "Lan", NINE, null));
        assertThat(meeting.must(LAN, new Unsay(ONE))).isEmpty();
    }

    @Test
    void anIdTakenBackIsNotUsedAgain() {
        var meeting = Meeting.open(LAN).with(new ChatEvent.Said(ONE, LAN, "Lan", "Nhầm"));
        meeting.with(new ChatEvent.Unsaid(ONE));
        assertThat(meeting.refusal(LAN, new Say(ONE, "Nhầm"))).isEqualTo(RoomProblem.MESSAGE_EXISTS);
    }

    @Test
    void aMessageIsTakenBackInAClosedRoomButNotAfterTheSession() {
        var meeting = Meeting.open(LAN).with(new ChatEvent.Said(ONE, LAN, "Lan", "Nhầm"));
        meeting.with(new RoomEvent.Closed());
        assertThat(meeting.decide(LAN, new Unsay(ONE))).isEqualTo(Decision.accept(new ChatEvent.Unsaid(ONE)));
        assertThat(meeting.ended().refusal(LAN, new Unsay(ONE))).isEqualTo(RoomProblem.SESSION_ENDED);
    }

    private static Say say(int n) {
        return new Say(new MessageId("tn-" + n), "Tin nhắn " + n);
    }
}
