package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors that a client may still ask for; forgotten when they are read to the end or left alone for ten minutes. */
final class OpenCursors {
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Set<StoreCursor> open = ConcurrentHashMap.newKeySet();

    void add(StoreCursor cursor, CursorRegistry registry) {
        registry.add(cursor);
        open.add(cursor);
    }

    void forgetIdle(CursorRegistry registry) {
        open.removeIf(cursor -> {
            if (!cursor.isEmpty() && !cursor.isIdleFor(IDLE)) return false;
            registry.remove(cursor);
            return true;
        });
    }
}
