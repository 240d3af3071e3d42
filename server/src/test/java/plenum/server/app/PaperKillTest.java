package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.platform.Json;
import plenum.server.platform.Mongo;
import plenum.server.platform.Publishers;
import plenum.server.platform.Sha256;
import plenum.server.testkit.PlenumProcess;

/** Fault test F8: a real server is killed at any moment while papers are uploaded, stored and made readable. */
final class PaperKillTest {
    private static final Logger LOG = LoggerFactory.getLogger(PaperKillTest.class);
    private static final int KILLS = Integer.getInteger("plenum.paper-kills", 3);
    private static final long SEED = Long.getLong("plenum.seed", System.nanoTime());
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int UPLOADERS = 3;
    private static final String SESSION = "/api/sessions/ky-hop-3-2026";

    private final Random random = new Random(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Bytes by the paper's id, of everything that was ever begun. */
    private final Map<String, byte[]> begun = new ConcurrentHashMap<>();

    private final Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();
    private volatile String token = "";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private volatile PlenumProcess server;

    @AfterEach
    void stop() {
        server.close();
        client.shutdownNow();
    }

    @Test
    void aPaperIsThereWholeOrNotAtAllAndAgainIsEnough() throws Exception {
        LOG.info("seed {}", SEED);
        server = PlenumProcess.start("--demo", "--port", "0", "--no-media", "--data", data.toString());
        for (var kill = 1; kill <= KILLS; kill++) {
            token = server.signIn("thuky", DemoLoader.PASSWORD);
            killedWhileUploading(kill);
            LOG.info("kill {}: {} of {} uploads were acknowledged", kill, acknowledged.size(), begun.size());
            server = server.again();
            token = server.signIn("thuky", DemoLoader.PASSWORD);
            everyPaperIsWholeOrNotThere();
        }
        assertThat(acknowledged).isNotEmpty();
        begun.forEach((id, bytes) -> assertThat(goesOn(id, bytes)).as(id).isEqualTo(201));
        begun.keySet().forEach(this::becomesReadable);
        assertThat(files("uploads")).as("pieces of uploads that nobody needs").isEmpty();
        nothingStaysIncoming();
        bytesThatNobodyRefersToGoWhenItStarts();
    }

    private void bytesThatNobodyRefersToGoWhenItStarts() throws Exception {
        server.close();
        var known = knownNames();
        var kept = kept();
        assertThat(kept).as("what records refer to").containsAll(originals());
        LOG.info(
                "{} files are kept, {} of them nobody refers to",
                kept.size(),
                minus(kept, known).size());
        var orphan = Files.createDirectories(data.resolve("papers/aa")).resolve("aa".repeat(32));
        Files.write(orphan, new byte[] {1});
        server = server.again();
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!minus(kept(), known).isEmpty()) {
            assertThat(System.nanoTime())
                    .as("nobody refers to " + minus(kept(), known))
                    .isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(orphan).doesNotExist();
        assertThat(kept()).containsAll(minus(kept, minus(kept, known)));
    }

    private Set<String> originals() {
        return begun.values().stream().map(bytes -> Sha256.of(bytes).hex()).collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }

    /** Names of all bytes in the directory of papers. */
    private Set<String> kept() throws IOException {
        try (var all = Files.walk(data.resolve("papers"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .collect(Collectors.toSet());
        }
    }

    /** All that looks like a name in all that the store has, but for what tells of the past. */
    private Set<String> knownNames() {
        try (var store = EmbeddedStore.open(data.resolve("store"));
                var mongo = Mongo.open(store.connectionString())) {
            return Stream.of("papers", "drafts", "renditions", "conversions", "officeFiles", "minutes", "recordings")
                    .flatMap(
                            name -> Publishers.all(mongo.collection(name).find().limit(100_000)).await().stream())
                    .flatMap(document -> NAME.matcher(document.toJson()).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }

    private void killedWhileUploading(int kill) throws InterruptedException {
        var uploaders = IntStream.range(0, UPLOADERS)
                .mapToObj(n -> Thread.ofVirtual().start(() -> upload("f8-" + kill + "-" + n, new Random(SEED + n))))
                .toList();
        LockSupport.parkNanos(Duration.ofMillis(400 + random.nextInt(1_500)).toNanos());
        server.kill9();
        for (var uploader : uploaders) {
            uploader.join();
        }
    }

    /** One paper after the other, in one request or in pieces, until the server is gone. */
    private void upload(String name, Random chance) {
        try {
            for (var n = 1; ; n++) {
                var id = name + "-" + n;
                var bytes = paper(id, 20_000 + chance.nextInt(400_000));
                begun.put(id, bytes);
                var status = chance.nextBoolean() ? whole(id, bytes) : inPieces(id, bytes, chance);
                assertThat(status).as(id).isEqualTo(201);
                acknowledged.put(id, true);
            }
        } catch (UncheckedIOException gone) {
            LOG.debug("{}: {}", name, gone.getMessage());
        }
    }

    private int whole(String id, byte[] bytes) {
        var query = "?itemId=nq1&kind=ANNEX&title=" + id + "&fileName=" + id + ".pdf";
        return put("/papers/" + id + query, "application/pdf", bytes).statusCode();
    }

    private int inPieces(String id, byte[] bytes, Random chance) {
        var cut = 1 + chance.nextInt(bytes.length - 1);
        assertThat(piece(id, bytes, 0, cut)).isEqualTo(200);
        assertThat(piece(id, bytes, cut, bytes.length)).isEqualTo(200);
        return ofPieces(id);
    }

    private int piece(String id, byte[] bytes, int from, int to) {
        var part = Arrays.copyOfRange(bytes, from, to);
        return put("/uploads/" + id + "?offset=" + from, "application/octet-stream", part)
                .statusCode();
    }

    private int ofPieces(String id) {
        var query = "?itemId=nq1&kind=ANNEX&title=" + id + "&fileName=" + id + ".pdf&upload=" + id;
        return put("/papers/" + id + query, "application/pdf", new byte[0]).statusCode();
    }

    /** What was begun in pieces at its last byte; all else from the beginning, what is there already too. */
    private int goesOn(String id, byte[] bytes) {
        var there = Json.tree(send(request("/uploads/" + id).GET()).body())
                .path("bytes")
                .asInt();
        if (there == 0) {
            return whole(id, bytes);
        }
        if (there < bytes.length) {
            assertThat(piece(id, bytes, there, bytes.length)).isEqualTo(200);
        }
        return ofPieces(id);
    }

    private void everyPaperIsWholeOrNotThere() {
        begun.forEach((id, bytes) -> {
            var answer =
                    send(request("/papers/" + id + "/content?copy=original").GET());
            if (acknowledged.containsKey(id) || answer.statusCode() == 200) {
                assertThat(answer.statusCode()).as(id).isEqualTo(200);
                assertThat(answer.body()).as(id).isEqualTo(bytes);
            } else {
                assertThat(answer.statusCode()).as(id).isEqualTo(404);
            }
        });
    }

    private void becomesReadable(String id) {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!readable(id)) {
            assertThat(System.nanoTime()).as(id + " is not readable").isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Of other papers copies are still made and stored: each is there for a moment, none stays. */
    private void nothingStaysIncoming() throws IOException {
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        for (var there = files("papers/incoming"); !there.isEmpty(); there = files("papers/incoming")) {
            assertThat(System.nanoTime()).as("these stay: " + there).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private boolean readable(String id) {
        var pages = send(request("/papers/" + id + "/pages").GET());
        return pages.statusCode() == 200
                && Json.tree(pages.body()).path("pages").size() == 1;
    }

    private List<Path> files(String directory) throws IOException {
        var path = data.resolve(directory);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var all = Files.list(path)) {
            return all.toList();
        }
    }

    private HttpResponse<byte[]> put(String path, String type, byte[] bytes) {
        return send(request(path)
                .header("Content-Type", type)
                .PUT(
                        bytes.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + SESSION + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A page, and so many bytes that cannot be pressed together. */
    private static byte[] paper(String id, int size) {
        var filling = new byte[size];
        new Random(id.hashCode()).nextBytes(filling);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(filling);
            document.getDocumentCatalog().setMetadata(metadata);
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
