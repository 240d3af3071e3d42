package plenum.server.floor;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/** A delegate waiting to speak. */
public record Hand(PersonId personId, Instant since) {}
