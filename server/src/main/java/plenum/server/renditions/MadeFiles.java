package plenum.server.renditions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.ChildPool;
import plenum.server.platform.LineChild;
import plenum.server.platform.Sha256;

/**
 * Files that child processes make when they are asked for, kept a while: a bounded number of bytes in one directory,
 * the least used are the first to go. Thread-safe; calls block.
 */
final class MadeFiles implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(MadeFiles.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 2;

    private final Path directory;
    private final long mostBytes;
    private final ChildPool children;
    private final Map<String, Made> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(64).toList();
    private long bytes;
    private long made;

    private MadeFiles(Path directory, long mostBytes, String name) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.children = new ChildPool(name, LineChild.java(RenditionMain.class, 384), AT_ONCE);
    }

    /** A file that can be sent. */
    record Made(Path file, long bytes, Sha256 sha256) {}

    /** Forgets what an earlier server has kept there. @param name of the children's threads */
    static MadeFiles open(Path directory, long mostBytes, String name) throws IOException {
        Files.createDirectories(directory);
        try (var old = Files.newDirectoryStream(directory)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        return new MadeFiles(directory, mostBytes, name);
    }

    /** Only when it is there already. */
    Optional<Made> kept(String key) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key));
        }
    }

    /**
     * Empty when the child could not write it.
     *
     * @param key names the file; of characters that a file's name may have
     * @param part that the child makes
     * @param more of the question, after part, PDF and target
     */
    Optional<Made> get(String key, String part, Path pdf, String more) throws IOException {
        var lock = locks.get(Math.floorMod(key.hashCode(), locks.size()));
        lock.lock();
        try {
            var before = kept(key);
            return before.isPresent() ? before : make(key, part, pdf, more);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Made> make(String key, String part, Path pdf, String more) throws IOException {
        var target = directory.resolve(key + "-" + nextNumber());
        var question = String.join(
                "\t",
                part,
                pdf.toAbsolutePath().toString(),
                target.toAbsolutePath().toString(),
                more);
        var done = children.ask(question, LIMIT, answer -> answer.startsWith("made"));
        if (!done.orElse(false)) {
            LOG.warn("no {} of {}", part, key);
            Files.deleteIfExists(target);
            return Optional.empty();
        }
        var file = new Made(target, Files.size(target), Sha256.of(target));
        keep(key, file);
        return Optional.of(file);
    }

    private synchronized long nextNumber() {
        return ++made;
    }

    /** A file that is being sent goes on being sent after it is deleted. */
    private void keep(String key, Made file) throws IOException {
        synchronized (kept) {
            kept.put(key, file);
            bytes += file.bytes();
            for (var all = kept.entrySet().iterator(); bytes > mostBytes && kept.size() > 1; ) {
                var eldest = all.next().getValue();
                all.remove();
                bytes -= eldest.bytes();
                Files.deleteIfExists(eldest.file());
            }
        }
    }

    @Override
    public void close() {
        children.close();
    }
}
