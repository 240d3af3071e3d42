package plenum.server.pack;

import java.time.Instant;
import java.util.List;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * What a device holds of a session, as it said last.
 *
 * @param sha256 of the papers that are there whole
 */
record Held(SessionId sessionId, PersonId personId, String deviceId, List<String> sha256, long bytes, Instant at) {
    Held {
        sha256 = List.copyOf(sha256);
    }
}
