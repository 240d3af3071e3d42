package plenum.server.ballots;

import plenum.server.kernel.PersonId;

/**
 * A teller's word for a step of the ballot box.
 *
 * @param issued ballots given out, as the teller has seen them
 * @param signature of the teller's tablet under definition, step and number, Base64
 */
public record Approval(PersonId personId, BoxPhase to, int issued, String signature) {}
