package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperHouse.code;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.server.office.OfficeKind;
import plenum.server.office.Offices;
import plenum.server.platform.Json;

/** Office files become papers, by a real LibreOffice where nothing else is said. */
final class OfficeTest {
    @TempDir
    static Path directory;

    private static PaperHouse papers;
    private static PaperHouse without;
    private static PaperHouse slow;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        papers = house(Optional.of(Offices.libreOffice()));
        without = house(Optional.empty());
        slow = house(Offices.program(Offices.script(directory, "sleep 600"), Duration.ofSeconds(1)));
    }

    private static PaperHouse house(Optional<plenum.server.office.Converter> converter) throws IOException {
        var house = new PaperHouse(converter);
        house.council
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), house.council.now())
                .item("ns", "Ngân sách", false)
                .published();
        return house;
    }

    @BeforeEach
    void begin() {
        id = "o" + ++tests;
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
        without.close();
        slow.close();
    }

    @ParameterizedTest
    @EnumSource
    void anOfficeFileIsReadAsAPdfAndTheOriginalStaysByteForByte(OfficeKind kind) throws IOException {
        var file = Offices.made(kind);
        var answer = papers.uploadOffice("secretary", id, "Dự toán" + kind.extension(), file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Json.tree(answer.body()).at("/fileName").asText()).isEqualTo("Dự toán.pdf");
        assertThat(words(papers.content("delegate", id).body())).contains(Offices.WORDS);
        var original = papers.officeFile("secretary", id, 1);
        assertThat(original.body()).isEqualTo(file);
        assertThat(original.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        how -> assertThat(how).startsWith("attachment;").contains(kind.extension()));
        assertThat(papers.officeFile("delegate", id, 1).statusCode()).isEqualTo(403);
        assertThat(papers.officeFile("chair", id, 1).statusCode()).isEqualTo(403);
    }

    @Test
    void theSameOfficeFileAgainAndAtOnceIsOnePaper() throws Exception {
        var file = Offices.made(OfficeKind.ODT);
        assertThat(papers.house.token("secretary")).isNotEmpty();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> upload = () -> papers.uploadOffice("secretary", id, "a.odt", file);
            var answers = threads.invokeAll(List.of(upload, upload, upload));
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(201);
                assertThat(answer.get().body())
                        .isEqualTo(answers.getFirst().get().body());
            }
        }
        var other = papers.uploadOffice("secretary", id, "a.docx", Offices.made(OfficeKind.DOCX));
        assertThat(code(other)).isEqualTo("papers:other-bytes");
    }

    @Test
    void aNewVersionMayBeAnOfficeFileToo() throws IOException {
        assertThat(papers.upload("secretary", id, "ns", Pdfs.plain(2)).statusCode())
                .isEqualTo(201);
        var file = Offices.made(OfficeKind.XLSX);
        var answer = papers.replaceByOffice("secretary", id, 2, "Biểu 1.xlsx", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(words(papers.version("delegate", id, 2).body())).contains(Offices.WORDS);
        assertThat(papers.officeFile("secretary", id, 2).body()).isEqualTo(file);
        assertThat(papers.officeFile("secretary", id, 1).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutLibreOfficeTheOriginalIsKeptAndAPdfTakesThePlace() {
        var file = Offices.made(OfficeKind.DOCX);
        var refused = without.uploadOffice("secretary", id, "Tờ trình.docx", file);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("office:no-converter");
        assertThat(without.content("secretary", id).statusCode()).isEqualTo(404);
        var kept = Json.tree(without.get("secretary", "/office-files")).at("/files/0");
        assertThat(kept.at("/paperId").asText()).isEqualTo(id);
        assertThat(kept.at("/problem").asText()).isEqualTo("office:no-converter");
        assertThat(kept.at("/attached").asBoolean()).isFalse();
        assertThat(kept.at("/facts/title").asText()).isEqualTo("Tờ trình về đất đai");
        assertThat(without.officeFile("secretary", id, 1).body()).isEqualTo(file);
        assertThat(without.upload("secretary", id, "ns", Pdfs.plain(1)).statusCode())
                .isEqualTo(201);
        var now = Json.tree(without.get("secretary", "/office-files")).at("/files/0");
        assertThat(now.at("/attached").asBoolean()).isTrue();
        assertThat(without.dropOfficeFile("secretary", id, 1).statusCode()).isEqualTo(404);
    }

    @Test
    void aConversionThatHangsDoesNotHoldUpAnother(@TempDir Path place) throws Exception {
        var made = Files.write(place.resolve("made.pdf"), Pdfs.plain(2));
        var released = place.resolve("released");
        var hangs = Offices.script(
                place,
                "if [ -e paper.docx ]; then while [ ! -e " + released + " ]; do sleep 0.1; done; fi",
                "cp " + made + " paper.pdf");
        try (var house = house(Offices.program(hangs, Duration.ofMinutes(1)));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(house.house.token("secretary")).isNotEmpty();
            var held = threads.submit(
                    () -> house.uploadOffice("secretary", id + "h", "a.docx", Offices.made(OfficeKind.DOCX)));
            var other = house.uploadOffice("secretary", id, "a.odt", Offices.made(OfficeKind.ODT));
            assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
            assertThat(held.isDone()).isFalse();
            Files.createFile(released);
            assertThat(held.get().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aConversionThatHangsIsEndedAndMayBeTriedAgain() throws IOException {
        var file = Offices.made(OfficeKind.DOCX);
        var refused = slow.uploadOffice("secretary", id, "Tờ trình.docx", file);
        assertThat(code(refused)).isEqualTo("office:too-slow");
        assertThat(slow.officeFile("secretary", id, 1).body()).isEqualTo(file);
        assertThat(code(slow.convertKept("delegate", id))).isEqualTo("access:not-permitted");
        var made = Pdfs.plain(3);
        assertThat(Offices.script(directory, "cp " + Files.write(directory.resolve("made.pdf"), made) + " paper.pdf"))
                .isExecutable();
        var again = slow.convertKept("secretary", id);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(slow.content("delegate", id).body()).isEqualTo(made);
    }

    @Test
    void anOfficeFileThatBecameNoPaperMayBeForgotten() {
        var refused = without.uploadOffice("secretary", id, "Tờ trình.docx", Offices.made(OfficeKind.DOCX));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(without.dropOfficeFile("delegate", id, 1).statusCode()).isEqualTo(403);
        assertThat(without.dropOfficeFile("secretary", id, 1).statusCode()).isEqualTo(204);
        assertThat(without.officeFile("secretary", id, 1).statusCode()).isEqualTo(404);
        assertThat(without.house.audit.newest(5))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("papers.office-file-dropped"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadOfficeFileIsRefusedAndLeavesNothing(String what, String name, String code, byte[] file) {
        var before = papers.files();
        var answer = papers.uploadOffice("secretary", id, name, file);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(415, 422);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(papers.officeFile("secretary", id, 1).statusCode()).isEqualTo(404);
        assertThat(papers.files()).containsExactlyInAnyOrderElementsOf(before);
    }

    static Stream<Arguments> aBadOfficeFileIsRefusedAndLeavesNothing() {
        var docx = Offices.made(OfficeKind.DOCX);
        var rels = "word/_rels/document.xml.rels";
        return Stream.of(
                bad("a PDF called a docx", "a.docx", "office:other-content", Pdfs.plain(1)),
                bad("a docx called a PDF", "a.pdf", "papers:not-a-pdf", docx),
                bad("a docx called an xlsx", "a.xlsx", "office:other-content", docx),
                bad("an odt called a docx", "a.docx", "office:other-content", Offices.made(OfficeKind.ODT)),
                bad(
                        "a text called a docx",
                        "a.docx",
                        "papers:not-a-pdf",
                        "words".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                bad("of before 2007", "a.docx", "office:old-format", Offices.compound("WordDocument")),
                bad("with a password", "a.docx", "office:locked", Offices.compound("EncryptedPackage")),
                bad("half of it", "a.docx", "office:broken", Arrays.copyOf(docx, docx.length / 2)),
                bad("with macros", "a.docx", "office:macros", Offices.docxWith("word/vbaProject.bin", "x")),
                bad("with a control", "a.docx", "office:macros", Offices.docxWith("word/activeX/activeX1.xml", "<a/>")),
                bad("a bomb", "a.docx", "office:too-big-inside", Offices.bomb(1024)),
                bad(
                        "a picture of the web",
                        "a.docx",
                        "office:linked",
                        Offices.docxWith(rels, Offices.relation("image", "http://10.0.0.1/a.png"))),
                bad(
                        "a template of the web",
                        "a.docx",
                        "office:linked",
                        Offices.docxWith(rels, Offices.relation("attachedTemplate", "https://a.example/t.dotm"))),
                bad(
                        "another part of another format",
                        "a.docx",
                        "office:linked",
                        Offices.docxWith(rels, Offices.relation("aFChunk", "chunk.html"))),
                bad(
                        "a field that reads a file",
                        "a.docx",
                        "office:linked",
                        Offices.docxSaying(
                                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> INCLU</w:instrText></w:r>"
                                        + "<w:r><w:instrText>DETEXT \"/etc/passwd\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")),
                bad(
                        "a section of another file",
                        "a.odt",
                        "office:linked",
                        Offices.odtSaying(
                                "<text:section text:name=\"A\"><text:section-source xlink:href=\"file:///etc/passwd\"/><text:p/></text:section>")),
                bad(
                        "a picture from a path",
                        "a.odt",
                        "office:linked",
                        Offices.odtSaying(
                                "<text:p><draw:frame><draw:image xlink:href=\"../../secret.png\"/></draw:frame></text:p>")),
                bad(
                        "an event that calls a program",
                        "a.odt",
                        "office:macros",
                        Offices.odtSaying("<text:p><script:event-listener script:language=\"ooo:script\"/></text:p>")),
                bad(
                        "entities",
                        "a.docx",
                        "office:broken",
                        Offices.docxWith(
                                "word/document.xml",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")));
    }

    private static Arguments bad(String what, String name, String code, byte[] file) {
        return Arguments.of(what, name, code, file);
    }

    @Test
    void linksThatAreClickedAndTheNameOfATemplateAreFine() {
        var link = Offices.relation("hyperlink", "https://dienbien.gov.vn/")
                .replace(
                        "</Relationships>",
                        "<Relationship Id=\"r8\" Type=\"x/attachedTemplate\" Target=\"file:///C:\\Users\\An\\Normal.dotm\" TargetMode=\"External\"/></Relationships>");
        var answer =
                papers.uploadOffice("secretary", id, "a.docx", Offices.docxWith("word/_rels/document.xml.rels", link));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
