package plenum.server.booth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionId;

/** What a poll is called at the ballot box and in its definition: one name for one poll of one session. */
final class BoxName {
    private static final int LENGTH = 40;

    private BoxName() {}

    static String of(SessionId session, PollId poll) {
        try {
            var name = (session + "/" + poll).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(name);
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
