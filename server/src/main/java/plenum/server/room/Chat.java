package plenum.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.server.kernel.MessageId;

/** The newest messages, oldest first; they outlive the room's closing. */
public record Chat(List<Message> messages) {
    public static final Chat NONE = new Chat(List.of());

    /** Messages; older ones are in the journal only. */
    static final int KEPT = 100;

    public Chat {
        messages = List.copyOf(messages);
    }

    Optional<Message> find(MessageId id) {
        return messages.stream()
                .filter(message -> message.messageId().equals(id))
                .findFirst();
    }

    public Chat apply(ChatEvent event, Instant at) {
        return switch (event) {
            case ChatEvent.Said said ->
                plus(new Message(said.messageId(), said.personId(), said.name(), at, said.text()));
            case ChatEvent.Unsaid unsaid -> without(unsaid.messageId());
        };
    }

    private Chat plus(Message message) {
        var kept = messages.subList(Math.max(0, messages.size() - KEPT + 1), messages.size());
        return new Chat(Stream.concat(kept.stream(), Stream.of(message)).toList());
    }

    private Chat without(MessageId id) {
        return new Chat(messages.stream()
                .map(message -> message.messageId().equals(id) ? message.unsaid() : message)
                .toList());
    }
}
