package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;

/**
 * Files that come in several pieces, until they are whole: {@code <session>~<person>~<id>.part} in one directory. What
 * is forgotten for a day is swept. Thread-safe; calls block.
 */
public final class UploadParts {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_OF_A_PERSON = 40;

    private final Path directory;
    private final long mostBytes;
    private final Map<Path, Writer> writers = new ConcurrentHashMap<>();
    private final Map<Key, Stage> stages = new ConcurrentHashMap<>();

    private UploadParts(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** A request that writes to a file. */
    private record Writer(Thread thread, CountDownLatch done) {}

    /** Whose file it is. @param id made by the client, as all ids */
    record Key(SessionId session, PersonId person, String id) {
        private String fileName() {
            return owner() + id + ".part";
        }

        private String owner() {
            return session + "~" + person + "~";
        }
    }

    /** @param mostBytes of one file */
    public static UploadParts open(Path directory, long mostBytes) throws IOException {
        Files.createDirectories(directory);
        var parts = new UploadParts(directory, mostBytes);
        parts.sweep(true);
        return parts;
    }

    /** How many bytes are there: where to go on. */
    long bytes(Key key) throws IOException {
        var path = path(key);
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /**
     * Writes to the end of the stream. What came before a fault stays. A newer request for the same file takes over:
     * the older one waits for a client that has long lost its line.
     *
     * @param offset the file's size; Refusal OTHER_OFFSET when it has another
     * @return the file's size then
     */
    long append(Key key, long offset, InputStream pieces) throws IOException {
        var path = path(key);
        var writer = new Writer(Thread.currentThread(), new CountDownLatch(1));
        takeOver(path, writer);
        try {
            refuseAnotherFile(key, path);
            return append(path, offset, pieces);
        } catch (Refusal refusal) {
            if (refusal.problem().code() == PaperProblem.TOO_LARGE) {
                Files.deleteIfExists(path);
            }
            throw refusal;
        } catch (IOException fault) {
            if (Thread.interrupted()) {
                throw PaperProblem.INCOMPLETE.refusal("a newer request took over");
            }
            throw fault;
        } finally {
            writers.remove(path, writer);
            writer.done().countDown();
            var unused = Thread.interrupted(); // by a newer request that came when all was done
        }
    }

    private void takeOver(Path path, Writer writer) {
        for (var older = writers.putIfAbsent(path, writer); older != null; older = writers.putIfAbsent(path, writer)) {
            older.thread().interrupt();
            if (!ended(older)) {
                throw PaperProblem.OTHER_OFFSET.refusal("another request is writing");
            }
        }
    }

    private static boolean ended(Writer writer) {
        try {
            return writer.done().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException newer) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long append(Path path, long offset, InputStream pieces) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (file.size() != offset) {
                throw PaperProblem.OTHER_OFFSET.refusal("it has " + file.size() + " bytes");
            }
            var piece = new byte[64 * 1024];
            for (var length = pieces.read(piece); length >= 0; length = pieces.read(piece)) {
                if (file.size() + length > mostBytes) {
                    throw PaperProblem.TOO_LARGE.refusal("more than " + mostBytes);
                }
                write(file, ByteBuffer.wrap(piece, 0, length));
            }
            return file.size();
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            var unused = file.write(bytes);
        }
    }

    /** Refusal INCOMPLETE when nothing of it is there. */
    InputStream read(Key key) {
        try {
            var path = path(key);
            if (!Files.exists(path)) {
                throw PaperProblem.INCOMPLETE.refusal("nothing was uploaded as " + key.id());
            }
            return Files.newInputStream(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Says what is done with a whole file, until {@link #done}. */
    void now(Key key, Stage stage) {
        stages.put(key, stage);
    }

    void done(Key key) {
        stages.remove(key);
    }

    Optional<Stage> stage(Key key) {
        return Optional.ofNullable(stages.get(key));
    }

    /** A request that still writes to it is ended first. */
    void drop(Key key) throws IOException {
        var path = path(key);
        var writer = new Writer(Thread.currentThread(), new CountDownLatch(1));
        takeOver(path, writer);
        try {
            Files.deleteIfExists(path);
        } finally {
            writers.remove(path, writer);
            writer.done().countDown();
            var unused = Thread.interrupted(); // by a newer request that came when all was done
        }
    }

    /** Of one file. */
    long mostBytes() {
        return mostBytes;
    }

    private void refuseAnotherFile(Key key, Path path) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        sweep(false);
        try (var own = Files.newDirectoryStream(directory, key.owner() + "*")) {
            var count = 0;
            for (var ignored : own) {
                count++;
            }
            if (count >= MOST_OF_A_PERSON) {
                throw PaperProblem.TOO_MANY_UPLOADS.refusal("at most " + MOST_OF_A_PERSON);
            }
        }
    }

    /** @param starting nobody writes yet: what the server before got no byte of goes too */
    private void sweep(boolean starting) throws IOException {
        var before = Instant.now().minus(KEPT);
        try (var all = Files.newDirectoryStream(directory)) {
            for (var one : all) {
                if (!writers.containsKey(one) && (isOlder(one, before) || starting && Files.size(one) == 0)) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static boolean isOlder(Path part, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant().isBefore(before);
        } catch (NoSuchFileException meanwhile) {
            return false;
        }
    }

    private Path path(Key key) {
        return directory.resolve(key.fileName());
    }
}
