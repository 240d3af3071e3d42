package plenum.server.renditions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * Copies of PDFs with words across every page, made in child processes when they are asked for and kept a while: a
 * bounded number of bytes in one directory, the least used are the first to go. Thread-safe; calls block.
 */
public final class Stamps implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 2;

    private final Path directory;
    private final long mostBytes;
    private final ChildPool children = new ChildPool("stamps", LineChild.java(RenditionMain.class, 384), AT_ONCE);
    private final Map<String, Stamped> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(64).toList();
    private long bytes;
    private long made;

    private Stamps(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** A copy that can be sent. */
    public record Stamped(Path file, long bytes, Sha256 sha256) {}

    /** Forgets what an earlier server has kept there. */
    public static Stamps open(Path directory, long mostBytes) throws IOException {
        Files.createDirectories(directory);
        try (var old = Files.newDirectoryStream(directory)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        return new Stamps(directory, mostBytes);
    }

    /** Only when it is there already. */
    public Optional<Stamped> kept(Sha256 original, String words) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key(original, words)));
        }
    }

    /** Empty when the child could not write it. */
    public Optional<Stamped> get(Path file, Sha256 original, String words) throws IOException {
        var key = key(original, words);
        var lock = locks.get(Math.floorMod(key.hashCode(), locks.size()));
        lock.lock();
        try {
            var before = kept(original, words);
            return before.isPresent() ? before : make(file, key, words);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Stamped> make(Path file, String key, String words) throws IOException {
        var target = directory.resolve(key + "-" + nextNumber() + ".pdf");
        var question = "stamp\t" + file.toAbsolutePath() + "\t" + target.toAbsolutePath() + "\t" + plain(words);
        var done = children.ask(question, LIMIT, answer -> answer.startsWith("made"));
        if (!done.orElse(false)) {
            LOG.warn("no stamped copy of {}", key);
            Files.deleteIfExists(target);
            return Optional.empty();
        }
        var stamped = new Stamped(target, Files.size(target), Sha256.of(target));
        keep(key, stamped);
        return Optional.of(stamped);
    }

    private synchronized long nextNumber() {
        return ++made;
    }

    /** A file that is being sent goes on being sent after it is deleted. */
    private void keep(String key, Stamped stamped) throws IOException {
        synchronized (kept) {
            kept.put(key, stamped);
            bytes += stamped.bytes();
            for (var all = kept.entrySet().iterator(); bytes > mostBytes && kept.size() > 1; ) {
                var eldest = all.next().getValue();
                all.remove();
                bytes -= eldest.bytes();
                Files.deleteIfExists(eldest.file());
            }
        }
    }

    private static String key(Sha256 original, String words) {
        return original.hex() + "-"
                + Sha256.of(words.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    private static String plain(String words) {
        return words.replaceAll("\\p{C}+", " ");
    }

    @Override
    public void close() {
        children.close();
    }
}
