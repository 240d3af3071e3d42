package plenum.server.ballots;

import plenum.server.kernel.PersonId;

/**
 * Who may take an electronic ballot, and with which tablet.
 *
 * @param key P-256 point of the tablet that was paired last, 65 bytes in Base64
 */
public record Elector(PersonId personId, String key) {}
