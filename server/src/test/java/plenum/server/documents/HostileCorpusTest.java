package plenum.server.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Json;
import plenum.server.platform.Sha256;
import plenum.server.renditions.Scans;
import plenum.server.testkit.Council;

/**
 * Files that people should not upload: each is accepted whole and readable, or refused with a clear reason, within 20
 * s, while the server goes on answering. Nothing that a file does to its rendition does anything to the next.
 */
final class HostileCorpusTest {
    private static final Logger LOG = LoggerFactory.getLogger(HostileCorpusTest.class);
    private static final long MOST_HEAP_MIB = 192;
    /** Its heap is 256 MiB, or 384 where renditions are made; the rest is Java itself. */
    private static final long MOST_CHILD_MIB = 640;

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ConcurrentHashMap<Sha256, CountDownLatch> MADE = new ConcurrentHashMap<>();
    private static PaperHouse papers;
    private static int uploads;
    private static Footprint footprint;

    @BeforeAll
    static void open() throws IOException {
        footprint = new Footprint();
        papers = new PaperHouse();
        papers.renditions.onMade(original -> latch(original).countDown());
        papers.council
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), papers.council.now())
                .item("ns", "Ngân sách", false)
                .published();
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
        LOG.info("corpus: live heap at most {} MiB more, a child at most {} MiB", footprint.heap(), footprint.child());
        footprint.close();
        assertThat(footprint.heap()).as("MiB of live heap more than before").isLessThan(MOST_HEAP_MIB);
        assertThat(footprint.child()).as("MiB that a child had at most").isBetween(1L, MOST_CHILD_MIB);
    }

    @TestFactory
    Stream<DynamicTest> eachFileIsAcceptedWholeOrRefusedWithAReason() throws IOException {
        return corpus().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> judged(file.getValue())));
    }

    /** Made by many programs over many years, odd and damaged ones among them. */
    @TestFactory
    Stream<DynamicTest> eachSampleOfAPublishedPackageIsAcceptedWholeOrRefusedWithAReason() throws IOException {
        var samples = samples();
        assertThat(samples).hasSizeGreaterThan(40);
        return samples.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> judged(file.getValue())));
    }

    private static Map<String, byte[]> samples() throws IOException {
        var any = Objects.requireNonNull(HostileCorpusTest.class.getResource("/test-documents/testPDF.pdf"));
        var samples = new TreeMap<String, byte[]>();
        try (var jar = ((JarURLConnection) any.openConnection()).getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".pdf")) {
                    samples.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        return samples;
    }

    private static Map<String, byte[]> corpus() throws IOException {
        var corpus = new TreeMap<String, byte[]>();
        corpus.put("bomb in a page, 128 MiB", Pdfs.bomb(1L << 27));
        corpus.put("bomb in the cross-reference, 256 MiB", Pdfs.crossReferenceBomb(1L << 28));
        corpus.put("bomb in an object stream, 128 MiB", Pdfs.objectStreamBomb(1L << 27));
        corpus.put("tree of 100,000 pages", Pdfs.made(0, document -> {
            for (var page = 0; page < 100_000; page++) {
                document.addPage(new PDPage());
            }
        }));
        corpus.put("picture of a thousand million pixels", hugePicture());
        corpus.put("encrypted", Pdfs.encrypted("secret"));
        corpus.put("script", Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, Pdfs.action("JavaScript"))));
        corpus.put("launches a program", Pdfs.withAnnotation("Link", Pdfs.action("Launch")));
        corpus.put("form that draws itself", selfDrawing());
        corpus.put("a page called by an office file's name", office());
        corpus.put("a web page", "<!doctype html><script>alert(1)</script>".getBytes(UTF_8));
        corpus.put("a program", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
        corpus.put("cut in the middle", Arrays.copyOf(Pdfs.plain(20), 2_000));
        for (var seed = 1; seed <= 12; seed++) {
            corpus.put("bytes turned, seed " + seed, turned(Pdfs.plain(4), seed));
        }
        return corpus;
    }

    private static byte[] hugePicture() {
        return Scans.changed(2, 64, document -> {
            var images = document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            var picture = images.getCOSDictionary(images.keySet().iterator().next());
            picture.setInt(COSName.WIDTH, 32_000);
            picture.setInt(COSName.HEIGHT, 32_000);
            picture.removeItem(COSName.FILTER);
        });
    }

    private static byte[] selfDrawing() {
        var draws =
                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>";
        var page = new String(Pdfs.bomb(10), ISO_8859_1);
        var start = page.indexOf("4 0 obj\n");
        var end = page.indexOf("endobj", start);
        return (page.substring(0, start) + "4 0 obj\n" + draws + "\nstream\n/X Do\nendstream\n" + page.substring(end))
                .replace("/Contents 4 0 R", "/Resources << /XObject << /X 4 0 R >> >>")
                .getBytes(ISO_8859_1);
    }

    private static byte[] office() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document/>".getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] turned(byte[] whole, int seed) {
        var random = new Random(seed);
        var spoilt = whole.clone();
        for (var turn = 0; turn < 40; turn++) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    private static void judged(byte[] file) throws Exception {
        var id = "h" + ++uploads;
        try (var watch = new Watch()) {
            var start = System.nanoTime();
            var answer = papers.upload("secretary", id, "ns", file);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
            if (answer.statusCode() == 201) {
                readable(id, file, answer);
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
                assertThat(PaperHouse.code(answer)).containsAnyOf("papers:", "office:");
                assertThat(papers.content("secretary", id).statusCode()).isEqualTo(404);
            }
            assertThat(watch.longest()).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** Also when its rendition was made, or could not be. */
    private static void readable(String id, byte[] file, HttpResponse<String> answer) throws Exception {
        var original = Sha256.of(file);
        papers.renditions.want(original);
        assertThat(latch(original).await(200, TimeUnit.SECONDS)).isTrue();
        var pages = Json.tree(answer.body()).at("/pages").asInt();
        try (var document = Loader.loadPDF(papers.content("delegate", id).body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
        }
    }

    /**
     * A page that nobody can draw is refused; the server answers meanwhile, and has a rendition of it made if it must.
     */
    @Test
    void aBombOfOneGibibyteIsRefusedWithinTheLimitAndItsRenditionEndsWithinAnother() throws Exception {
        var bomb = Pdfs.bomb(1L << 30);
        try (var watch = new Watch()) {
            var start = System.nanoTime();
            assertThat(PaperHouse.code(papers.upload("secretary", "gib", "ns", bomb)))
                    .isEqualTo("papers:too-heavy");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
            papers.keepAlone(bomb); // as one that came before such pages were refused
            papers.renditions.want(Sha256.of(bomb));
            assertThat(latch(Sha256.of(bomb)).await(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(watch.longest()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void afterAllThatAnOrdinaryPaperHasItsRenditionAsUsual() throws Exception {
        var file = Pdfs.plain(3);
        assertThat(papers.upload("secretary", "zz", "ns", file).statusCode()).isEqualTo(201);
        papers.renditions.want(Sha256.of(file));
        assertThat(latch(Sha256.of(file)).await(100, TimeUnit.SECONDS)).isTrue();
        var path = PaperHouse.path(Council.SESSION.value(), "zz") + "/thumbnails/3";
        assertThat(papers.house.as("delegate", "GET", path, "").statusCode()).isEqualTo(200);
    }

    private static CountDownLatch latch(Sha256 original) {
        return Objects.requireNonNull(MADE.computeIfAbsent(original, name -> new CountDownLatch(1)));
    }

    /** Asks the server how it is, again and again, and remembers the longest answer. */
    private static final class Watch implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicLong longest = new AtomicLong();
        private final Thread thread = Thread.ofVirtual().start(this::ask);

        private void ask() {
            while (!over.get()) {
                var start = System.nanoTime();
                assertThat(papers.house.get("/health/ready").statusCode()).isEqualTo(200);
                longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            }
        }

        Duration longest() {
            return Duration.ofNanos(longest.get());
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            thread.join();
        }
    }
}
