package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.room.Chat;
import plenum.server.room.Message;

/** The newest messages, oldest first: schema ChatView. */
public record ChatView(List<OfMessage> messages) {
    /** @param text absent when the message was taken back */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfMessage(
            String messageId,
            String personId,
            String name,
            long at,
            @Nullable String text,
            boolean removed) {}

    static ChatView of(Chat chat) {
        return new ChatView(chat.messages().stream().map(ChatView::message).toList());
    }

    private static OfMessage message(Message message) {
        return new OfMessage(
                message.messageId().value(),
                message.personId().value(),
                message.name(),
                message.at().toEpochMilli(),
                message.text(),
                message.text() == null);
    }
}
