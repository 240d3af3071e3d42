package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store for MongoDB's driver inside this process, for demonstration, tests and small single-node sites. What it has
 * acknowledged survives the death of the process and of the machine. See server/doc/embedded-store.md.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final int CACHE_MEGABYTES = 32;
    private static final long COMPACT_ON_CLOSE_MILLIS = 300;

    private final DataDirectory directory;
    private final MVStore store;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Engine engine;
    private final Committer committer;
    private final WireServer server;

    private EmbeddedStore(DataDirectory directory, MVStore store, Pace pace, Fatal fatal) throws IOException {
        this.directory = directory;
        this.store = store;
        this.checkpoints = new Checkpoints(store, directory);
        var backend = new StoreBackend(store);
        long sequence = recover(backend);
        var gate = new DurableGate(sequence);
        this.journal = new Journal(directory, sequence);
        this.engine = new Engine(backend, journal, gate, fatal);
        this.committer = new Committer(directory, journal, gate, checkpoints, engine, backend, pace, fatal);
        this.server = new WireServer(engine);
    }

    /**
     * Opens or creates the store in this directory and recovers what a crash left.
     *
     * @throws UncheckedIOException when another process has the directory, or the files cannot be read
     */
    public static EmbeddedStore open(Path dataDirectory) {
        return open(dataDirectory, Pace.NORMAL);
    }

    static EmbeddedStore open(Path dataDirectory, Pace pace) {
        var directory = DataDirectory.open(dataDirectory);
        try {
            return open(directory, openFile(directory.file("store.mv")), pace);
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static EmbeddedStore open(DataDirectory directory, MVStore store, Pace pace) {
        try {
            return new EmbeddedStore(directory, store, pace, Fatal.halting());
        } catch (IOException failure) {
            store.closeImmediately();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            store.closeImmediately();
            throw failure;
        }
    }

    /** Holds the password of this start: never log it. */
    public String connectionString() {
        return server.connectionString();
    }

    /** The nightly job: makes dead space in the file usable again; writes pause for moments in between. */
    public void compact(Duration atMost) {
        try {
            checkpoints.compact(engine.exclusive(), atMost.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finishes what was begun and leaves everything in one file. */
    @Override
    public void close() {
        try {
            server.stop();
            engine.stop();
            committer.stop();
            checkpoints.compact(engine.exclusive(), COMPACT_ON_CLOSE_MILLIS);
            journal.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            store.closeImmediately(); // everything is committed; an orderly close would overwrite old chunks early
            directory.close();
        }
    }

    /** Nothing is written to the file but by a checkpoint: index and document could come apart otherwise. */
    private static MVStore openFile(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
    }

    private long recover(StoreBackend backend) throws IOException {
        long before = checkpoints.sequence();
        var journals = directory.journals();
        long sequence = new JournalReader(before, command -> replay(backend, command)).read(journals);
        checkpoints.write(sequence);
        for (var old : journals) Files.delete(old);
        directory.force();
        if (sequence > before) LOG.info("recovered {} commands from the journal", sequence - before);
        return sequence;
    }

    /** A command that failed fails again alike; its answer has no reader. */
    private static void replay(StoreBackend backend, Document command) {
        var reply = backend.execute(command);
        LOG.trace("replayed {}", reply);
    }
}
