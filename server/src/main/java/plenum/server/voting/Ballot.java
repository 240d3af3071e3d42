package plenum.server.voting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delegate's newest choice.
 *
 * @param seq the journal's line that holds it
 * @param chair the voter presides
 * @param turn the signature's; 0: not signed
 * @param byHand absent when the voter sent it
 */
public record Ballot(
        Choice choice,
        Instant at,
        long seq,
        boolean chair,
        int turn,
        @Nullable ByHand byHand) {}
