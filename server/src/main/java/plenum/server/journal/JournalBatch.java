package plenum.server.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import plenum.server.kernel.SessionId;

/**
 * The entries of one write, stored as one document: written whole or not at all.
 *
 * @param bytes the lines as UTF-8 JSON, each ended by a line feed, exactly as hashed; never changed
 * @param prev hash of the batch before, 64 hexadecimal digits
 * @param hash SHA-256 of prev's bytes and {@code bytes}
 */
public record JournalBatch(
        SessionId session, long first, long last, Instant at, byte[] bytes, String prev, String hash) {
    /** What stands before the first batch. */
    public static final String START = "0".repeat(64);

    static JournalBatch seal(SessionId session, List<JournalEntry> entries, byte[] bytes, String prev) {
        return new JournalBatch(
                session,
                entries.getFirst().seq(),
                entries.getLast().seq(),
                entries.getFirst().at(),
                bytes,
                prev,
                hash(prev, bytes));
    }

    /** Whether the bytes are those that were hashed. */
    public boolean sound() {
        return hash.equals(hash(prev, bytes));
    }

    /** The stored lines without their line feeds: what the tree of checkpoints is made over. */
    public List<byte[]> leaves() {
        return lines().stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    List<String> lines() {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static String hash(String prev, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(prev));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
