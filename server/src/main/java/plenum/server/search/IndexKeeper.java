package plenum.server.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.hall.Committed;
import plenum.server.hall.Lanes;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Sha256;
import plenum.server.renditions.Rendition;
import plenum.server.renditions.Renditions;

/**
 * Keeps the index like the sessions: each time something changed in a session it compares all its papers with what the
 * index has and writes the difference. The same step makes a whole index, catches up after a crash and follows a
 * recall. On one thread of its own.
 */
final class IndexKeeper implements Consumer<Committed>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int MOST_PAGES = 5_000;

    private sealed interface Job {
        record Follow(SessionId session) implements Job {}

        record All() implements Job {}

        record Stop() implements Job {}
    }

    private final PaperIndex index;
    private final Lanes lanes;
    private final Renditions renditions;
    private final Supplier<Collection<SessionId>> sessions;
    private final Map<PaperKey, String> prints;
    private final Map<Sha256, Set<SessionId>> holders = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Set<SessionId> waiting = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean complete;

    IndexKeeper(PaperIndex index, Lanes lanes, Renditions renditions, Supplier<Collection<SessionId>> sessions)
            throws IOException {
        this.index = index;
        this.lanes = lanes;
        this.renditions = renditions;
        this.sessions = sessions;
        this.prints = index.prints();
        this.thread = Thread.ofVirtual().name("search index").start(this::work);
    }

    /** Compares all sessions with the index, after what waits already. */
    void followAll() {
        jobs.add(new Job.All());
    }

    /** False until all sessions were compared once since the start, and while words of papers are being read. */
    boolean complete() {
        return complete && waiting.isEmpty() && !renditions.busy();
    }

    @Override
    public void accept(Committed committed) {
        if (committed.before().agenda().items() != committed.after().agenda().items()
                || !committed.before().sittings().equals(committed.after().sittings())) {
            follow(committed.session());
        }
    }

    /** The words of a paper are there now. */
    void made(Sha256 original) {
        holders.getOrDefault(original, Set.of()).forEach(this::follow);
    }

    private void follow(SessionId session) {
        if (waiting.add(session)) {
            jobs.add(new Job.Follow(session));
        }
    }

    private void work() {
        while (!stopping) {
            try {
                switch (jobs.take()) {
                    case Job.Follow follow -> compare(follow.session());
                    case Job.All all -> compareAll();
                    case Job.Stop stop -> {}
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void compareAll() {
        var all = sessions.get();
        for (var session : all) {
            if (stopping) {
                return;
            }
            compare(session);
        }
        forget(new HashSet<>(all));
        complete = true;
        LOG.info("the search index knows {} papers of {} sessions", prints.size(), all.size());
    }

    /** Papers of sessions that are not in the store: it was restored from an older backup, or is another one. */
    private void forget(Set<SessionId> known) {
        try {
            for (var key : Set.copyOf(prints.keySet())) {
                if (!known.contains(key.session())) {
                    index.remove(key);
                    prints.remove(key);
                }
            }
            index.commit();
        } catch (IOException fault) {
            LOG.error("the search index could not be written", fault);
        }
    }

    /** A session that cannot be read now is compared when it next changes, or at the next start. */
    private void compare(SessionId session) {
        waiting.remove(session);
        try {
            var wanted = IndexedPaper.all(lanes.lane(session).hall());
            wanted.forEach(paper -> holders.computeIfAbsent(paper.original(), name -> ConcurrentHashMap.newKeySet())
                    .add(session));
            if (write(session, wanted)) {
                index.commit();
            }
        } catch (IOException | RuntimeException fault) {
            if (!stopping) {
                LOG.error("the papers of session {} could not be indexed", session, fault);
            }
        }
    }

    private boolean write(SessionId session, List<IndexedPaper> wanted) throws IOException {
        var changed = false;
        var gone = new HashSet<PaperKey>();
        prints.keySet().stream().filter(key -> key.session().equals(session)).forEach(gone::add);
        for (var paper : wanted) {
            gone.remove(paper.key());
            changed |= write(paper);
        }
        for (var key : gone) {
            index.remove(key);
            prints.remove(key);
            changed = true;
        }
        return changed;
    }

    private boolean write(IndexedPaper paper) throws IOException {
        var made = renditions.find(paper.original());
        var print = paper.print(
                made.map(Rendition::texts).map(Rendition.Part::sha256).orElse(""));
        if (print.equals(prints.get(paper.key()))) {
            return false;
        }
        var pages = made.isEmpty() ? List.<String>of() : renditions.texts(made.get(), 1, MOST_PAGES);
        index.put(paper, print, pages);
        prints.put(paper.key(), print);
        return true;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        jobs.add(new Job.Stop());
        if (!thread.join(Duration.ofSeconds(20))) {
            LOG.warn("the search index is still being written");
        }
    }
}
