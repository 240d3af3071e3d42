package plenum.server.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.PersonId;

/**
 * What someone wrote.
 *
 * @param text absent once it was taken back
 */
public record Message(
        MessageId messageId,
        PersonId personId,
        String name,
        Instant at,
        @Nullable String text) {
    Message unsaid() {
        return new Message(messageId, personId, name, at, null);
    }
}
