package plenum.server.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.journal.Chain;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.JournalEntry;
import plenum.server.journal.Snapshot;
import plenum.server.journal.Snapshots;
import plenum.server.kernel.SessionId;

/** Brings a session's state back from its newest snapshot and what the journal holds after it. Blocks. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int PAGE = 100;

    private final Journal journal;
    private final Snapshots snapshots;
    private final HallCodec codec = new HallCodec();

    Recovery(Journal journal, Snapshots snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
    }

    /** State and the entries that were read on the way to it. */
    record Replayed(Durable durable, List<JournalEntry> entries) {}

    /** Empty when nothing is journalled. @throws plenum.server.journal.BrokenJournal */
    Optional<Durable> open(SessionId session) {
        var start = snapshots.newest(session).flatMap(this::trusted);
        if (start.isPresent()) {
            return Optional.of(follow(start.get()).durable());
        }
        return Optional.ofNullable(replay(session, null, new Chain(session, 0, JournalBatch.START)))
                .map(Replayed::durable);
    }

    /** What the journal holds beyond the state. */
    Replayed follow(Durable from) {
        var hall = from.hall();
        var chain = new Chain(hall.session(), hall.seq(), from.journalHash());
        var replayed = replay(hall.session(), hall, chain);
        return replayed == null ? new Replayed(from, List.of()) : replayed;
    }

    private @Nullable Replayed replay(SessionId session, @Nullable Hall start, Chain chain) {
        var hall = start;
        var entries = new ArrayList<JournalEntry>();
        for (var page = journal.batches(session, chain.seq(), PAGE);
                !page.isEmpty();
                page = journal.batches(session, chain.seq(), PAGE)) {
            for (var batch : page) {
                chain.follow(batch);
                for (var entry : journal.codec().entries(batch)) {
                    hall = hall == null ? Hall.start(session, entry) : hall.apply(entry);
                    entries.add(entry);
                }
            }
        }
        return hall == null ? null : new Replayed(new Durable(hall, chain.hash()), entries);
    }

    private Optional<Durable> trusted(Snapshot snapshot) {
        var batch = journal.batches(snapshot.session(), snapshot.seq() - 1, 1);
        var fits = !batch.isEmpty()
                && batch.getFirst().last() == snapshot.seq()
                && batch.getFirst().hash().equals(snapshot.hash());
        var hall = fits ? codec.read(snapshot) : Optional.<Hall>empty();
        if (hall.isEmpty()) {
            LOG.warn("snapshot ignored: session={} seq={}", snapshot.session(), snapshot.seq());
        }
        return hall.map(read -> new Durable(read, snapshot.hash()));
    }

    Snapshot snapshot(Durable durable) {
        return codec.write(durable);
    }

    void keep(Snapshot snapshot) {
        snapshots.write(snapshot);
    }
}
