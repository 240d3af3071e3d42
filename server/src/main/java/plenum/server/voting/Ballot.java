package plenum.server.voting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delegate's newest choice.
 *
 * @param seq the journal's line that holds it
 * @param chair the voter presides
 * @param byHand absent when the voter sent it
 */
public record Ballot(
        Choice choice,
        Instant at,
        long seq,
        boolean chair,
        @Nullable ByHand byHand) {}
