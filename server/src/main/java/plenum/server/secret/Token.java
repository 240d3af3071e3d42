package plenum.server.secret;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A secret that two processes share, as a bearer token (RFC 6750). */
public final class Token {
    private static final int SHORTEST = 16;

    private Token() {}

    /** @throws IllegalArgumentException when it is too short to be a secret */
    public static void check(String token) {
        if (token.length() < SHORTEST) throw new IllegalArgumentException("a token has at least 16 characters");
    }

    public static String header(String token) {
        return "Bearer " + token;
    }

    /** In a time that does not tell how much of the header is right. */
    public static boolean same(String token, @Nullable String header) {
        var right = Texts.sha256(Texts.bytes(header(token)));
        return header != null && MessageDigest.isEqual(right, Texts.sha256(Texts.bytes(header)));
    }
}
