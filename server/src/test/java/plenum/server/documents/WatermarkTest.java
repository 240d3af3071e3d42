package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperHouse.code;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.platform.Json;
import plenum.server.renditions.Scans;
import plenum.server.testkit.Council;

/** What units decide about their papers, and the reader's name on every page. */
final class WatermarkTest {
    private static final String MARKED = "{\"groups\":[],\"persons\":[],\"confidential\":false,\"watermark\":true}";
    private static final String CONFIDENTIAL = "{\"groups\":[],\"persons\":[],\"confidential\":true}";
    private static PaperHouse papers;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        papers = new PaperHouse();
        papers.council
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), papers.council.now())
                .item("ns", "Ngân sách", false)
                .published();
    }

    @BeforeEach
    void begin() {
        id = "w" + ++tests;
        decided(true, true);
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
    }

    @Test
    void everyReaderGetsTheOwnNameOnEveryPageAndNobodyElses() throws IOException {
        var file = Pdfs.plain(3);
        attached(MARKED, file);
        for (var person : List.of("delegate", "chair", "guest")) {
            var pages = pages(papers.content(person, id).body());
            assertThat(pages)
                    .hasSize(3)
                    .allSatisfy(page -> assertThat(page).contains("Lò Văn " + person + " · 08 giờ 08/12/2026"));
        }
        assertThat(pages(papers.content("delegate", id).body())).noneMatch(page -> page.contains("chair"));
        assertThat(papers.content("secretary", id).body()).isEqualTo(file);
    }

    @Test
    void thereIsNoWayToThePaperWithoutTheName() throws IOException {
        attached(MARKED, Pdfs.plain(2));
        for (var way : List.of(
                "/content", "/content?copy=original", "/content?version=1", "/content?version=1&copy=original")) {
            var got = papers.bytes("delegate", "/papers/" + id + way);
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(pages(got.body())).allSatisfy(page -> assertThat(page).contains("Lò Văn delegate"));
        }
        assertThat(papers.bytes("delegate", "/papers/" + id + "/thumbnails/1").statusCode())
                .isEqualTo(404);
        assertThat(papers.bytes("delegate", "/papers/" + id + "/images/1").statusCode())
                .isEqualTo(404);
        assertThat(papers.bytes("delegate", "/office-files/" + id + "/1").statusCode())
                .isEqualTo(403);
        assertThat(papers.replace("secretary", id, 2, Pdfs.plain(4)).statusCode())
                .isEqualTo(201);
        assertThat(pages(papers.version("delegate", id, 1).body()))
                .hasSize(2)
                .allSatisfy(page -> assertThat(page).contains("Lò Văn delegate"));
        assertThat(pages(papers.version("delegate", id, 2).body()))
                .hasSize(4)
                .allSatisfy(page -> assertThat(page).contains("Lò Văn delegate"));
    }

    @Test
    void theNameIsSeenAndLiesOnThePageHoweverItIsTurned() throws IOException {
        attached(MARKED, Pdfs.made(0, document -> {
            for (var turn : List.of(0, 90, 180, 270)) {
                var page = new PDPage(new PDRectangle(50, 70, 595, 842));
                page.setRotation(turn);
                document.addPage(page);
            }
        }));
        try (var document = Loader.loadPDF(papers.content("delegate", id).body())) {
            for (var page = 0; page < 4; page++) {
                var picture = new PDFRenderer(document).renderImage(page);
                var dark = new ArrayList<Integer>();
                for (var third = 0; third < 3; third++) {
                    var count = 0;
                    for (var y = third * picture.getHeight() / 3; y < (third + 1) * picture.getHeight() / 3; y++) {
                        for (var x = 0; x < picture.getWidth(); x++) {
                            count += (picture.getRGB(x, y) & 0xff) < 0xf8 ? 1 : 0;
                        }
                    }
                    dark.add(count);
                }
                assertThat(dark)
                        .as("page %d", page)
                        .allSatisfy(count -> assertThat(count).isGreaterThan(1_000));
            }
        }
    }

    @Test
    void aCopyIsFetchedInRangesAndGoesOnThroughTheHour() {
        attached(MARKED, Pdfs.plain(30));
        var whole = papers.content("delegate", id);
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        var first = papers.content("delegate", id, "Range", "bytes=0-999");
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(papers.content("delegate", id, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        papers.hour.pass(Duration.ofHours(1));
        var rest = papers.content("delegate", id, "Range", "bytes=1000-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(joined(first.body(), rest.body())).isEqualTo(whole.body());
        var next = papers.content("delegate", id, "If-None-Match", tag);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.headers().firstValue("ETag")).isNotEqualTo(tag);
        papers.hour.pass(Duration.ofHours(-1));
    }

    @Test
    void aSignedPaperIsReadAsACopyWithoutItsSignatureAndStaysWholeForTheSecretary() throws IOException {
        var signed = Scans.scan(2, 200, "/AcroForm << /SigFlags 3 /Fields [] >>", "/MediaBox [0 0 595 842]");
        attached(MARKED, signed);
        try (var document = Loader.loadPDF(papers.content("delegate", id).body())) {
            assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.ACRO_FORM))
                    .isFalse();
            assertThat(new PDFTextStripper().getText(document)).contains("Lò Văn delegate");
        }
        assertThat(papers.bytes("secretary", "/papers/" + id + "/content?copy=original")
                        .body())
                .isEqualTo(signed);
    }

    @Test
    void aPaperCanBeMarkedOnlyWhereTheUnitHasTheOption() {
        decided(false, true);
        var answer = papers.upload("secretary", id, "ns", MARKED, Pdfs.plain(1));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("papers:watermark-off");
        attached("", Pdfs.plain(1));
        assertThat(code(restricted(MARKED))).isEqualTo("papers:watermark-off");
        decided(true, true);
        assertThat(restricted(MARKED).statusCode()).isEqualTo(200);
        assertThat(papers.state("delegate", "delegate")).contains("\"watermark\":true");
    }

    @Test
    void aConfidentialPaperIsRefusedWhereTheUnitSaysSo() {
        attached(CONFIDENTIAL, Pdfs.plain(1));
        var recalled = papers.house.as(
                "secretary",
                "POST",
                "/api/sessions/" + Council.SESSION + "/commands",
                command("agenda.recall-paper", ",\"reason\":\"nhầm bản\""));
        assertThat(recalled.statusCode()).as(recalled.body()).isEqualTo(200);
        decided(true, false);
        var restore = papers.house.as(
                "secretary",
                "POST",
                "/api/sessions/" + Council.SESSION + "/commands",
                command("agenda.restore-paper", ",\"itemId\":\"ns\""));
        assertThat(code(restore)).isEqualTo("papers:confidential-refused");
        id = id + "b";
        assertThat(code(papers.upload("secretary", id, "ns", CONFIDENTIAL, Pdfs.plain(1))))
                .isEqualTo("papers:confidential-refused");
        attached("", Pdfs.plain(1));
        assertThat(code(restricted(CONFIDENTIAL))).isEqualTo("papers:confidential-refused");
        assertThat(papers.state("guest", "guest")).contains(id);
    }

    @Test
    void theOptionsAreForTheUnitsAdministratorsAndWrittenDown() {
        assertThat(options("unit-admin").statusCode()).isEqualTo(200);
        assertThat(options("secretary").statusCode()).isEqualTo(403);
        var other = papers.house.as("unit-admin", "PUT", "/api/units/12/paper-options", wish(true, true));
        assertThat(other.statusCode()).isEqualTo(404);
        var below = papers.house.as("unit-admin", "PUT", "/api/units/03127/paper-options", wish(true, false));
        assertThat(below.statusCode()).isEqualTo(200);
        assertThat(papers.house.audit.newest(3)).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("units.paper-options");
            assertThat(line.toString()).contains("03127");
        });
        var body = papers.house.as("secretary", "GET", "/api/bodies/hdnd-11/paper-options", "");
        assertThat(Json.tree(body.body()).at("/watermark").asBoolean()).isTrue();
    }

    private static HttpResponse<String> options(String person) {
        return papers.house.as(person, "GET", "/api/units/11/paper-options", "");
    }

    private static void decided(boolean watermark, boolean confidential) {
        var answer = papers.house.as("unit-admin", "PUT", "/api/units/11/paper-options", wish(watermark, confidential));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String wish(boolean watermark, boolean confidential) {
        return String.format(Locale.ROOT, "{\"watermark\":%b,\"confidential\":%b}", watermark, confidential);
    }

    private HttpResponse<String> restricted(String reach) {
        var data = "," + reach.substring(1, reach.length() - 1);
        return papers.house.as(
                "secretary",
                "POST",
                "/api/sessions/" + Council.SESSION + "/commands",
                command("agenda.restrict-paper", data));
    }

    private String command(String name, String more) {
        return "{\"id\":\"" + java.util.UUID.randomUUID() + "\",\"name\":\"" + name + "\",\"data\":{\"paperId\":\"" + id
                + "\"" + more + "}}";
    }

    private void attached(String reach, byte[] file) {
        var answer = papers.upload("secretary", id, "ns", reach, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            var stripper = new PDFTextStripper();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
