package plenum.server.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * The running speech.
 *
 * @param until end of the speaking time; passing it ends nothing by itself, the chair does
 * @param name of one who is no member; absent for members
 */
public record Speech(
        PersonId personId,
        Instant since,
        Instant until,
        @Nullable String name) {}
