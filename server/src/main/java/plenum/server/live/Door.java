package plenum.server.live;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plenum.server.kernel.PersonId;

/**
 * What all connections of one route share.
 *
 * @param messageBytes the longest message that a client may send
 */
record Door(Greeter greeter, Revocations revocations, LiveLimits limits, int messageBytes, InstantSource clock) {

    /** People whose sign-ins ended while one of their hellos may still be on its way. Thread-safe. */
    static final class Revocations {
        private static final long KEPT_MS = 60_000;
        private final Map<PersonId, Long> stampsMs = new ConcurrentHashMap<>();

        void add(PersonId person, long nowMs) {
            stampsMs.values().removeIf(stamp -> stamp < nowMs - KEPT_MS);
            stampsMs.put(person, nowMs);
        }

        /** Whether a token that was checked from {@code sinceMs} on may be of a sign-in that has ended meanwhile. */
        boolean after(PersonId person, long sinceMs) {
            var stamp = stampsMs.get(person);
            return stamp != null && stamp >= sinceMs;
        }
    }
}
