package plenum.server.embedded;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the journal: one fsync for all commands that came meanwhile, and a checkpoint now and
 * then.
 */
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    /** Room for a full journal and its checkpoint, several times over. */
    private static final long MIN_FREE_BYTES = 256L * 1024 * 1024;

    private static final long WAIT_MILLIS = 500;

    private final DataDirectory directory;
    private final Journal journal;
    private final DurableGate gate;
    private final Checkpoints checkpoints;
    private final Engine engine;
    private final StoreBackend backend;
    private final Pace pace;
    private final Thread thread;
    private volatile boolean stopping;
    private long checkpointNanos = System.nanoTime();

    Committer(
            DataDirectory directory,
            Journal journal,
            DurableGate gate,
            Checkpoints checkpoints,
            Engine engine,
            StoreBackend backend,
            Pace pace,
            Fatal fatal) {
        this.directory = directory;
        this.journal = journal;
        this.gate = gate;
        this.checkpoints = checkpoints;
        this.engine = engine;
        this.backend = backend;
        this.pace = pace;
        this.thread = Thread.ofPlatform().daemon().name("store-commit").start(() -> fatal.guard(this::run));
    }

    /** Commits and checkpoints what was written; the engine must have stopped. */
    void stop() throws InterruptedException {
        stopping = true;
        journal.wake();
        thread.join();
    }

    private void run() throws IOException, InterruptedException {
        while (!stopping) {
            journal.awaitPending(WAIT_MILLIS);
            gate.open(journal.force());
            if (isDue()) checkpoint();
        }
        checkpoint();
    }

    private boolean isDue() throws IOException {
        return journal.bytes() > pace.journalBytes()
                || System.nanoTime() - checkpointNanos
                        > pace.betweenCheckpoints().toNanos();
    }

    private void checkpoint() throws IOException {
        long started = System.nanoTime();
        long sequence = checkpoints.write(journal, engine.exclusive());
        gate.open(sequence);
        checkpointNanos = System.nanoTime();
        LOG.debug("checkpoint at {} in {} ms", sequence, (checkpointNanos - started) / 1_000_000);
        backend.forgetIdleCursors();
        engine.refuseWrites(directory.usableBytes() < MIN_FREE_BYTES);
    }
}
