package plenum.server.units;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/** Who did something, and when. */
public record Act(PersonId by, Instant at) {}
