package plenum.media.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.peer.MediaPeers;

/**
 * A recording on its way into a file: one take after the other, each of which goes on where the one before ended. What
 * is older than a few seconds is on the disk, whatever happens to this process. Thread-safe.
 */
public final class Tape implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

    /** Clusters that may wait for a slow disk: about a minute. */
    private static final int MOST_WAITING = 30;

    private final Path path;
    private final WebmFile file; // of the writer
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("tape").factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private long endMs; // of the media thread: with what is not written yet

    private Tape(Path path, WebmFile file) {
        this.path = path;
        this.file = file;
        endMs = file.endMs();
    }

    /** A new tape, or the one that is there, to go on behind its last whole piece. Blocking. */
    public static Tape open(Path path) throws IOException {
        return new Tape(path, WebmFile.open(path));
    }

    /** What a finished or interrupted tape holds. */
    public record Content(long durationMs, List<Stretch> stretches) {}

    /**
     * Makes a tape that nobody writes any more ready for players: they learn how long it is, and may jump. Blocking;
     * may be repeated.
     */
    public static Content finish(Path path) throws IOException {
        try (var file = WebmFile.open(path)) {
            file.finish();
            return new Content(file.endMs(), Stretches.of(path));
        }
    }

    /** It is kept elsewhere, or not wanted. */
    public static void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
        Stretches.delete(path);
    }

    /**
     * Answers a bridge's offer as an endpoint that sends nothing. The offer has one picture and up to four voices.
     *
     * @param at tells the time
     */
    public Take take(MediaPeers peers, String offer, java.time.InstantSource at) {
        return new Take(this, peers, offer, at);
    }

    /** Media thread. */
    long endMs() {
        return endMs;
    }

    /** Media thread. */
    void begins(Instant at) {
        var stretch = new Stretch(endMs, at);
        run(() -> Stretches.add(path, stretch));
    }

    /** Media thread. */
    void write(Cluster cluster, long endMs) {
        this.endMs = endMs;
        if (cluster.empty()) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            LOG.error("the disk is too slow: {} ms of {} are lost", endMs - cluster.fromMs(), path.getFileName());
            return;
        }
        run(() -> {
            waiting.decrementAndGet();
            file.append(cluster, endMs);
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void run(Writing writing) {
        writer.execute(() -> {
            try {
                writing.run();
            } catch (IOException failed) {
                LOG.error("a part of {} is not written", path.getFileName(), failed);
            }
        });
    }

    /** Completes when all that was handed over is on the disk. */
    CompletionStage<Void> written() {
        return CompletableFuture.runAsync(() -> {}, writer);
    }

    /** Writes what waits; the takes have ended. Blocking. */
    @Override
    public void close() {
        writer.close();
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
