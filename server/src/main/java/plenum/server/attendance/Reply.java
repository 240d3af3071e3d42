package plenum.server.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delegate's newest answer for one sitting. */
public record Reply(Intent answer, @Nullable String reason, Instant at) {}
