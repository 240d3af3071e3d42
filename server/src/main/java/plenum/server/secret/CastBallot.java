package plenum.server.secret;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A ballot with what makes it count: the token's message (32 random bytes and the one-time key's point), the issuer's
 * signature under it, the ballot's bytes, and the one-time key's signature under these. Nothing in it names a person.
 */
public record CastBallot(byte[] message, byte[] token, byte[] ballot, byte[] signature) {
    public static final int MESSAGE = 32 + Keys.POINT;
    public static final int SIGNATURE = 64;

    /** Whether token and signature are right and the bytes are a ballot of this poll. */
    public boolean soundFor(RSAPublicKey issuer, String definition) {
        return message.length == MESSAGE
                && signature.length == SIGNATURE
                && isOf(definition)
                && BlindRsa.verify(issuer, message, token)
                && Keys.signedBy(Arrays.copyOfRange(message, 32, MESSAGE), ballot, signature);
    }

    private boolean isOf(String definition) {
        try {
            return Ballot.read(ballot).definition().equals(definition);
        } catch (IllegalArgumentException notABallot) {
            return false;
        }
    }

    /** Place on the board and name of the token: SHA-256 of its message, hexadecimal. */
    public String name() {
        return HexFormat.of().formatHex(Texts.sha256(message));
    }

    /** The line of the board. */
    public String line() {
        var base64 = Base64.getEncoder();
        return base64.encodeToString(message)
                + " "
                + base64.encodeToString(token)
                + " "
                + base64.encodeToString(ballot)
                + " "
                + base64.encodeToString(signature);
    }

    /** Reads what {@link #line} writes. @throws IllegalArgumentException for anything else */
    public static CastBallot read(String line) {
        var parts =
                Stream.of(line.split(" ", -1)).map(Base64.getDecoder()::decode).toList();
        if (parts.size() != 4) throw new IllegalArgumentException("not a ballot's line");
        return new CastBallot(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    /** What a receipt signs; it has no time. */
    public byte[] receiptText(String definition) {
        return Texts.bytes("plenum-receipt 1\ndefinition " + definition + "\ntoken " + name() + "\nballot "
                + Texts.hex(ballot) + "\n");
    }
}
