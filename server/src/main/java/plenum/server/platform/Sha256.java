package plenum.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of some bytes: their SHA-256.
 *
 * @param hex 64 lower case hexadecimal digits
 */
public record Sha256(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower case hexadecimal digits");
        }
    }

    public static Sha256 of(byte[] bytes) {
        return finished(begun(), bytes);
    }

    /** Reads the file to its end. */
    public static Sha256 of(Path file) throws IOException {
        var digest = begun();
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[64 * 1024];
            for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
            }
        }
        return finished(digest);
    }

    /** A running digest. */
    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static Sha256 finished(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    private static Sha256 finished(MessageDigest digest, byte[] last) {
        digest.update(last);
        return finished(digest);
    }

    @Override
    public String toString() {
        return hex;
    }
}
