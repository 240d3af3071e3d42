package plenum.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what the journal holds into the store's file, with the sequence it reaches, and then drops the old journal.
 *
 * <p>The version of the file that is surely on the disk stands in a small file of its own. A machine that loses power
 * between commit and fsync may leave a newer version of which parts are missing: then we go back to the sure one, for
 * which the journals are still there.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final String MAP = "plenum.checkpoint";
    private static final String SEQUENCE = "sequence";
    private static final String VERSION_FILE = "store.version";
    private static final int FILL_PERCENT = 80;
    private static final int ROUND_BYTES = 4 * 1024 * 1024;

    private final MVStore store;
    private final DataDirectory directory;
    private final MVMap<String, Long> map;

    /** Before any map of the store is opened. */
    Checkpoints(MVStore store, DataDirectory directory) throws IOException {
        this.store = store;
        this.directory = directory;
        backToSureVersion();
        this.map = store.openMap(MAP);
    }

    /** Of the last command that the store's file contains. */
    long sequence() {
        return map.getOrDefault(SEQUENCE, 0L);
    }

    /** At the start, when nothing is running yet. */
    void write(long sequence) throws IOException {
        map.put(SEQUENCE, sequence);
        store.commit();
        makeSure();
    }

    /**
     * While commands go on: the lock is held only until the new journal stands. The old one goes when the store's file
     * is on the disk, so at any moment a file and the journals after it are there together. Gives the sequence reached.
     */
    long write(Journal journal, Lock exclusive) throws IOException {
        long sequence;
        Path old;
        exclusive.lock();
        try {
            sequence = journal.force();
            if (sequence == sequence()) return sequence;
            map.put(SEQUENCE, sequence);
            store.commit();
            old = journal.rotate();
        } finally {
            exclusive.unlock();
        }
        makeSure();
        Files.delete(old);
        directory.force();
        return sequence;
    }

    /** Rewrites chunks of the file that are mostly dead; their space is used again 45 seconds later. */
    void compact(Lock exclusive, long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        boolean more = true;
        while (more && System.nanoTime() < end) {
            exclusive.lock();
            try {
                more = store.compact(FILL_PERCENT, ROUND_BYTES);
                store.commit();
            } finally {
                exclusive.unlock();
            }
            makeSure();
        }
    }

    /** Two threads may come here, the committer and the nightly job: the later version wins. */
    private synchronized void makeSure() throws IOException {
        long version = store.getCurrentVersion();
        store.sync();
        directory.write(VERSION_FILE, Long.toString(version));
    }

    private void backToSureVersion() throws IOException {
        var file = directory.file(VERSION_FILE);
        if (!Files.exists(file)) return;
        long sure = Long.parseLong(Files.readString(file).strip());
        long found = store.getCurrentVersion();
        if (found <= sure) return;
        LOG.info("the store's file has version {}, surely written is {}: going back to it", found, sure);
        store.rollbackTo(sure);
    }
}
