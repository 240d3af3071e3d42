package plenum.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that stops between the commit of the store's file and its fsync. */
final class CheckpointsTest {
    private static final int KEYS = 2_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path path;

    private long sureBytes;

    @BeforeEach
    void commitOnceSurelyAndOnceNot() throws IOException {
        try (var directory = DataDirectory.open(path)) {
            var store = openFile();
            var checkpoints = new Checkpoints(store, directory);
            fill(store, "old");
            checkpoints.write(1);
            sureBytes = Files.size(file());
            fill(store, "new");
            MVMap<String, Long> sequences = store.openMap("plenum.checkpoint");
            sequences.put("sequence", 2L);
            store.commit();
            store.closeImmediately();
        }
    }

    @Test
    void aVersionThatIsNotSurelyOnTheDiskIsLeft() throws IOException {
        assertThatTheOldVersionIsThere();
    }

    @Test
    void aVersionOfWhichPartsAreMissingIsLeft() throws IOException {
        var bytes = new byte[(int) (Files.size(file()) - sureBytes) / 2];
        assertThat(bytes).hasSizeGreaterThan(4_096);
        try (var damaged = new RandomAccessFile(file().toFile(), "rw")) {
            damaged.seek(sureBytes + bytes.length / 2);
            damaged.write(bytes);
        }
        assertThatTheOldVersionIsThere();
    }

    @Test
    void workGoesOnAfterGoingBack() throws IOException {
        try (var directory = DataDirectory.open(path)) {
            var store = openFile();
            var checkpoints = new Checkpoints(store, directory);
            fill(store, "newest");
            checkpoints.write(3);
            store.closeImmediately();
        }
        try (var directory = DataDirectory.open(path)) {
            var store = openFile();
            assertThat(new Checkpoints(store, directory).sequence()).isEqualTo(3);
            assertThat(values(store)).containsOnly("newest");
            store.closeImmediately();
        }
    }

    private void assertThatTheOldVersionIsThere() throws IOException {
        try (var directory = DataDirectory.open(path)) {
            var store = openFile();
            assertThat(new Checkpoints(store, directory).sequence()).isEqualTo(1);
            assertThat(values(store)).hasSize(KEYS).containsOnly("old");
            store.closeImmediately();
        }
    }

    private Path file() {
        return path.resolve("store.mv");
    }

    private MVStore openFile() {
        return new MVStore.Builder()
                .fileName(file().toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
    }

    private static void fill(MVStore store, String value) {
        MVMap<Integer, String> map = store.openMap("data");
        IntStream.range(0, KEYS).forEach(key -> map.put(key, value));
    }

    private static Iterable<String> values(MVStore store) {
        MVMap<Integer, String> map = store.openMap("data");
        return map.values();
    }
}
