package plenum.server.voting;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/** A member's choice that a clerk wrote down and that does not count yet: a second clerk has to countersign it. */
public record Entry(Choice choice, String reason, PersonId clerk, String clerkName, Instant at) {}
