package plenum.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class OfficialDocumentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String EVERY_LETTER =
            "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY aăâbcdđeêghiklmnoôơpqrstuưvxy ÀÁẢÃẠ ẰẮẲẴẶ ẦẤẨẪẬ ÈÉẺẼẸ ỀẾỂỄỆ ÌÍỈĨỊ"
                    + " ÒÓỎÕỌ ỒỐỔỖỘ ỜỚỞỠỢ ÙÚỦŨỤ ỪỨỬỮỰ ỲÝỶỸỴ àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ"
                    + " ừứửữự ỳýỷỹỵ";

    @Test
    void everyVietnameseLetterComesBackFromEveryFace() throws IOException {
        for (Face face : Face.values()) {
            Text text = new Text(List.of(new Text.Run(EVERY_LETTER, face)));
            byte[] pdf = print(paper().add(Paragraph.body(text)));
            assertThat(words(pdf)).contains(EVERY_LETTER);
        }
    }

    @Test
    void boldAndItalicRunsReadAsOneSentence() throws IOException {
        byte[] pdf = print(
                paper().paragraph("Tổng thu **1.234.567** triệu đồng (__tăng 5,6%__), đạt **102%**; office WiFi."));
        assertThat(words(pdf)).contains("Tổng thu 1.234.567 triệu đồng (tăng 5,6%), đạt 102%; office WiFi.");
        assertThat(fonts(pdf)).anyMatch(name -> name.endsWith("LiberationSerif-Bold"));
        assertThat(fonts(pdf)).anyMatch(name -> name.endsWith("LiberationSerif-Italic"));
        assertThat(fonts(pdf)).allMatch(name -> name.matches("[A-Z]{6}\\+LiberationSerif.*"));
    }

    @Test
    void decomposedLettersAreComposedAndUnknownOnesDoNotStopThePress() throws IOException {
        byte[] pdf =
                print(paper().add(Paragraph.body(Text.plain("Đie\u0323\u0302n Bie\u0302n \uD83D\uDE00 \u0007 hết"))));
        assertThat(words(pdf)).contains("Điện Biên ? hết");
    }

    @Test
    void marksInPlainTextStayLetters() throws IOException {
        assertThat(words(print(paper().add(Paragraph.body(Text.plain("a ** b __ c"))))))
                .contains("a ** b __ c");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(print(longPaper())).isEqualTo(print(longPaper()));
        Press press = new Press();
        assertThat(print(press, longPaper())).isEqualTo(print(press, longPaper()));
    }

    @Test
    void thePropertiesTellTitleLanguageAndTheDayOfIssue() throws IOException {
        try (PDDocument file = Loader.loadPDF(print(paper().paragraph("x")))) {
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Tờ trình thử");
            assertThat(file.getDocumentInformation().getAuthor()).isEqualTo("ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN");
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(file.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-11-19T17:00:00Z");
        }
    }

    @Test
    void pagesAreNumberedFromTheSecond() throws IOException {
        byte[] pdf = print(longPaper());
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getNumberOfPages()).isGreaterThan(3);
            assertThat(page(file, 1)).startsWith("ỦY BAN NHÂN DÂN");
            for (int page = 2; page <= file.getNumberOfPages(); page++)
                assertThat(page(file, page)).startsWith(page + "\n");
        }
    }

    @Test
    void theFooterStandsOnEveryPage() throws IOException {
        try (PDDocument file = Loader.loadPDF(print(longPaper().footer("Vân tay nhật ký: 0f3a…")))) {
            for (int page = 1; page <= file.getNumberOfPages(); page++)
                assertThat(page(file, page).strip()).endsWith("Vân tay nhật ký: 0f3a…");
        }
    }

    @Test
    void aTableRepeatsItsHeadOnEveryPageAndLosesNoRow() throws IOException {
        List<Table.Row> rows = IntStream.rangeClosed(1, 120)
                .mapToObj(at -> Table.Row.of(
                        Integer.toString(at), "Xã số " + at + " có tên rất dài để xuống dòng", at + ".000"))
                .toList();
        byte[] pdf = print(paper().add(Table.of(columns(), rows)));
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getNumberOfPages()).isGreaterThan(3);
            for (int page = 1; page <= file.getNumberOfPages(); page++)
                assertThat(page(file, page)).containsOnlyOnce("Dự toán");
        }
        for (int at = 1; at <= 120; at++) assertThat(words(pdf)).contains("Xã số " + at + " ");
    }

    @Test
    void theHeadOfANarrowColumnIsNotCutInsideAWord() throws IOException {
        List<Table.Column> narrow = List.of(
                new Table.Column("Nội dung", 8, Align.LEFT),
                new Table.Column("Rừng phòng hộ", 1, Align.RIGHT),
                new Table.Column("Trường trung học", 1.1f, Align.RIGHT));
        String words = words(print(paper().add(Table.of(narrow, List.of(Table.Row.of("a", "1", "2"))))));
        assertThat(words).contains("Rừng").contains("phòng").contains("Trường").contains("trung");
    }

    @Test
    void aCellTallerThanAPageIsContinued() throws IOException {
        String tall = IntStream.range(0, 2500).mapToObj(Integer::toString).reduce("", (a, b) -> a + " " + b);
        byte[] pdf = print(paper().add(Table.of(columns(), List.of(Table.Row.of("1", tall, "2")))));
        assertThat(words(pdf)).contains(" 0 1 2 ").contains(" 2498 2499");
        assertThat(positions(pdf)).allMatch(glyph -> glyph.getYDirAdj() < Sheet.HEIGHT - Sheet.BOTTOM + 1);
    }

    @Test
    void justifiedLinesEndAtTheMarginAndNothingStandsOutside() throws IOException {
        byte[] pdf = print(longPaper().paragraph("a".repeat(400)));
        List<TextPosition> glyphs = positions(pdf);
        assertThat(glyphs).allMatch(glyph -> glyph.getXDirAdj() > Sheet.LEFT - 6);
        assertThat(glyphs).allMatch(glyph -> right(glyph) < Sheet.RIGHT + 0.5f);
        long atMargin = glyphs.stream()
                .filter(glyph -> right(glyph) > Sheet.RIGHT - 0.5f)
                .count();
        assertThat(atMargin).isGreaterThan(80);
    }

    @Test
    void signaturesNeverStandAloneOnAPage() throws IOException {
        for (int lines = 1; lines < 45; lines++) {
            OfficialDocument.Builder paper = paper();
            for (int at = 0; at < lines; at++) paper.paragraph("Dòng thứ " + at + ".");
            paper.closing(List.of("Như trên", "Lưu: VT"), Signature.of("Lò Văn A", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"));
            try (PDDocument file = Loader.loadPDF(print(paper))) {
                assertThat(page(file, file.getNumberOfPages()))
                        .contains("Dòng thứ")
                        .contains("Nơi nhận");
            }
        }
    }

    @Test
    void aHeadingIsNeverTheLastLineOfAPage() throws IOException {
        for (int lines = 10; lines < 45; lines++) {
            OfficialDocument.Builder paper = paper();
            for (int at = 0; at < lines; at++) paper.paragraph("Dòng thứ " + at + ".");
            paper.heading("Điều 1. Tên điều").paragraph("Nội dung của điều.");
            try (PDDocument file = Loader.loadPDF(print(paper))) {
                for (int at = 1; at <= file.getNumberOfPages(); at++)
                    assertThat(page(file, at).strip()).doesNotEndWith("Tên điều");
            }
        }
    }

    private static OfficialDocument.Builder paper() {
        return OfficialDocument.builder("Tờ trình thử", DAY)
                .head(Letterhead.of(
                        "ỦY BAN NHÂN DÂN\nTỈNH ĐIỆN BIÊN", "Số: 12/TTr-UBND", "Điện Biên, ngày 20 tháng 11 năm 2026"))
                .type("TỜ TRÌNH")
                .about("Về việc ban hành Nghị quyết thử");
    }

    private static OfficialDocument.Builder longPaper() {
        OfficialDocument.Builder paper = paper();
        for (int at = 1; at <= 30; at++)
            paper.heading(at + ". Mục thứ " + at)
                    .paragraph(
                            "Thực hiện **Luật Tổ chức chính quyền địa phương**, Ủy ban nhân dân tỉnh báo cáo __Hội đồng nhân dân__"
                                    + " tỉnh kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh năm 2026"
                                    + " và phương hướng, nhiệm vụ năm 2027 như sau.");
        return paper;
    }

    private static List<Table.Column> columns() {
        return List.of(
                new Table.Column("STT", 1, Align.CENTER),
                new Table.Column("Đơn vị", 5, Align.LEFT),
                new Table.Column("Dự toán", 2, Align.RIGHT));
    }

    private static byte[] print(OfficialDocument.Builder paper) throws IOException {
        return print(new Press(), paper);
    }

    private static byte[] print(Press press, OfficialDocument.Builder paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        press.print(paper.build(), out);
        return out.toByteArray();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }

    private static String page(PDDocument file, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(file);
    }

    private static List<String> fonts(byte[] pdf) throws IOException {
        List<String> names = new ArrayList<>();
        for (TextPosition glyph : positions(pdf)) {
            PDFont font = glyph.getFont();
            if (!names.contains(font.getName())) names.add(font.getName());
        }
        return names;
    }

    private static float right(TextPosition glyph) {
        return glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }

    private static List<TextPosition> positions(byte[] pdf) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    all.add(glyph);
                }
            };
            assertThat(stripper.getText(file)).isNotNull();
            for (PDPage page : file.getPages())
                assertThat(page.getMediaBox().getWidth()).isGreaterThan(595);
        }
        return all;
    }
}
