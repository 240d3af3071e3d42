package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperHouse.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.server.demo.DemoProvince;
import plenum.server.platform.Json;
import plenum.server.platform.Sha256;
import plenum.server.renditions.Scans;
import plenum.server.testkit.Council;

/** What is made of a paper, over HTTP: real child processes, real store. */
final class RenditionsTest {
    private static PaperHouse papers;
    private static final ConcurrentHashMap<Sha256, CountDownLatch> MADE = new ConcurrentHashMap<>();

    @BeforeAll
    static void open() throws IOException {
        papers = new PaperHouse();
        papers.renditions.onMade(original -> latch(original).countDown());
        papers.council
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), papers.council.now())
                .item("ns", "Ngân sách", false)
                .item("kin", "Nhân sự", true)
                .published();
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
    }

    @Test
    void aScanIsReadAsACopyAndTheOriginalStaysByteForByte() throws Exception {
        var scan = Scans.scan(60, 200);
        upload("scan", "ns", scan);
        var copy = papers.content("delegate", "scan").body();
        assertThat(Arrays.equals(copy, scan)).isFalse();
        try (var document = Loader.loadPDF(copy)) {
            assertThat(document.getNumberOfPages()).isEqualTo(60);
        }
        assertThat(Arrays.equals(original("scan"), scan)).isTrue();
        assertThat(pages("scan").at("/bytes").asInt()).isEqualTo(copy.length);
    }

    @Test
    void whoHasBegunToFetchTheOriginalGetsItsRangesToTheEnd() throws Exception {
        var scan = Scans.scan(61, 201);
        upload("begun", "ns", scan);
        var tag = '"' + Sha256.of(scan).hex() + '"';
        var part = papers.content("delegate", "begun", "Range", "bytes=100-199", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(scan, 100, 200));
        assertThat(part.headers().firstValue("ETag")).contains(tag);
        var fresh = papers.content("delegate", "begun", "Range", "bytes=100-199");
        assertThat(fresh.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void aSignedPaperIsReadAsItWasSigned() throws Exception {
        var form = "/AcroForm << /Fields [<< /FT /Sig /T (chu ky) /V << /Type /Sig >> >>] >>";
        var signed = Scans.scan(62, 200, form, "/MediaBox [0 0 595 842]");
        upload("signed", "ns", signed);
        assertThat(Arrays.equals(papers.content("delegate", "signed").body(), signed))
                .isTrue();
    }

    @Test
    void wordsSizesAndPicturesOfAVietnamesePaperAreThere() throws Exception {
        var paper = DemoProvince.load().session().papers().getFirst().pdf();
        upload("loi", "ns", paper);
        var facts = pages("loi");
        assertThat(facts.at("/ready").asBoolean()).isTrue();
        assertThat(facts.at("/text").asBoolean()).isTrue();
        assertThat(facts.at("/pages/0/width").asInt()).isBetween(594, 596);
        var text = Json.tree(get("delegate", "loi", "/text?from=1&to=1").body());
        assertThat(text.at("/pages/0").asText()).contains("ĐIỆN BIÊN", "Độc lập");
        var picture = ImageIO.read(new ByteArrayInputStream(bytes("loi", "/thumbnails/1")));
        assertThat(picture.getWidth()).isBetween(158, 161);
    }

    @Test
    void theOutlineIsGivenWithLevelsAndPages() throws Exception {
        upload("muc", "ns", Scans.changed(5, 60, document -> {
            var outline = new PDDocumentOutline();
            var part = new PDOutlineItem();
            part.setTitle("Phần I. Kết quả");
            part.setDestination(document.getPage(1));
            var below = new PDOutlineItem();
            below.setTitle("1. Thu ngân sách");
            below.setDestination(document.getPage(3));
            part.addLast(below);
            outline.addLast(part);
            document.getDocumentCatalog().setDocumentOutline(outline);
        }));
        var facts = pages("muc");
        assertThat(facts.at("/text").asBoolean()).isFalse();
        assertThat(facts.at("/outline").toString())
                .isEqualTo("[{\"title\":\"Phần I. Kết quả\",\"level\":1,\"page\":2},"
                        + "{\"title\":\"1. Thu ngân sách\",\"level\":2,\"page\":4}]");
    }

    @Test
    void whoMayNotOpenAPaperLearnsNothingOfItsPages() throws Exception {
        upload("mat", "kin", Scans.scan(3, 61));
        for (var path : List.of("/pages", "/text", "/thumbnails/1", "/images/1")) {
            assertThat(get("secretary", "mat", path).statusCode()).isEqualTo(200);
            assertThat(get("delegate", "mat", path).statusCode()).isEqualTo(404);
            assertThat(get("neighbour", "mat", path).statusCode()).isEqualTo(404);
            assertThat(get("screen", "mat", path).statusCode()).isEqualTo(403);
        }
        assertThat(get("secretary", "mat", "/thumbnails/4").statusCode()).isEqualTo(404);
        assertThat(code(get("secretary", "mat", "/thumbnails/4"))).isEqualTo("papers:no-such-page");
    }

    @Test
    void aPageThatCannotBeDrawnHarmsNoOtherPageAndNoOtherPaper() throws Exception {
        upload("xau", "ns", Scans.changed(4, 62, document -> {
            var images = document.getPage(1).getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            var picture = images.getCOSDictionary(images.keySet().iterator().next());
            picture.setInt(COSName.WIDTH, 12_000);
            picture.setInt(COSName.HEIGHT, 12_000);
            picture.removeItem(COSName.FILTER);
        }));
        assertThat(get("delegate", "xau", "/thumbnails/4").statusCode()).isEqualTo(200);
        upload("sau", "ns", Scans.scan(2, 63));
        assertThat(get("delegate", "sau", "/thumbnails/2").statusCode()).isEqualTo(200);
    }

    @Test
    void papersFromBeforeRenditionsGetThemAtTheNextStart() throws Exception {
        var old = Scans.scan(7, 64);
        assertThat(papers.upload("secretary", "cu", "ns", old).statusCode()).isEqualTo(201);
        new RenditionWatch(papers.renditions).catchUp(new PaperStore(papers.house.store.mongo()));
        await(old);
        assertThat(pages("cu").at("/pages")).hasSize(7);
    }

    /** Words, and a scan whose every page is a photograph. */
    @Test
    void aPageIsAPictureThatAThinLineCarriesAndStillReads() throws Exception {
        upload("chu", "ns", Pdfs.plain(3));
        upload("anh", "ns", Scans.scan(2, 65));
        for (var paper : List.of("chu", "anh")) {
            var bytes = bytes(paper, "/images/2");
            assertThat(bytes.length).isBetween(1_000, 60_000);
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(picture.getWidth()).isGreaterThanOrEqualTo(640);
            assertThat(picture.getHeight()).isGreaterThan(picture.getWidth());
        }
        assertThat(code(get("delegate", "chu", "/images/4"))).isEqualTo("papers:no-such-page");
    }

    @Test
    void thumbnailsOfAnUnchangedPaperAreNotSentTwice() throws Exception {
        upload("lai", "ns", Scans.scan(2, 65));
        var tag = get("delegate", "lai", "/thumbnails/1")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var again = papers.house.get(
                PaperHouse.path(Council.SESSION.value(), "lai") + "/thumbnails/1",
                "Authorization",
                "Bearer " + papers.house.token("delegate"),
                "If-None-Match",
                tag);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void textIsGivenInPiecesOfAtMostTwoHundredPages() throws Exception {
        upload("dai", "ns", Pdfs.plain(230));
        var first = Json.tree(get("delegate", "dai", "/text?from=1&to=230").body());
        assertThat(first.at("/pages")).hasSize(200);
        var rest = Json.tree(get("delegate", "dai", "/text?from=201&to=230").body());
        assertThat(IntStream.range(0, 30).mapToObj(i -> rest.at("/pages/" + i).asText()))
                .allSatisfy(page -> assertThat(page).startsWith("Trang 2"));
    }

    private static void upload(String id, String item, byte[] file) throws InterruptedException {
        var answer = papers.upload("secretary", id, item, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        papers.renditions.want(Sha256.of(file));
        await(file);
    }

    private static void await(byte[] file) throws InterruptedException {
        assertThat(latch(Sha256.of(file)).await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static CountDownLatch latch(Sha256 original) {
        return Objects.requireNonNull(MADE.computeIfAbsent(original, name -> new CountDownLatch(1)));
    }

    private static JsonNode pages(String id) {
        return Json.tree(get("delegate", id, "/pages").body());
    }

    private static HttpResponse<String> get(String person, String id, String path) {
        return papers.house.as(person, "GET", PaperHouse.path(Council.SESSION.value(), id) + path, "");
    }

    private static byte[] original(String id) throws Exception {
        return bytes(id, "/content?copy=original");
    }

    private static byte[] bytes(String id, String path) throws Exception {
        var request = HttpRequest.newBuilder(papers.house.uri(PaperHouse.path(Council.SESSION.value(), id) + path))
                .header("Authorization", "Bearer " + papers.house.token("delegate"))
                .build();
        return papers.house
                .client
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
