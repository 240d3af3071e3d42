package plenum.server.voting;

import plenum.server.kernel.PersonId;

/**
 * How a ballot came that its voter did not send: written down by one clerk, countersigned by another.
 *
 * @param clerk who wrote it down
 * @param reason why the voter did not send it
 */
public record ByHand(
        PersonId clerk, String clerkName, PersonId countersigner, String countersignerName, String reason) {}
