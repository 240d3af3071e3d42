package plenum.server.voting;

import java.time.Instant;

/** One delegate's newest choice. */
public record Ballot(Choice choice, Instant at) {}
