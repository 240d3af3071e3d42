package plenum.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.server.platform.Publishers.all;
import static plenum.server.platform.Publishers.done;
import static plenum.server.platform.Publishers.first;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.server.platform.BlobStore;
import plenum.server.platform.BlobStorePromises;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.MongoBlobStore;
import plenum.server.platform.Sha256;

/** Bytes in the store of records: the embedded one, and a real server if one is given. */
@ParameterizedClass
@MethodSource("plenum.server.store.OpenStore#all")
final class MongoBlobStoreTest implements BlobStorePromises {
    private static final byte[] PAPER = "Tờ trình ".repeat(100_000).getBytes(UTF_8);

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private OpenStore store;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final List<DirectoryBlobStore> directories = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private BlobStore blobs;

    /** A server has what other tests left. */
    @BeforeEach
    void begin() throws IOException {
        done(store.mongo().collection("blobs.files").deleteMany(new Document())).await();
        done(store.mongo().collection("blobs.chunks").deleteMany(new Document()))
                .await();
        done(store.mongo().collection("blobs.uploads").deleteMany(new Document()))
                .await();
        blobs = machine("one");
    }

    @AfterEach
    void close() throws IOException {
        for (var directory : directories) directory.close();
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    private BlobStore machine(String name) throws IOException {
        var near = DirectoryBlobStore.open(root.resolve(name));
        directories.add(near);
        return MongoBlobStore.open(store.mongo(), near, InstantSource.system());
    }

    @Test
    void anotherMachineFindsWhatThisOneKept() throws IOException {
        var blob = blobs.put(new ByteArrayInputStream(PAPER));
        var other = machine("two");
        assertThat(other.verify(blob.sha256())).isTrue();
        assertThat(Files.readAllBytes(other.find(blob.sha256()).orElseThrow())).isEqualTo(PAPER);
    }

    @Test
    void aDamagedCopyIsFetchedAgain() throws IOException {
        var blob = blobs.put(new ByteArrayInputStream(PAPER));
        Files.write(blobs.find(blob.sha256()).orElseThrow(), new byte[PAPER.length]);
        assertThat(blobs.verify(blob.sha256())).isTrue();
        assertThat(Files.readAllBytes(blobs.find(blob.sha256()).orElseThrow())).isEqualTo(PAPER);
    }

    @Test
    void anUploadThatWasCutIsNotThereAndTheSameBytesAgainCompleteIt() throws IOException {
        var blob = blobs.put(new ByteArrayInputStream(PAPER));
        done(store.mongo()
                        .collection("blobs.files")
                        .deleteMany(new Document("_id", blob.sha256().hex())))
                .await();
        var other = machine("two");
        assertThat(other.find(blob.sha256())).isEmpty();
        assertThat(other.put(new ByteArrayInputStream(PAPER))).isEqualTo(blob);
        assertThat(machine("three").verify(blob.sha256())).isTrue();
    }

    /** As a kill leaves it: chunks, the note of the upload, and no entry. */
    @Test
    void chunksOfAnUploadThatWasCutAreSweptAndNoOthers() throws IOException {
        var whole = blobs.put(new ByteArrayInputStream(PAPER));
        var cut =
                blobs.put(new ByteArrayInputStream("Nghị quyết ".repeat(60_000).getBytes(UTF_8)));
        var young = blobs.put(new ByteArrayInputStream("Báo cáo ".repeat(60_000).getBytes(UTF_8)));
        for (var name : List.of(cut.sha256(), young.sha256())) {
            done(store.mongo().collection("blobs.files").deleteMany(new Document("_id", name.hex())))
                    .await();
        }
        note(whole.sha256(), "gone", Instant.now().minus(Duration.ofHours(2)));
        note(cut.sha256(), "gone", Instant.now().minus(Duration.ofHours(2)));
        note(young.sha256(), "writing", Instant.now());
        var other = machine("two");
        assertThat(chunks(cut.sha256())).isZero();
        assertThat(chunks(young.sha256())).isPositive();
        assertThat(other.verify(whole.sha256())).isTrue();
    }

    private void note(Sha256 name, String machine, Instant at) {
        var upload = new Document("_id", name.hex() + ":" + machine)
                .append("name", name.hex())
                .append("machine", machine)
                .append("at", Date.from(at));
        first(store.mongo().collection("blobs.uploads").insertOne(upload)).await();
    }

    private int chunks(Sha256 name) {
        return all(store.mongo().collection("blobs.chunks").find(new Document("files_id", name.hex())))
                .await()
                .size();
    }

    @Test
    void bytesThatAreDamagedInTheStoreAreNeverGivenOut() throws IOException {
        var blob = blobs.put(new ByteArrayInputStream(PAPER));
        var chunks = store.mongo().collection("blobs.chunks");
        done(chunks.deleteMany(new Document("_id", blob.sha256().hex() + ":1"))).await();
        var other = machine("two");
        assertThatThrownBy(() -> other.find(blob.sha256()))
                .hasRootCauseMessage("part 1 of " + blob.sha256() + " is missing in the store");
        assertThat(Files.walk(root.resolve("two"))
                        .filter(file -> file.endsWith(blob.sha256().hex())))
                .isEmpty();
    }

    /** Specification of GridFS: files{_id, length, chunkSize, uploadDate, filename}, chunks{files_id, n, data}. */
    @Test
    void itIsLaidOutAsGridFs() throws IOException {
        var blob = blobs.put(new ByteArrayInputStream(PAPER));
        var name = new Sha256(blob.sha256().hex()).hex();
        var file = first(store.mongo().collection("blobs.files").find(new Document("_id", name)))
                .await()
                .orElseThrow();
        assertThat(file.getLong("length")).isEqualTo(PAPER.length);
        assertThat(file.getInteger("chunkSize")).isEqualTo(261_120);
        assertThat(file).containsKeys("uploadDate", "filename");
        var last = first(store.mongo()
                        .collection("blobs.chunks")
                        .find(new Document("files_id", name))
                        .sort(new Document("n", -1))
                        .limit(1))
                .await()
                .orElseThrow();
        assertThat(last.getInteger("n")).isEqualTo((PAPER.length - 1) / 261_120);
    }
}
