package plenum.server.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * Someone waiting to speak.
 *
 * @param name of one who is no member; absent for members
 */
public record Hand(
        PersonId personId, Instant since, @Nullable String name) {}
