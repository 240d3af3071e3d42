package plenum.server.checkpoint;

import java.util.List;
import plenum.server.kernel.SessionId;

/**
 * A signed statement of what a journal was (C2SP tlog-checkpoint): its first {@code size} lines have this root. Whoever
 * keeps one can prove later that a line was changed, taken out or put in.
 *
 * @param size lines of the journal, 1 or more
 * @param root hash of the tree over the stored lines (RFC 6962 section 2.1), 32 bytes in Base64
 * @param key the signer's Ed25519 key, 32 bytes in Base64
 * @param signature as it stands in the note: key's number (4 bytes) and Ed25519 signature (64 bytes) in Base64
 * @param from size of the checkpoint before; 0 for the first
 * @param proof that the lines of the checkpoint before are still the first of these (RFC 6962 section 2.1.2), each 32
 *     bytes in Base64; empty for the first
 */
public record Checkpoint(long size, String root, String key, String signature, long from, List<String> proof) {
    public Checkpoint {
        proof = List.copyOf(proof);
    }

    /** Name of the session's journal, and of the key in its notes. */
    public static String origin(SessionId session) {
        return "plenum/session/" + session;
    }

    /** The text that is signed. */
    public static String body(SessionId session, long size, String root) {
        return origin(session) + "\n" + size + "\n" + root + "\n";
    }

    /** The whole note, ended by a line feed. */
    public String note(SessionId session) {
        return body(session, size, root) + "\n— " + origin(session) + " " + signature + "\n";
    }
}
