package plenum.media.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The secret that both ends share, as a bearer token (RFC 6750). */
final class Tokens {
    private static final int SHORTEST = 16;

    private Tokens() {}

    /** @throws IllegalArgumentException when it is too short to be a secret */
    static void check(String token) {
        if (token.length() < SHORTEST) throw new IllegalArgumentException("a token has at least 16 characters");
    }

    static String header(String token) {
        return "Bearer " + token;
    }

    /** In a time that does not tell how much of the header is right. */
    static boolean same(String token, @Nullable String header) {
        return header != null && MessageDigest.isEqual(digest(header(token)), digest(header));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
