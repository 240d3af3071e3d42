package plenum.server.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import plenum.server.documents.Copies;
import plenum.server.documents.Intake;
import plenum.server.documents.OfficeRoutes;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperRoutes;
import plenum.server.documents.PaperStore;
import plenum.server.documents.PdfCheck;
import plenum.server.documents.UploadParts;
import plenum.server.documents.Watermarks;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.office.Converter;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.platform.Sha256;
import plenum.server.renditions.RenditionStore;
import plenum.server.renditions.Renditions;
import plenum.server.renditions.Stamps;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

/**
 * A house with a session that nobody but its secretary knows of yet, and two units that can be asked for papers: real
 * store, real files, real child processes, real sockets.
 */
final class DraftHouse implements AutoCloseable {
    static final String FINANCE = "so-tc";
    static final String HEALTH = "so-yt";
    static final String AT = "/api/sessions/" + Council.SESSION;
    private static final long MOST_BYTES = 4L << 20;
    private static final List<String> OPERATIONS = List.of(
            "ownPreparation",
            "preparation",
            "assignPreparation",
            "dropAssignment",
            "publishDraft",
            "saveDraft",
            "editDraft",
            "dropDraft",
            "moveDraft",
            "draftContent",
            "draftOfficeFile",
            "dropDraftOfficeFile",
            "officeFile",
            "draftUploadOffset",
            "draftUploadPart",
            "dropDraftUpload",
            "paperContent");
    final House house;
    final Council council;
    final DraftStore store;
    private final Map<String, Operation> desk = new HashMap<>();
    private final Path directory = Files.createTempDirectory("plenum-drafts");
    private final DirectoryBlobStore blobs = DirectoryBlobStore.open(directory.resolve("papers"));
    private final PdfCheck check = new PdfCheck();
    private final Renditions renditions;
    private final Stamps stamps;
    final PaperDesk papers;

    DraftHouse() throws IOException {
        this(Optional.empty());
    }

    /** @param converter empty: no office file becomes a PDF */
    DraftHouse(Optional<Converter> converter) throws IOException {
        house = new House(OPERATIONS.stream()
                .collect(Collectors.toMap(name -> name, name -> request -> asked(name, request))));
        house.staffed(FINANCE, "Sở Tài chính");
        house.staffed(HEALTH, "Sở Y tế");
        council = new Council(house);
        store = new DraftStore(house.store.mongo());
        renditions = new Renditions(new RenditionStore(house.store.mongo()), blobs);
        var intake = new Intake(blobs, check, house.store.mongo(), converter, house.clock);
        papers = new PaperDesk(
                council.lanes,
                blobs,
                new PaperStore(house.store.mongo()),
                intake,
                house.audit,
                house.clock,
                MOST_BYTES);
        desk.putAll(new OfficeRoutes(intake, house.audit).operations());
        var parts = UploadParts.open(directory.resolve("uploads"), MOST_BYTES);
        stamps = Stamps.open(directory.resolve("stamps"), MOST_BYTES);
        var watermarks = new Watermarks(stamps, person -> person.value(), house.clock);
        desk.putAll(new PaperRoutes(papers, new Copies(renditions, watermarks), parts).operations());
        desk.putAll(new DraftRoutes(
                        council.lanes, papers, house.identity.unitDesk(), store, parts, house.audit, house.clock)
                .operations());
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), council.now())
                .item("ns", "Ngân sách", false)
                .item("dt", "Đầu tư", false);
    }

    private Object asked(String operation, Request request) throws Exception {
        return Objects.requireNonNull(desk.get(operation)).answer(request);
    }

    HttpResponse<String> assign(String person, String item, String unit, LocalDate due) {
        return house.as(
                person,
                "PUT",
                AT + "/preparation/" + item + "/" + unit,
                "{\"due\":\"" + due + "\",\"note\":\"Ký số\"}");
    }

    LocalDate today() {
        return house.identity.unitDesk().today();
    }

    /** A new draft of a unit for an item, as the form would send it. @param more of the query, begins with & */
    HttpResponse<String> save(String person, String draft, String item, String unit, byte[] file, String more) {
        var query = "?itemId=" + item + "&unitId=" + unit + "&kind=SUBMISSION&title=" + escaped("Tờ trình " + draft)
                + "&issuer=" + escaped("Sở Tài chính") + "&fileName=" + escaped("Tờ trình.pdf") + more;
        return put(person, AT + "/drafts/" + draft + query, "application/pdf", file);
    }

    /** The same, of an office file. */
    HttpResponse<String> saveOffice(String person, String draft, String name, byte[] file, String more) {
        var query = "?itemId=ns&unitId=" + FINANCE + "&kind=SUBMISSION&title=" + escaped("Tờ trình " + draft)
                + "&issuer=" + escaped("Sở Tài chính") + "&fileName=" + escaped(name) + more;
        return put(person, AT + "/drafts/" + draft + query, "application/octet-stream", file);
    }

    HttpResponse<byte[]> officeFile(String person, String draft, byte[] file) {
        return bytes(person, AT + "/drafts/" + draft + "/office-files/" + sha256(file));
    }

    HttpResponse<String> dropOfficeFile(String person, String draft, byte[] file) {
        return house.as(person, "DELETE", AT + "/drafts/" + draft + "/office-files/" + sha256(file), "");
    }

    HttpResponse<byte[]> bytes(String person, String path) {
        var request = HttpRequest.newBuilder(house.uri(path))
                .header("Authorization", "Bearer " + house.token(person))
                .timeout(Duration.ofSeconds(40))
                .build();
        try {
            return house.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String sha256(byte[] file) {
        return Sha256.of(file).hex();
    }

    HttpResponse<String> piece(String person, String upload, long offset, byte[] bytes) {
        return put(person, AT + "/draft-uploads/" + upload + "?offset=" + offset, "application/octet-stream", bytes);
    }

    private HttpResponse<String> put(String person, String target, String type, byte[] bytes) {
        var request = HttpRequest.newBuilder(house.uri(target))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .header("Authorization", "Bearer " + house.token(person))
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(40))
                .build();
        try {
            return house.client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String escaped(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    HttpResponse<String> move(String person, String draft, String step, int revision, String reason) {
        var body = Json.text(
                reason.isEmpty()
                        ? Map.of("step", step, "revision", revision)
                        : Map.of("step", step, "revision", revision, "reason", reason));
        return house.as(person, "POST", AT + "/drafts/" + draft + "/steps", body);
    }

    HttpResponse<String> publish(String draft, int revision, String more) {
        return house.as(
                "secretary",
                "POST",
                AT + "/drafts/" + draft + "/publication",
                "{\"revision\":" + revision + ",\"itemId\":\"ns\"" + more + "}");
    }

    HttpResponse<String> content(String person, String draft) {
        return house.as(person, "GET", AT + "/drafts/" + draft + "/content", "");
    }

    JsonNode board() {
        return Json.tree(house.as("secretary", "GET", AT + "/preparation", "").body());
    }

    JsonNode own(String person) {
        return Json.tree(house.as(person, "GET", "/api/preparation", "").body());
    }

    /** A small PDF; another one for each number of pages. */
    static byte[] pdf(int pages) {
        try (var document = new PDDocument()) {
            for (var at = 0; at < pages; at++) {
                document.addPage(new PDPage());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() throws Exception {
        council.close();
        house.close();
        check.close();
        renditions.close();
        stamps.close();
        blobs.close();
        try (var all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
