package plenum.server.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperProblem.ACTIVE_CONTENT;
import static plenum.server.documents.PaperProblem.BAD_PAGE_SIZE;
import static plenum.server.documents.PaperProblem.DAMAGED;
import static plenum.server.documents.PaperProblem.EMPTY;
import static plenum.server.documents.PaperProblem.ENCRYPTED;
import static plenum.server.documents.PaperProblem.NOT_A_PDF;
import static plenum.server.documents.PaperProblem.NO_PAGES;
import static plenum.server.documents.PaperProblem.TOO_COMPLEX;
import static plenum.server.documents.PaperProblem.TOO_HEAVY;
import static plenum.server.documents.PaperProblem.TOO_MANY_PAGES;
import static plenum.server.documents.Pdfs.action;
import static plenum.server.documents.Pdfs.dictionary;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file goes through a real child process. */
final class PdfCheckTest {
    private static final PdfCheck CHECK = new PdfCheck();

    @TempDir
    static Path directory;

    @BeforeAll
    static void warm() throws IOException {
        CHECK.warm();
    }

    @AfterAll
    static void end() {
        CHECK.close();
    }

    @Test
    void anOrdinaryFileIsSoundAndItsPagesAreCounted() throws IOException {
        assertThat(verdict(Pdfs.plain(1))).isEqualTo(new PdfVerdict.Sound(1));
        assertThat(verdict(Pdfs.plain(137))).isEqualTo(new PdfVerdict.Sound(137));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theseFilesAreFine(String what, byte[] file) throws IOException {
        assertThat(verdict(file)).isEqualTo(new PdfVerdict.Sound(1));
    }

    static Stream<Arguments> theseFilesAreFine() {
        return Stream.of(
                Arguments.of(
                        "opens at a place in itself",
                        Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, action("GoTo")))),
                Arguments.of(
                        "opens at a place and then as a whole page",
                        Pdfs.withCatalogue(
                                c -> c.setItem(COSName.OPEN_ACTION, followed(action("GoTo"), action("Named"))))),
                Arguments.of("links to another file", Pdfs.withAnnotation("Link", action("GoToR"))),
                Arguments.of("a picture of an A0 sheet", Pdfs.withPage(p -> picture(p, 9_933, 14_043))),
                Arguments.of("links to the web", Pdfs.withAnnotation("Link", action("URI"))),
                Arguments.of(
                        "a signature field", Pdfs.withCatalogue(c -> c.setItem(COSName.ACRO_FORM, signatureForm()))),
                Arguments.of(
                        "a font that is called AA",
                        Pdfs.withPage(page -> fonts(page).setItem("AA", new COSDictionary()))),
                Arguments.of("junk before the header", joined("junk\n".getBytes(UTF_8), Pdfs.plain(1))),
                Arguments.of("blank lines after the end", joined(Pdfs.plain(1), "\n\n\n".getBytes(UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theseFilesAreRefused(String what, PaperProblem problem, byte[] file) throws IOException {
        assertThat(verdict(file))
                .isInstanceOfSatisfying(
                        PdfVerdict.Unsound.class,
                        unsound -> assertThat(unsound.problem())
                                .as(unsound.detail())
                                .isEqualTo(problem));
    }

    static Stream<Arguments> theseFilesAreRefused() throws IOException {
        var whole = Pdfs.plain(20);
        return Stream.of(
                Arguments.of("no bytes", EMPTY, new byte[0]),
                Arguments.of("a picture renamed to .pdf", NOT_A_PDF, picture()),
                Arguments.of("a text", NOT_A_PDF, "Nghị quyết".getBytes(UTF_8)),
                Arguments.of("only a header", DAMAGED, "%PDF-1.7\n".getBytes(UTF_8)),
                Arguments.of("half a file", DAMAGED, Arrays.copyOf(whole, whole.length / 2)),
                Arguments.of("the last 40 bytes missing", DAMAGED, Arrays.copyOf(whole, whole.length - 40)),
                Arguments.of("zeros in the middle", DAMAGED, zeroed(whole)),
                Arguments.of("needs a password", ENCRYPTED, Pdfs.encrypted("secret")),
                Arguments.of("encrypted without a password", ENCRYPTED, Pdfs.encrypted("")),
                Arguments.of(
                        "a script at opening",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, action("JavaScript")))),
                Arguments.of(
                        "a program at opening",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, action("Launch")))),
                Arguments.of(
                        "the web at opening",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, action("URI")))),
                Arguments.of(
                        "another file at opening",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(c -> c.setItem(COSName.OPEN_ACTION, action("GoToR")))),
                Arguments.of(
                        "the web after a place at opening",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(
                                c -> c.setItem(COSName.OPEN_ACTION, followed(action("GoTo"), action("URI"))))),
                Arguments.of("a sound", ACTIVE_CONTENT, Pdfs.withAnnotation("Sound", action("GoTo"))),
                Arguments.of("a link that sounds", ACTIVE_CONTENT, Pdfs.withAnnotation("Link", action("Sound"))),
                Arguments.of(
                        "a picture of a thousand million pixels",
                        TOO_HEAVY,
                        Pdfs.withPage(p -> picture(p, 32_000, 32_000))),
                Arguments.of("a page that unpacks to 64 MiB", TOO_HEAVY, Pdfs.bomb(64L << 20)),
                Arguments.of("a page that unpacks twice", TOO_HEAVY, Pdfs.withPage(PdfCheckTest::deflatedTwice)),
                Arguments.of("a script in a link", ACTIVE_CONTENT, Pdfs.withAnnotation("Link", action("JavaScript"))),
                Arguments.of(
                        "a script that follows a link",
                        ACTIVE_CONTENT,
                        Pdfs.withAnnotation("Link", followed(action("URI"), action("JavaScript")))),
                Arguments.of("sends a form", ACTIVE_CONTENT, Pdfs.withAnnotation("Widget", action("SubmitForm"))),
                Arguments.of("reads data in", ACTIVE_CONTENT, Pdfs.withAnnotation("Widget", action("ImportData"))),
                Arguments.of("an attached file", ACTIVE_CONTENT, Pdfs.withAnnotation("FileAttachment", action("GoTo"))),
                Arguments.of("rich media", ACTIVE_CONTENT, Pdfs.withAnnotation("RichMedia", action("GoTo"))),
                Arguments.of(
                        "actions of a page",
                        ACTIVE_CONTENT,
                        Pdfs.withPage(p -> p.setItem(COSName.AA, dictionary("O", action("GoTo"))))),
                Arguments.of(
                        "named scripts",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(
                                c -> c.setItem(COSName.NAMES, dictionary("JavaScript", new COSDictionary())))),
                Arguments.of(
                        "embedded files",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(
                                c -> c.setItem(COSName.NAMES, dictionary("EmbeddedFiles", new COSDictionary())))),
                Arguments.of(
                        "an XFA form",
                        ACTIVE_CONTENT,
                        Pdfs.withCatalogue(c -> c.setItem(COSName.ACRO_FORM, dictionary("XFA", new COSString("x"))))),
                Arguments.of(
                        "actions hidden among fonts",
                        ACTIVE_CONTENT,
                        Pdfs.withPage(PdfCheckTest::hideActionsAmongFonts)),
                Arguments.of("no pages", NO_PAGES, Pdfs.plain(0)),
                Arguments.of("5,001 pages", TOO_MANY_PAGES, Pdfs.made(0, document -> blank(document, 5_001))),
                Arguments.of("a tree of pages that bites its tail", DAMAGED, Pdfs.made(1, PdfCheckTest::circle)),
                Arguments.of(
                        "a page of no height",
                        BAD_PAGE_SIZE,
                        Pdfs.withPage(p -> p.setItem(COSName.MEDIA_BOX, box(595, 0)))),
                Arguments.of(
                        "a page as wide as a town",
                        BAD_PAGE_SIZE,
                        Pdfs.withPage(p -> p.setItem(COSName.MEDIA_BOX, box(9_000_000, 842)))));
    }

    /** A picture that says so of itself; its bytes are not looked at. */
    private static void picture(COSDictionary page, int width, int height) {
        var picture = new COSStream();
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setInt(COSName.WIDTH, width);
        picture.setInt(COSName.HEIGHT, height);
        var resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, dictionary("Im0", picture));
        page.setItem(COSName.RESOURCES, resources);
    }

    /** Its contents are 64 MiB of blanks, deflated and deflated once more. */
    private static void deflatedTwice(COSDictionary page) {
        var contents = new COSStream();
        try (var out = new DeflaterOutputStream(new DeflaterOutputStream(contents.createRawOutputStream()))) {
            var blanks = new byte[1 << 20];
            for (var each = 0; each < 64; each++) {
                out.write(blanks);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        var filters = new COSArray();
        filters.add(COSName.FLATE_DECODE);
        filters.add(COSName.FLATE_DECODE);
        contents.setItem(COSName.FILTER, filters);
        page.setItem(COSName.CONTENTS, contents);
    }

    @Test
    void aBombOfOneGibibyteIsAnsweredAtOnceAndHurtsNobody() throws IOException {
        var bomb = Pdfs.bomb(1L << 30);
        assertThat(bomb.length).isLessThan(1_200_000);
        var before = CHECK.idleChildren();
        var start = System.nanoTime();
        assertThat(verdict(bomb))
                .isInstanceOfSatisfying(
                        PdfVerdict.Unsound.class,
                        unsound -> assertThat(unsound.problem()).isEqualTo(TOO_HEAVY));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(CHECK.idleChildren()).isEqualTo(before);
    }

    @Test
    void aBombInWhatTheParserMustReadIsRefusedAndTheNextFileIsCheckedAsUsual() throws IOException {
        assertThat(verdict(Pdfs.crossReferenceBomb(1L << 30))).isInstanceOf(PdfVerdict.Unsound.class);
        assertThat(verdict(Pdfs.plain(3))).isEqualTo(new PdfVerdict.Sound(3));
    }

    @Test
    void arraysNestedAHundredThousandDeepAreRefused() throws IOException {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        var file = new String(Pdfs.bomb(10), ISO_8859_1).replace("/Contents 4 0 R", "/X " + deep);
        assertThat(verdict(file.getBytes(ISO_8859_1))).isInstanceOf(PdfVerdict.Unsound.class);
    }

    @Test
    void aChildThatHangsIsKilledAtTheLimitAndTheFileIsTooComplex() throws Exception {
        try (var check = new PdfCheck(List.of("/bin/sleep", "600"), 1, Duration.ofMillis(300))) {
            var before = children("/sleep");
            assertThat(check.check(file(Pdfs.plain(1))))
                    .isEqualTo(new PdfVerdict.Unsound(TOO_COMPLEX, "the check gave no answer"));
            assertThat(check.idleChildren()).isEmpty();
            assertThat(children("/sleep") - before).isZero();
        }
    }

    @Test
    void aChildThatBabblesIsNotBelieved() throws IOException {
        try (var check = new PdfCheck(List.of("/usr/bin/yes", "x".repeat(10_000)), 1, Duration.ofSeconds(20))) {
            assertThat(check.check(file(Pdfs.plain(1)))).isInstanceOf(PdfVerdict.Unsound.class);
        }
    }

    @Test
    void aChildThatWasKilledFromOutsideIsReplaced() throws IOException {
        try (var check = new PdfCheck()) {
            check.warm();
            var first = check.idleChildren().getFirst();
            assertThat(first.destroyForcibly()).isTrue();
            first.onExit().join();
            assertThat(check.check(file(Pdfs.plain(2)))).isEqualTo(new PdfVerdict.Sound(2));
        }
    }

    @Test
    void twoFilesAtOnceAreCheckedInTwoChildren() throws IOException {
        var one = file(Pdfs.plain(2));
        var other = file(Pdfs.plain(3));
        var first = CompletableFuture.supplyAsync(() -> quiet(one));
        var second = CompletableFuture.supplyAsync(() -> quiet(other));
        assertThat(first.join()).isEqualTo(new PdfVerdict.Sound(2));
        assertThat(second.join()).isEqualTo(new PdfVerdict.Sound(3));
    }

    private static PdfVerdict quiet(Path file) {
        try {
            return CHECK.check(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static long children(String command) {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().orElse("").endsWith(command))
                .count();
    }

    private static PdfVerdict verdict(byte[] bytes) throws IOException {
        return CHECK.check(file(bytes));
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(directory, "tài liệu ", ".pdf"), bytes);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", out))
                .isTrue();
        return out.toByteArray();
    }

    private static byte[] zeroed(byte[] whole) {
        var spoilt = whole.clone();
        Arrays.fill(spoilt, whole.length / 3, whole.length / 3 + 600, (byte) 0);
        return spoilt;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static COSDictionary signatureForm() {
        var value = new COSDictionary();
        value.setName(COSName.TYPE, "Sig");
        value.setName(COSName.SUB_FILTER, "ETSI.CAdES.detached");
        var field = dictionary("V", value);
        field.setName(COSName.FT, "Sig");
        return dictionary("Fields", new COSArray(List.of(field)));
    }

    private static COSDictionary fonts(COSDictionary page) {
        return page.getCOSDictionary(COSName.RESOURCES).getCOSDictionary(COSName.FONT);
    }

    private static void hideActionsAmongFonts(COSDictionary page) {
        var twice = dictionary("AA", dictionary("O", action("GoTo")));
        page.getCOSDictionary(COSName.RESOURCES).setItem(COSName.FONT, twice);
        page.setItem(COSName.getPDFName("Widget"), twice);
    }

    private static COSDictionary followed(COSDictionary action, COSDictionary next) {
        action.setItem(COSName.NEXT, next);
        return action;
    }

    private static void blank(PDDocument document, int pages) {
        for (var i = 0; i < pages; i++) {
            document.addPage(new PDPage());
        }
    }

    private static void circle(PDDocument document) {
        var root = document.getPages().getCOSObject();
        root.getCOSArray(COSName.KIDS).add(root);
    }

    private static COSArray box(float width, float height) {
        return new COSArray(List.of(COSInteger.ZERO, COSInteger.ZERO, new COSFloat(width), new COSFloat(height)));
    }
}
