package plenum.server.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delegate's newest presence in one sitting.
 *
 * @param at when it was noted; approval keeps the time of the check-in
 */
public record Mark(
        Presence presence, Method method, @Nullable String reason, Instant at) {}
