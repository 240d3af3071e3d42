package plenum.server.documents;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.office.Converter;
import plenum.server.platform.BlobSweep;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.platform.Publishers;
import plenum.server.platform.Sha256;
import plenum.server.renditions.PageImages;
import plenum.server.renditions.RenditionStore;
import plenum.server.renditions.Renditions;
import plenum.server.renditions.Stamps;
import plenum.server.testkit.Council;
import plenum.server.testkit.HandClock;
import plenum.server.testkit.House;

/** A house with the desk of papers: real store, real files, real child processes, real sockets. */
final class PaperHouse implements AutoCloseable {
    static final long MOST_BYTES = 4L << 20;
    private static final List<String> OPERATIONS = List.of(
            "uploadPaper",
            "officeFiles",
            "unfinishedPapers",
            "officeFile",
            "dropOfficeFile",
            "replacePaper",
            "uploadOffset",
            "uploadPart",
            "dropUpload",
            "paperContent",
            "paperPages",
            "paperText",
            "paperThumbnail",
            "paperImage",
            "noteOpening",
            "ownOpenings",
            "openingCounts",
            "paperReaders");
    final House house;
    final Council council;
    private final Map<String, Operation> desk = new HashMap<>();
    private final Path directory;
    private final DirectoryBlobStore blobs;
    private final PdfCheck check = new PdfCheck();
    final Renditions renditions;
    final Stamps stamps;
    private final PageImages images;
    /** What is written beside readers' names. */
    final HandClock hour = new HandClock();

    final Openings openings;

    PaperHouse() throws IOException {
        this(Optional.empty());
    }

    /** @param converter of office files */
    PaperHouse(Optional<Converter> converter) throws IOException {
        house = new House(OPERATIONS.stream()
                .collect(Collectors.toMap(name -> name, name -> request -> asked(name, request))));
        council = new Council(house);
        directory = Files.createTempDirectory("plenum-papers");
        blobs = DirectoryBlobStore.open(directory);
        check.warm();
        renditions = new Renditions(new RenditionStore(house.store.mongo()), blobs);
        var intake = new Intake(blobs, check, house.store.mongo(), converter, house.clock);
        var papers = new PaperDesk(
                council.lanes,
                blobs,
                new PaperStore(house.store.mongo()),
                intake,
                house.audit,
                house.clock,
                MOST_BYTES);
        stamps = Stamps.open(directory.resolve("stamps"), 64L << 20);
        var watermarks = new Watermarks(stamps, person -> "Lò Văn " + person, hour);
        var parts = UploadParts.open(directory.resolve("uploads"), MOST_BYTES);
        desk.putAll(new UploadRoutes(parts).operations());
        desk.putAll(new PaperRoutes(papers, new Copies(renditions, watermarks), parts).operations());
        desk.putAll(new OfficeRoutes(intake, house.audit).operations());
        images = PageImages.open(directory.resolve("page-images"), 64L << 20, renditions, blobs);
        desk.putAll(new RenditionRoutes(papers, renditions, images).operations());
        openings = new Openings(house.store.mongo());
        desk.putAll(new OpeningRoutes(new OpeningDesk(council.lanes, papers, openings, house.clock)).operations());
    }

    /** In a published session with the item {@code ns} and the hidden item {@code kin}. */
    static PaperHouse inSession() throws IOException {
        var papers = inDraft();
        papers.council.published();
        return papers;
    }

    /** The same session before it is published. */
    static PaperHouse inDraft() throws IOException {
        var papers = new PaperHouse();
        papers.council
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), papers.council.now())
                .item("ns", "Ngân sách", false)
                .item("kin", "Nhân sự", true);
        return papers;
    }

    HttpResponse<String> dropUpload(String person, String upload) {
        return house.as(person, "DELETE", "/api/sessions/" + Council.SESSION + "/uploads/" + upload, "");
    }

    /** Sweeps as the server does. @return how many files were removed that nothing refers to */
    int sweep(Instant limit) throws IOException {
        var mongo = house.store.mongo();
        try (var sweep = new BlobSweep(blobs, mongo, renditions::forget, InstantSource.system())) {
            return sweep.sweep(limit);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Optional<Path> bytes(byte[] file) {
        return bytes(Sha256.of(file));
    }

    Optional<Path> bytes(Sha256 name) {
        return blobs.find(name);
    }

    /** Keeps bytes that nobody refers to. */
    void keepAlone(byte[] file) throws IOException {
        var unused = blobs.put(new ByteArrayInputStream(file));
    }

    /** As after a fall just before the record of the upload. */
    void forgetRecord(String paper) {
        var record = new Document("_id", Council.SESSION + ":" + paper);
        var unused = Publishers.first(house.store.mongo().collection("papers").deleteOne(record))
                .await();
    }

    private Object asked(String operation, Request request) throws Exception {
        return Objects.requireNonNull(desk.get(operation)).answer(request);
    }

    static String path(String session, String paper) {
        return "/api/sessions/" + session + "/papers/" + paper;
    }

    static String query(String item, String fileName) {
        return "?itemId=" + item + "&kind=SUBMISSION&title=" + escaped("Tờ trình về đất đai") + "&number="
                + escaped("125/TTr-UBND") + "&fileName=" + escaped(fileName);
    }

    private static String escaped(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    HttpResponse<String> upload(String person, String paper, String item, byte[] file) {
        return upload(person, paper, item, HttpRequest.BodyPublishers.ofByteArray(file));
    }

    HttpResponse<String> upload(String person, String paper, String item, BodyPublisher body) {
        return uploadTo(Council.SESSION.value(), person, paper, item, body);
    }

    HttpResponse<String> uploadTo(String session, String person, String paper, String item, BodyPublisher body) {
        var request = HttpRequest.newBuilder(house.uri(path(session, paper) + query(item, "Tờ trình.pdf")))
                .PUT(body)
                .header("Authorization", "Bearer " + house.token(person))
                .header("Content-Type", "application/pdf")
                .timeout(Duration.ofSeconds(40))
                .build();
        return sent(request, HttpResponse.BodyHandlers.ofString());
    }

    /** @param reach as JSON; empty: not said */
    HttpResponse<String> upload(String person, String paper, String item, String reach, byte[] file) {
        var query = query(item, "Tờ trình.pdf") + (reach.isEmpty() ? "" : "&reach=" + escaped(reach));
        return put(person, path(Council.SESSION.value(), paper) + query, file);
    }

    HttpResponse<String> replace(String person, String paper, int version, byte[] file) {
        return put(person, path(Council.SESSION.value(), paper) + "/versions/" + version + "?fileName=moi.pdf", file);
    }

    private HttpResponse<String> put(String person, String target, byte[] file) {
        var request = HttpRequest.newBuilder(house.uri(target))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                .header("Authorization", "Bearer " + house.token(person))
                .header("Content-Type", "application/pdf")
                .timeout(Duration.ofSeconds(40))
                .build();
        return sent(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> piece(String person, String upload, long offset, byte[] bytes) {
        var target = "/api/sessions/" + Council.SESSION + "/uploads/" + upload + "?offset=" + offset;
        return put(person, target, bytes);
    }

    HttpResponse<String> attachUploaded(String person, String paper, String item, String upload) {
        return put(
                person,
                path(Council.SESSION.value(), paper) + query(item, "Tờ trình.pdf") + "&upload=" + upload,
                new byte[0]);
    }

    HttpResponse<String> uploadOffice(String person, String paper, String name, byte[] file) {
        return put(person, path(Council.SESSION.value(), paper) + query("ns", name), file);
    }

    HttpResponse<String> replaceByOffice(String person, String paper, int version, String name, byte[] file) {
        var query = "?fileName=" + escaped(name);
        return put(person, path(Council.SESSION.value(), paper) + "/versions/" + version + query, file);
    }

    HttpResponse<String> convertKept(String person, String paper) {
        return put(
                person,
                path(Council.SESSION.value(), paper) + query("ns", "Tờ trình.docx") + "&kept=true",
                new byte[0]);
    }

    HttpResponse<byte[]> officeFile(String person, String paper, int version) {
        var request = HttpRequest.newBuilder(house.uri(officePath(paper, version)))
                .header("Authorization", "Bearer " + house.token(person));
        return sent(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> dropOfficeFile(String person, String paper, int version) {
        return house.as(person, "DELETE", officePath(paper, version), "");
    }

    private static String officePath(String paper, int version) {
        return "/api/sessions/" + Council.SESSION + "/office-files/" + paper + "/" + version;
    }

    HttpResponse<byte[]> version(String person, String paper, int version) {
        var target = path(Council.SESSION.value(), paper) + "/content?version=" + version;
        var request =
                HttpRequest.newBuilder(house.uri(target)).header("Authorization", "Bearer " + house.token(person));
        return sent(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> bytes(String person, String below) {
        var target = "/api/sessions/" + Council.SESSION + below;
        var request =
                HttpRequest.newBuilder(house.uri(target)).header("Authorization", "Bearer " + house.token(person));
        return sent(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> opened(String person, String paper, int version) {
        return house.as(person, "PUT", path(Council.SESSION.value(), paper) + "/openings/" + version, "");
    }

    HttpResponse<String> openedAt(String person, String paper, int version, Instant at) {
        var target = path(Council.SESSION.value(), paper) + "/openings/" + version + "?openedAt=" + at.toEpochMilli();
        return house.as(person, "PUT", target, "");
    }

    Instant now() {
        return house.clock.instant();
    }

    String get(String person, String below) {
        return house.as(person, "GET", "/api/sessions/" + Council.SESSION + below, "")
                .body();
    }

    String state(String person, String audience) {
        return get(person, "/state?as=" + audience);
    }

    HttpResponse<byte[]> content(String person, String paper, String... headers) {
        return contentOf(Council.SESSION.value(), person, paper, headers);
    }

    HttpResponse<byte[]> contentOf(String session, String person, String paper, String... headers) {
        var request = HttpRequest.newBuilder(house.uri(path(session, paper) + "/content"))
                .header("Authorization", "Bearer " + house.token(person));
        if (headers.length > 0) {
            var unused = request.headers(headers);
        }
        return sent(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return house.client.send(request, handler);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String code(HttpResponse<String> answer) {
        return Json.tree(answer.body()).at("/code").asText();
    }

    /** All bytes on the disk, kept or on their way. */
    List<Path> files() {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void stopped(Renditions renditions) {
        try {
            renditions.close();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() throws IOException {
        council.close();
        house.close();
        check.close();
        stamps.close();
        images.close();
        stopped(renditions);
        blobs.close();
        try (var all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
