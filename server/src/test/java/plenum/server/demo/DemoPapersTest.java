package plenum.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPapersTest {
    private static final List<DemoPaper> PAPERS = DemoProvince.load().session().papers();

    @TempDir
    private static Path directory;

    @BeforeAll
    static void writeThem() throws IOException {
        assertThat(DemoPapers.write(directory)).isEqualTo(PAPERS.size());
    }

    @Test
    void thePapersHaveOneToAHundredPagesAndOneHasAHundred() throws IOException {
        Map<String, Integer> pages = new TreeMap<>();
        for (DemoPaper paper : PAPERS)
            try (PDDocument file =
                    Loader.loadPDF(directory.resolve(paper.fileName()).toFile())) {
                pages.put(paper.fileName(), file.getNumberOfPages());
            }
        assertThat(pages.values()).allMatch(count -> count >= 1 && count <= 100);
        assertThat(pages).containsEntry("bao-cao-ngan-sach.pdf", 100);
        assertThat(pages.values().stream().filter(count -> count == 100)).hasSize(1);
        assertThat(pages.values().stream().filter(count -> count >= 20 && count <= 60))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(pages.values().stream().filter(count -> count == 1)).isNotEmpty();
    }

    @Test
    void everyPaperReadsAsVietnameseAndSaysThatItIsInvented() throws IOException {
        for (DemoPaper paper : PAPERS) {
            String first = page(paper, 1);
            assertThat(first).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").contains("Độc lập - Tự do - Hạnh phúc");
            assertThat(first)
                    .contains("Tài liệu minh họa")
                    .doesNotContain("{")
                    .doesNotContain("**")
                    .doesNotContain("__");
        }
    }

    @Test
    void theSamePaperGivesTheSameBytesTwice() throws IOException {
        List<DemoPaper> again = DemoProvince.load().session().papers();
        for (DemoPaper paper : again)
            assertThat(paper.pdf()).isEqualTo(Files.readAllBytes(directory.resolve(paper.fileName())));
    }

    @Test
    void presentFilesStay() throws IOException {
        Path file = directory.resolve("giay-trieu-tap.pdf");
        FileTime before = Files.getLastModifiedTime(file);
        assertThat(DemoPapers.write(directory)).isZero();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(Files.readAllLines(directory.resolve("index.txt"))).hasSize(PAPERS.size());
    }

    @Test
    void theContentsNameThePageOfEachCommune() throws IOException {
        DemoPaper budget = paper("bao-cao-ngan-sach");
        List<Locality> places = Locality.of(DemoProvince.load().units());
        for (int at = 0; at < places.size(); at += 11) {
            String page = page(budget, BudgetTables.FIRST_SECTION + 2 * at);
            assertThat(page)
                    .contains("Biểu số " + (at + 5))
                    .contains(places.get(at).name());
        }
    }

    @Test
    void theFiguresOfAResolutionAreThoseOfItsSubmissionAndReport() throws IOException {
        Budget budget = data().budget();
        String revenue = Num.whole(budget.totalRevenue().next());
        String spending = Num.whole(budget.spending());
        for (String name : List.of("to-trinh-ngan-sach", "nghi-quyet-ngan-sach", "bao-cao-ngan-sach"))
            assertThat(words(paper(name))).contains(revenue).contains(spending);
    }

    @Test
    void budgetsAddUp() {
        Budget budget = data().budget();
        long spending = budget.investment() + budget.totalRegular().next() + budget.reserve() + budget.programmes();
        assertThat(budget.spending()).isEqualTo(spending);
        assertThat(budget.spending()).isEqualTo(budget.totalRevenue().next() + budget.centralGrant());
        assertThat(budget.communes()).allMatch(ledger -> ledger.grant() > 0);
    }

    @Test
    void noTwoWorksOfACommuneHaveTheSameNameAndNonePlansMoreThanItCosts() {
        for (Locality place : data().places())
            assertThat(data().worksIn(place.name())).extracting(Work::name).doesNotHaveDuplicates();
        assertThat(data().works()).allMatch(work -> work.plan() > 0 && work.spent() + work.plan() <= work.total());
    }

    @Test
    void numbersAreWrittenTheOfficialWay() {
        assertThat(Num.whole(1_234_567)).isEqualTo("1.234.567");
        assertThat(Num.two(12_345.678)).isEqualTo("12.345,68");
        assertThat(Num.roman(45)).isEqualTo("XLV");
        assertThat(paper("nghi-quyet-bien-che").date()).isEqualTo(LocalDate.of(2026, 12, 9));
    }

    private static Data data() {
        DemoProvince province = DemoProvince.load();
        return Data.of(province.units(), province.people(), province.session().items());
    }

    private static DemoPaper paper(String name) {
        return PAPERS.stream()
                .filter(paper -> paper.id().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String page(DemoPaper paper, int page) throws IOException {
        try (PDDocument file =
                Loader.loadPDF(directory.resolve(paper.fileName()).toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(file).replaceAll("\\s+", " ");
        }
    }

    private static String words(DemoPaper paper) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 2; page++) pages.add(page(paper, page));
        if (paper.id().value().startsWith("bao-cao"))
            for (int page = 3; page <= 6; page++) pages.add(page(paper, page));
        return String.join(" ", pages);
    }
}
