package plenum.media.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a certificate as SDP carries it (RFC 8122): {@code sha-256 4A:AD:…}.
 *
 * @param algorithm sha-256, sha-384 or sha-512
 * @param hex upper case, bytes separated by colons
 */
public record Fingerprint(String algorithm, String hex) {
    private static final Set<String> KNOWN = Set.of("sha-256", "sha-384", "sha-512");
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    /** @return null: malformed, or an algorithm that is not trusted */
    public static @Nullable Fingerprint parse(String attribute) {
        var parts = attribute.strip().split(" +", 2);
        var algorithm = parts[0].toLowerCase(Locale.ROOT);
        if (parts.length != 2 || !KNOWN.contains(algorithm)) {
            return null;
        }
        try {
            var digest = HEX.parseHex(parts[1].toUpperCase(Locale.ROOT));
            return digest.length == digest(algorithm).getDigestLength()
                    ? new Fingerprint(algorithm, HEX.formatHex(digest))
                    : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    static Fingerprint sha256(byte[] certificate) {
        return new Fingerprint("sha-256", HEX.formatHex(digest("sha-256").digest(certificate)));
    }

    boolean matches(byte[] certificate) {
        return MessageDigest.isEqual(digest(algorithm).digest(certificate), HEX.parseHex(hex));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As in {@code a=fingerprint:}. */
    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
