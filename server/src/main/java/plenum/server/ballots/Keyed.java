package plenum.server.ballots;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/** What one teller keyed, for nobody's eyes until another has keyed the same. */
public record Keyed(PersonId teller, Count count, Instant at) {}
