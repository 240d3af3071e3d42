package plenum.server.journal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.server.kernel.SessionId;

/** Snapshots in memory, for tests and measurements. */
public final class MemorySnapshots implements Snapshots {
    private final Map<SessionId, Snapshot> bySession = new ConcurrentHashMap<>();

    @Override
    public void write(Snapshot snapshot) {
        bySession.put(snapshot.session(), snapshot);
    }

    @Override
    public Optional<Snapshot> newest(SessionId session) {
        return Optional.ofNullable(bySession.get(session));
    }
}
