package plenum.server.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delegate's newest answer for one sitting.
 *
 * @param at when it came
 * @param writtenAt when it was written, by the sender's clock; null: it was sent at once
 */
public record Reply(
        Intent answer,
        @Nullable String reason,
        Instant at,
        @Nullable Instant writtenAt) {

    /** Answers count in the order of writing. */
    Instant written() {
        return writtenAt == null ? at : writtenAt;
    }
}
