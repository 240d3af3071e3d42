package plenum.server.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.server.kernel.SessionId;

/** The journal in memory, for tests and measurements: the same batches, gone with the process. */
public final class MemoryJournal implements Journal {
    private final Map<SessionId, List<JournalBatch>> bySession = new HashMap<>();
    private final EventCodec codec;

    public MemoryJournal(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public synchronized void append(JournalBatch batch) {
        var stored = bySession.computeIfAbsent(batch.session(), session -> new ArrayList<>());
        if (stored.stream().anyMatch(other -> other.first() == batch.first())) {
            throw new SequenceTaken(batch.session(), batch.first());
        }
        stored.add(batch);
    }

    @Override
    public synchronized List<JournalBatch> batches(SessionId session, long after, int limit) {
        return bySession.getOrDefault(session, List.of()).stream()
                .filter(batch -> batch.last() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public EventCodec codec() {
        return codec;
    }
}
