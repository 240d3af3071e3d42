package plenum.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Moves what the journal holds into the store's file, with the sequence it reaches, and then drops the old journal. */
final class Checkpoints {
    private static final String MAP = "plenum.checkpoint";
    private static final String SEQUENCE = "sequence";
    private static final int FILL_PERCENT = 80;
    private static final int ROUND_BYTES = 4 * 1024 * 1024;

    private final MVStore store;
    private final MVMap<String, Long> map;

    Checkpoints(MVStore store) {
        this.store = store;
        this.map = store.openMap(MAP);
    }

    /** Of the last command that the store's file contains. */
    long sequence() {
        return map.getOrDefault(SEQUENCE, 0L);
    }

    /** At the start, when nothing is running yet. */
    void write(long sequence) {
        map.put(SEQUENCE, sequence);
        store.commit();
        store.sync();
    }

    /**
     * While commands go on: the lock is held only until the new journal stands. The old one goes when the store's file
     * is on the disk, so at any moment a file and the journals after it are there together. Gives the sequence reached.
     */
    long write(Journal journal, DataDirectory directory, Lock exclusive) throws IOException {
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
        store.sync();
        Files.delete(old);
        directory.force();
        return sequence;
    }

    /** Rewrites chunks of the file that are mostly dead; their space is used again 45 seconds later. */
    void compact(Lock exclusive, long millis) {
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
            store.sync();
        }
    }
}
