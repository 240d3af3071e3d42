package plenum.server.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperHouse.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.AgendaEvent;
import plenum.server.kernel.PaperId;
import plenum.server.platform.Json;
import plenum.server.platform.Sha256;
import plenum.server.testkit.Council;

final class PapersTest {
    private static final byte[] PDF = Pdfs.plain(3);
    private static PaperHouse papers;
    private static int tests;
    private List<Path> filesBefore;
    private long eventsBefore;
    /** A paper that only this test has. */
    private String id;

    @BeforeAll
    static void open() throws IOException {
        papers = PaperHouse.inSession();
    }

    @BeforeEach
    void begin() {
        id = "p" + ++tests;
        until(() -> !papers.renditions.busy());
        filesBefore = papers.files();
        eventsBefore = allEvents();
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
    }

    @Test
    void aPaperIsUploadedAttachedAndReadBackByteForByte() {
        var answer = papers.upload("secretary", id, "ns", PDF);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var view = Json.tree(answer.body());
        assertThat(view.at("/sha256").asText()).isEqualTo(Sha256.of(PDF).hex());
        assertThat(view.at("/pages").asInt()).isEqualTo(3);
        assertThat(view.at("/bytes").asInt()).isEqualTo(PDF.length);
        assertThat(view.at("/title").asText()).isEqualTo("Tờ trình về đất đai");
        assertThat(view.at("/number").asText()).isEqualTo("125/TTr-UBND");
        assertThat(papers.content("delegate", id).body()).isEqualTo(PDF);
        assertThat(events()).isEqualTo(1);
        assertThat(papers.house.audit.newest(5))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("papers.uploaded"));
    }

    @Test
    void theSameUploadTwiceIsOnePaper() {
        var first = papers.upload("secretary", id, "ns", PDF);
        var second = papers.upload("secretary", id, "ns", PDF);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(events()).isEqualTo(1);
        assertThat(papers.files()).hasSizeLessThanOrEqualTo(filesBefore.size() + 1);
    }

    @Test
    void twoUploadsOfTheSamePaperAtOnceAreOnePaper() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> upload = () -> papers.upload("secretary", id, "ns", PDF);
            var token = papers.house.token("secretary");
            assertThat(token).isNotEmpty();
            var answers = threads.invokeAll(List.of(upload, upload, upload, upload));
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
        assertThat(events()).isEqualTo(1);
        assertThat(papers.files()).hasSizeLessThanOrEqualTo(filesBefore.size() + 1);
    }

    @Test
    void twoFilesAtOnceUnderTheSameIdLeaveOneAndRefuseTheOther() throws Exception {
        var token = papers.house.token("secretary");
        assertThat(token).isNotEmpty();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(
                    () -> papers.upload("secretary", id, "ns", PDF).statusCode());
            var other = threads.submit(
                    () -> papers.upload("secretary", id, "ns", Pdfs.plain(5)).statusCode());
            assertThat(Stream.of(one.get(), other.get()).sorted()).containsExactly(201, 409);
        }
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void anIdKeepsItsBytesAlsoAfterThePaperWasDetached() throws IOException {
        try (var draft = PaperHouse.inDraft()) {
            assertThat(draft.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
            draft.council.must(Council.SECRETARY, new AgendaCommand.DetachPaper(new PaperId(id)));
            assertThat(draft.content("secretary", id).statusCode()).isEqualTo(404);
            var other = draft.upload("secretary", id, "ns", Pdfs.plain(5));
            assertThat(other.statusCode()).isEqualTo(409);
            assertThat(code(other)).isEqualTo("papers:other-bytes");
            assertThat(draft.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
            assertThat(draft.content("secretary", id).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadFileIsRefusedAndLeavesNothing(String what, int status, String code, byte[] file) {
        var answer = papers.upload("secretary", id, "ns", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        nothingRemains();
    }

    static Stream<Arguments> aBadFileIsRefusedAndLeavesNothing() {
        return Stream.of(
                Arguments.of("0 bytes", 422, "papers:empty", new byte[0]),
                Arguments.of("a picture", 415, "papers:not-a-pdf", "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1)),
                Arguments.of("half a file", 422, "papers:damaged", Arrays.copyOf(PDF, PDF.length / 2)),
                Arguments.of("needs a password", 422, "papers:encrypted", Pdfs.encrypted("secret")),
                Arguments.of(
                        "a script",
                        422,
                        "papers:active-content",
                        Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, Pdfs.action("JavaScript")))),
                Arguments.of("5 MB of 4", 413, "papers:too-large", new byte[5 << 20]));
    }

    @Test
    void anUploadThatDoesNotSayItsLengthIsStoppedAtTheLimit() {
        var endless =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(int) PaperHouse.MOST_BYTES + 1]));
        var answer = papers.upload("secretary", id, "ns", endless);
        assertThat(answer.statusCode()).isEqualTo(413);
        nothingRemains();
    }

    @Test
    void threeHundredMegabytesAreRefusedWhenTheyAreAnnounced() throws IOException {
        try (var socket = raw(id, 300_000_000)) {
            socket.getOutputStream().write(new byte[100_000]);
            var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
        nothingRemains();
    }

    @Test
    void aClientThatLeavesInTheMiddleLeavesNothing() throws IOException {
        try (var socket = raw(id, PDF.length)) {
            socket.getOutputStream().write(PDF, 0, PDF.length / 2);
            socket.getOutputStream().flush();
            until(() -> papers.files().size() > filesBefore.size());
        }
        until(() -> papers.files().size() == filesBefore.size());
        nothingRemains();
    }

    @Test
    void aBombIsAnsweredAndTheServerLives() {
        var answer = papers.upload("secretary", "bomb", "ns", Pdfs.crossReferenceBomb(512L << 20));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(papers.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"delegate,403", "chair,403", "guest,403", "screen,403", "neighbour,404"})
    void onlyTheSecretaryOfTheBodyUploads(String person, int status) {
        assertThat(papers.upload(person, id, "ns", PDF).statusCode()).isEqualTo(status);
        nothingRemains();
    }

    @Test
    void anItemThatDoesNotExistGetsNoPaper() {
        var answer = papers.upload("secretary", id, "nowhere", PDF);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("agenda:no-such-item");
        nothingRemains();
    }

    @Test
    void aPaperOfAHiddenItemDoesNotExistForDelegatesAndGuests() {
        assertThat(papers.upload("secretary", id, "kin", PDF).statusCode()).isEqualTo(201);
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(200);
        assertThat(papers.content("chair", id).statusCode()).isEqualTo(200);
        for (var person : new String[] {"delegate", "guest"}) {
            var hidden = papers.content(person, id);
            assertThat(hidden.statusCode()).isEqualTo(404);
            var missing = papers.content(person, "nothing");
            assertThat(withoutIds(hidden)).isEqualTo(withoutIds(missing));
        }
    }

    @ParameterizedTest
    @CsvSource({"secretary,200", "chair,200", "delegate,200", "guest,200", "screen,404", "neighbour,404"})
    void aPaperOfAPublishedSessionIsReadByItsBodyAndItsGuests(String person, int status) {
        assertThat(papers.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
        assertThat(papers.content(person, id).statusCode()).isEqualTo(status);
    }

    @Test
    void aPaperOfADraftIsReadByControlOnly() {
        var house = papers.house;
        var draft = """
                {"sessionId":"du-thao","bodyId":"hdnd-11","title":"Kỳ họp chuyên đề","number":9,"kind":"THEMATIC"}""";
        assertThat(house.as("secretary", "POST", "/api/sessions", draft).statusCode())
                .isEqualTo(201);
        var item = """
                {"id":"c1","name":"agenda.add-item","data":{"itemId":"i1","index":0,"title":"Ngân sách","kind":"REPORT","hidden":false}}""";
        assertThat(house.as("secretary", "POST", "/api/sessions/du-thao/commands", item)
                        .statusCode())
                .isEqualTo(200);
        assertThat(papers.uploadTo("du-thao", "secretary", id, "i1", BodyPublishers.ofByteArray(PDF))
                        .statusCode())
                .isEqualTo(201);
        assertThat(papers.contentOf("du-thao", "chair", id).statusCode()).isEqualTo(200);
        assertThat(papers.contentOf("du-thao", "delegate", id).statusCode()).isEqualTo(404);
        assertThat(papers.contentOf("du-thao", "guest", id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=100-, 100, -1", "bytes=-20, -20, -1"})
    void aRangeIsSentAlone(String range, int from, int length) {
        assertThat(papers.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
        var start = from < 0 ? PDF.length + from : from;
        var end = length < 0 ? PDF.length : start + length;
        var answer = papers.content("delegate", id, "Range", range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(PDF, start, end));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + start + "-" + (end - 1) + "/" + PDF.length);
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(end - start));
    }

    @Test
    void rangesAndTagsFollowTheRules() {
        assertThat(papers.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
        var tag = '"' + Sha256.of(PDF).hex() + '"';
        var behind = papers.content("delegate", id, "Range", "bytes=" + PDF.length + "-");
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(header(behind, "Content-Range")).isEqualTo("bytes */" + PDF.length);
        assertThat(papers.content("delegate", id, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(papers.content("delegate", id, "If-None-Match", "\"x\"").statusCode())
                .isEqualTo(200);
        assertThat(papers.content("delegate", id, "Range", "bytes=0-1", "If-Range", tag)
                        .statusCode())
                .isEqualTo(206);
        assertThat(papers.content("delegate", id, "Range", "bytes=0-1", "If-Range", "\"x\"")
                        .body())
                .isEqualTo(PDF);
        assertThat(papers.content("delegate", id, "Range", "bytes=0-1,4-5").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theAnswerSaysHowThePaperMayBeUsed() {
        assertThat(papers.upload("secretary", id, "ns", PDF).statusCode()).isEqualTo(201);
        var answer = papers.content("delegate", id);
        assertThat(header(answer, "ETag")).isEqualTo('"' + Sha256.of(PDF).hex() + '"');
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox;");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("inline; filename=\"To trinh.pdf\"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh.pdf");
    }

    private Socket raw(String paper, long length) throws IOException {
        var socket = new Socket("127.0.0.1", papers.house.port());
        var head = "PUT " + PaperHouse.path("ky-hop-3", paper) + PaperHouse.query("ns", "a.pdf")
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/pdf\r\nAuthorization: Bearer "
                + papers.house.token("secretary") + "\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        return socket;
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("60 s have passed").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void nothingRemains() {
        assertThat(papers.files()).containsExactlyInAnyOrderElementsOf(filesBefore);
        assertThat(events()).isZero();
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(404);
    }

    private long events() {
        return allEvents() - eventsBefore;
    }

    private static long allEvents() {
        return papers.council.journal.read(Council.SESSION, 0, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.event() instanceof AgendaEvent.PaperAttached)
                .count();
    }

    private static String withoutIds(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8)
                .replaceAll("\"requestId\":\"[0-9a-f]+\"", "")
                .replaceAll("paper (p[0-9]+|nothing)", "");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
