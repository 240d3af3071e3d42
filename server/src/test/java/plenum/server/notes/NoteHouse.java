package plenum.server.notes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.documents.FileName;
import plenum.server.documents.Intake;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperStore;
import plenum.server.documents.PaperWish;
import plenum.server.documents.PdfCheck;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

/** A house with a published session, one paper everyone reads, one that is hidden, and the desk of notes. */
final class NoteHouse implements AutoCloseable {
    static final String NOTES = "/api/sessions/" + Council.SESSION + "/notes";
    static final String SHA = "a".repeat(64);
    final House house;
    final Council council;
    final NoteStore store;
    private final Map<String, Operation> desk = new HashMap<>();
    private final Path directory = Files.createTempDirectory("plenum-notes");
    private final DirectoryBlobStore blobs = DirectoryBlobStore.open(directory);
    private final PdfCheck check = new PdfCheck();

    NoteHouse() throws IOException {
        house = new House(Map.of(
                "notes", request -> asked("notes", request),
                "writeNotes", request -> asked("writeNotes", request),
                "sharedNotes", request -> asked("sharedNotes", request)));
        council = new Council(house);
        store = new NoteStore(house.store.mongo());
        var intake = new Intake(blobs, check, house.store.mongo(), Optional.empty(), house.clock);
        var papers = new PaperDesk(
                council.lanes, blobs, new PaperStore(house.store.mongo()), intake, house.audit, house.clock, 4L << 20);
        desk.putAll(new NoteRoutes(new NoteDesk(council.lanes, store, papers::permitReading)).operations());
        council.planned("sang", "Phiên sáng", java.time.LocalDate.of(2026, 12, 9), council.now());
        council.item("open", "Nội dung công khai", false).item("secret", "Nội dung chưa công bố", true);
        attach(papers, "p-open", "open");
        attach(papers, "p-secret", "secret");
        council.published();
    }

    private static void attach(PaperDesk papers, String paper, String item) throws IOException {
        var wish = new PaperWish(
                new PaperId(paper),
                new ItemId(item),
                new PaperFacts("Tờ trình", PaperKind.SUBMISSION, null),
                Reach.EVERYONE,
                FileName.of("to-trinh.pdf"),
                null,
                "");
        var pdf = pdf();
        var unused = papers.attach(Council.SECRETARY, Council.SESSION, wish, () -> new ByteArrayInputStream(pdf));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private Object asked(String operation, Request request) throws Exception {
        return Objects.requireNonNull(desk.get(operation)).answer(request);
    }

    /** A delegate of the session with an account: {@code d4}. */
    String delegate(int n) {
        return house.newDelegate("d" + n);
    }

    static Mark note(String id, String paper, long ms, String text) {
        return note(id, paper, ms, text, null);
    }

    static Mark note(
            String id, String paper, long ms, String text, @org.jspecify.annotations.Nullable Sharing sharing) {
        var data = new MarkData(null, null, null, null, null, null, null, List.of(100, 200), null, text, null);
        return new Mark(id, MarkKind.NOTE, new PaperId(paper), SHA, 1, hlc(ms), false, data, sharing, null, null, null);
    }

    static Mark erased(Mark mark, long ms) {
        return new Mark(
                mark.markId(),
                mark.kind(),
                mark.paperId(),
                mark.sha256(),
                mark.page(),
                hlc(ms),
                true,
                null,
                null,
                null,
                null,
                null);
    }

    /** The text changed on that tablet, which had seen these states. */
    static Mark edited(Mark mark, String tablet, long ms, String text, Mark... seen) {
        var data = new MarkData(null, null, null, null, null, null, null, List.of(100, 200), null, text, null);
        return new Mark(
                mark.markId(),
                mark.kind(),
                mark.paperId(),
                mark.sha256(),
                mark.page(),
                "%013d-0000-0000000%s".formatted(ms, tablet),
                false,
                data,
                mark.sharing(),
                mark.sharedAt(),
                Stream.of(seen).map(Mark::hlc).toList(),
                null);
    }

    /** Who sees it was chosen at that time. */
    static Mark shared(Mark mark, @org.jspecify.annotations.Nullable Sharing sharing, long ms) {
        return new Mark(
                mark.markId(),
                mark.kind(),
                mark.paperId(),
                mark.sha256(),
                mark.page(),
                mark.hlc(),
                false,
                mark.data(),
                sharing,
                hlc(ms),
                mark.seen(),
                null);
    }

    static String hlc(long ms) {
        return "%013d-0000-00000001".formatted(ms);
    }

    Written write(String person, Mark... marks) {
        var answer = house.as(person, "POST", NOTES, Json.text(Map.of("marks", List.of(marks))));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return Json.read(answer.body(), Written.class);
    }

    Changes changes(String person, long since) {
        return Json.read(house.as(person, "GET", NOTES + "?since=" + since, "").body(), Changes.class);
    }

    SharedMarks shared(String person) {
        return Json.read(house.as(person, "GET", NOTES + "/shared", "").body(), SharedMarks.class);
    }

    HttpResponse<String> raw(String person, String method, String json) {
        return house.as(person, method, NOTES, json);
    }

    @Override
    public void close() throws IOException {
        council.close();
        house.close();
        check.close();
        blobs.close();
        try (var all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
