package plenum.server.room;

import java.time.Duration;
import java.time.Instant;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.PersonId;

/** Who writes in the chat and who takes back what was written. */
final class ChatRules {
    /** Messages of one person within {@link #SPAN}: every one is sent to the whole room. */
    private static final int MOST = 10;

    private static final Duration SPAN = Duration.ofSeconds(30);

    private ChatRules() {}

    static Decision say(Room room, Chat chat, RoomCommand.Say say, Context context) {
        var writer = room.people().participant(context.by());
        if (writer.isEmpty()) {
            return Decision.refuse(RoomProblem.JOIN_FIRST, "person " + context.by());
        }
        var known = chat.find(say.messageId());
        if (known.isPresent()) {
            return known.get().personId().equals(context.by())
                            && say.text().equals(known.get().text())
                    ? Decision.accept()
                    : Decision.refuse(RoomProblem.MESSAGE_EXISTS, "message " + say.messageId());
        }
        return newest(chat, context.by(), context.now().minus(SPAN)) < MOST
                ? Decision.accept(new ChatEvent.Said(
                        say.messageId(), context.by(), writer.get().name(), say.text()))
                : Decision.refuse(RoomProblem.TOO_MANY_MESSAGES, MOST + " in " + SPAN.toSeconds() + " s");
    }

    private static long newest(Chat chat, PersonId person, Instant after) {
        return chat.messages().stream()
                .filter(message ->
                        message.personId().equals(person) && message.at().isAfter(after))
                .count();
    }

    /** Also when the room is closed. */
    static Decision unsay(Chat chat, MessageId id, Context context) {
        var message = chat.find(id);
        if (message.isEmpty()) {
            return Decision.refuse(RoomProblem.NO_SUCH_MESSAGE, "message " + id);
        }
        if (!RoomRules.moderates(context) && !message.get().personId().equals(context.by())) {
            return Decision.refuse(RoomProblem.NOT_YOUR_MESSAGE, "message " + id);
        }
        return message.get().text() == null ? Decision.accept() : Decision.accept(new ChatEvent.Unsaid(id));
    }
}
