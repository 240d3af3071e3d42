package plenum.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.platform.Publishers.all;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.platform.BlobStore;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Mongo;
import plenum.server.platform.MongoBlobStore;
import plenum.server.platform.Sha256;

/** A process that keeps bytes is killed at any moment: what it said it kept is whole, and nothing half-way stays. */
final class BlobKillTest {
    private static final int KILLS = Integer.getInteger("plenum.blob-kills", 6);
    private static final Random RANDOM = new Random(Long.getLong("plenum.seed", System.nanoTime()));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void aDirectoryKeepsWhatItSaidAndNothingHalfWay() throws Exception {
        var kept = killedAgainAndAgain("directory");
        try (var blobs = DirectoryBlobStore.open(root.resolve("papers"))) {
            allAreWhole(blobs, kept);
            assertThat(files(root.resolve("papers/incoming"))).isEmpty();
        }
    }

    @Test
    void theStoreOfRecordsKeepsWhatItSaidAndNoChunkWithoutAFile() throws Exception {
        var kept = killedAgainAndAgain("store");
        try (var store = EmbeddedStore.open(root.resolve("store"));
                var mongo = Mongo.open(store.connectionString());
                var near = DirectoryBlobStore.open(root.resolve("another machine"))) {
            allAreWhole(MongoBlobStore.open(mongo, near, InstantSource.system()), kept);
            try (var killed = DirectoryBlobStore.open(root.resolve("papers"))) {
                assertThat(MongoBlobStore.open(mongo, killed, InstantSource.system()))
                        .isNotNull();
            }
            var files = ids(mongo, "blobs.files", "_id");
            assertThat(files).containsAll(kept.stream().map(Sha256::hex).toList());
            assertThat(files).containsAll(ids(mongo, "blobs.chunks", "files_id"));
            assertThat(ids(mongo, "blobs.uploads", "_id")).isEmpty();
        }
    }

    private static Set<String> ids(Mongo mongo, String collection, String field) {
        return all(mongo.collection(collection).find().projection(new Document(field, 1))).await().stream()
                .map(document -> document.getString(field))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void allAreWhole(BlobStore blobs, Set<Sha256> kept) throws IOException {
        assertThat(kept).isNotEmpty();
        for (var name : kept) {
            assertThat(blobs.find(name)).isPresent();
            assertThat(blobs.verify(name)).isTrue();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            return all.toList();
        }
    }

    /** Names of what the processes said they kept. */
    private Set<Sha256> killedAgainAndAgain(String where) throws IOException, InterruptedException {
        var kept = new HashSet<Sha256>();
        for (var kill = 0; kill < KILLS; kill++) {
            var said = root.resolve(where + kill);
            var process = started(where, said);
            while (process.isAlive() && told(said).isEmpty()) {
                LockSupport.parkNanos(10_000_000);
            }
            LockSupport.parkNanos(RANDOM.nextInt(300_000_000));
            process.destroyForcibly();
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            kept.addAll(told(said));
        }
        return kept;
    }

    /** Only whole lines were said. */
    private static List<Sha256> told(Path said) throws IOException {
        try (var lines = Files.lines(said)) {
            return lines.filter(line -> line.length() == 64).map(Sha256::new).toList();
        }
    }

    private Process started(String where, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BlobKillTest.class.getName(),
                        where,
                        root.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Keeps random bytes until it is killed, and says the name of what is kept. */
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[1]);
        var near = DirectoryBlobStore.open(root.resolve("papers"));
        var blobs = arguments[0].equals("store") ? records(root, near) : near;
        var random = new Random();
        while (true) {
            var bytes = new byte[random.nextInt(3_000_000)];
            random.nextBytes(bytes);
            System.out.println(blobs.put(new ByteArrayInputStream(bytes)).sha256());
            System.out.flush();
        }
    }

    private static BlobStore records(Path root, DirectoryBlobStore near) throws IOException {
        var store = EmbeddedStore.open(root.resolve("store"));
        return MongoBlobStore.open(Mongo.open(store.connectionString()), near, InstantSource.system());
    }
}
