package plenum.server.floor;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/**
 * The running speech.
 *
 * @param until end of the speaking time; passing it ends nothing by itself, the chair does
 */
public record Speech(PersonId personId, Instant since, Instant until) {}
