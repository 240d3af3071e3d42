package plenum.server.pack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * What a device holds of a session, as it said last.
 *
 * @param sha256 of the papers that are there whole
 * @param pin it opens them without the server, too; absent: it did not say
 */
record Held(
        SessionId sessionId,
        PersonId personId,
        String deviceId,
        List<String> sha256,
        long bytes,
        @Nullable Boolean pin,
        Instant at) {
    Held {
        sha256 = List.copyOf(sha256);
    }

    boolean opensAlone() {
        return Boolean.TRUE.equals(pin);
    }
}
