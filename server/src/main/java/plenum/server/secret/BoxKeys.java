package plenum.server.secret;

/**
 * The ballot box's public keys for the definition of one poll, in Base64.
 *
 * @param box P-256 point that ballots are sealed to, 65 bytes
 * @param receipt Ed25519 key of the receipts and of the result, 32 bytes
 */
public record BoxKeys(String box, String receipt) {}
