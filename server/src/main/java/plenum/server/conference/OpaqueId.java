package plenum.server.conference;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that say nothing to who reads them: 96 random bits. */
final class OpaqueId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueId() {}

    static String fresh() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
