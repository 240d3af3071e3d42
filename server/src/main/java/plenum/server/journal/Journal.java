package plenum.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plenum.server.kernel.SessionId;

/** The append-only record of what happened; a session's only truth. Thread-safe; calls block: virtual threads only. */
public interface Journal {
    /**
     * Returns when the batch is durable.
     *
     * @throws SequenceTaken when another writer was first
     * @throws RuntimeException for anything else: whether it was written is not known
     */
    void append(JournalBatch batch);

    /** The batches that reach beyond entry {@code after}, oldest first, at most {@code limit}; not yet verified. */
    List<JournalBatch> batches(SessionId session, long after, int limit);

    EventCodec codec();

    /** Entries after {@code after}, oldest first, at most {@code limit}. @throws BrokenJournal */
    default List<JournalEntry> read(SessionId session, long after, int limit) {
        return page(session, after, limit, codec()::entries, JournalEntry::seq);
    }

    /** As {@link #read}, without decoding the events. */
    default List<JournalLine> lines(SessionId session, long after, int limit) {
        return page(session, after, limit, codec()::lines, JournalLine::seq);
    }

    private <T> List<T> page(
            SessionId session, long after, int limit, Function<JournalBatch, List<T>> decode, Function<T, Long> seq) {
        var found = new ArrayList<T>();
        var chain = new Chain(session, 0, JournalBatch.START);
        for (var reached = after; found.size() < limit; reached = chain.seq()) {
            var batches = batches(session, reached, 100);
            if (batches.isEmpty()) {
                break;
            }
            for (var batch : batches) {
                chain = chain.seq() == 0 ? startingAt(batch, after) : chain;
                chain.follow(batch);
                decode.apply(batch).stream()
                        .filter(one -> seq.apply(one) > after)
                        .limit(limit - found.size())
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Chain startingAt(JournalBatch batch, long after) {
        if (batch.first() > after + 1) {
            throw new BrokenJournal(batch.session(), "after entry " + after + " comes " + batch.first());
        }
        return new Chain(batch.session(), batch.first() - 1, batch.prev());
    }
}
