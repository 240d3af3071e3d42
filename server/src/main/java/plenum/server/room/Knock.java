package plenum.server.room;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/** Someone who waits in the lobby. */
public record Knock(PersonId personId, String name, Station as, Instant since) {}
