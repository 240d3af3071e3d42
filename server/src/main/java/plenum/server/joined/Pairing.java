package plenum.server.joined;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import plenum.server.platform.Sha256;

/** What both servers reckon alike when they meet. */
final class Pairing {
    private static final BigInteger EIGHT_DIGITS = BigInteger.valueOf(100_000_000);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pairing() {}

    /** Hexadecimal; nobody has seen it yet. */
    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Eight digits for two people on the telephone. The salt is the province's and made after the fingerprint was
     * entered, so nobody can look for another key with the same digits.
     */
    static String digits(String fingerprint, String salt) {
        var hash = Sha256.of(("plenum.joined.digits\n" + fingerprint + "\n" + salt).getBytes(StandardCharsets.UTF_8));
        return "%08d".formatted(new BigInteger(hash.hex(), 16).mod(EIGHT_DIGITS));
    }

    /** What a server signs to come in. @param host which it has dialed: a signature is worth nothing elsewhere */
    static String signed(String nonce, String host) {
        return "plenum.joined.v1\n" + nonce + "\n" + host;
    }
}
