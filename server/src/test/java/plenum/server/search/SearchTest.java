package plenum.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.search.SearchHouse.words;
import static plenum.server.testkit.Council.SECRETARY;
import static plenum.server.testkit.Council.SESSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;

/** Search as people use it; every paper goes through the desk, the child process and the index on the disk. */
final class SearchTest {
    private static SearchHouse search;

    @BeforeAll
    static void open() throws IOException {
        search = new SearchHouse();
        search.council
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), search.council.now())
                .item("dat", "Bảng giá đất", false)
                .item("ns", "Ngân sách", false)
                .item("kin", "Nhân sự", true)
                .published();
        search.paper(
                "gia-dat",
                "dat",
                "Tờ trình về bảng giá đất",
                "125/TTr-UBND",
                "Mở đầu của tờ trình.",
                "Căn cứ Luật Đất đai, Ủy ban nhân dân tỉnh trình Hội đồng nhân dân xem xét <b>bảng giá</b>.");
        search.paper(
                "quy-mo",
                "ns",
                "Báo cáo thu chi",
                "17/BC-UBND",
                "Quy mô đại đất nước: dãi dầu, dai dẳng; an toàn.",
                "Thu ngân sách nhà nước trên địa bàn tăng.");
        search.paper(
                "nhan-su", "kin", "Tờ trình nhân sự", "9/TTr-TTHĐND", "Giới thiệu nhân sự chủ chốt, đất đai kê khai.");
        search.awaitFound("secretary", words("ke khai"), "nhan-su");
        search.awaitFound("secretary", words("địa bàn"), "quy-mo");
    }

    @AfterAll
    static void close() throws Exception {
        search.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Luật Đất đai", "luat dat dai", "LUẬT ĐẤT ĐAI", "lUaT  đất dai"})
    void wordsAreFoundOnTheirPageWithAndWithoutMarks(String typed) {
        for (var form : Normalizer.Form.values()) {
            var best = search.ask("delegate", words(Normalizer.normalize(typed, form)))
                    .at("/papers/0");
            assertThat(best.at("/paper/paperId").asText()).isEqualTo("gia-dat");
            assertThat(best.at("/pages").asInt()).isEqualTo(1);
            assertThat(best.at("/hits/0/page").asInt()).isEqualTo(2);
            assertThat(best.at("/hits/0/snippet").toString()).contains("Đất đai\",\"hit\":true}");
            assertThat(best.at("/itemTitle").asText()).isEqualTo("Bảng giá đất");
        }
    }

    @Test
    void whoTypesMarksFindsTheSameMarksFirst() {
        assertThat(search.found("delegate", words("đất đai")).getFirst()).isEqualTo("gia-dat");
        assertThat(search.found("delegate", words("dai dang"))).containsExactly("quy-mo");
    }

    @Test
    void wordsInQuotesStandSideBySide() {
        assertThat(search.found("delegate", words("\"nhân dân tỉnh\""))).containsExactly("gia-dat");
        assertThat(search.found("delegate", words("\"tỉnh nhân dân\""))).isEmpty();
        assertThat(search.found("delegate", words("\"chưa đóng"))).isEmpty();
    }

    @Test
    void theLastWordMayBeUnfinished() {
        assertThat(search.found("delegate", words("ngân sá"))).containsExactly("quy-mo");
        assertThat(search.found("delegate", words("ngân sá "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"125/TTr-UBND", "125/ttr-ubnd", "125/TTr", "125 / TTr-UBND"})
    void aNumberFindsItsPaper(String typed) {
        assertThat(search.found("delegate", words(typed)).getFirst()).isEqualTo("gia-dat");
    }

    @Test
    void aPaperIsFoundByItsTitleAlone() {
        var found = search.ask("delegate", words("báo cáo thu chi")).at("/papers/0");
        assertThat(found.at("/paper/number").asText()).isEqualTo("17/BC-UBND");
    }

    @Test
    void snippetsAreWordsAndNeverMarkup() {
        var snippet = search.ask("delegate", words("bảng giá xem xét")).at("/papers/0/hits/0/snippet");
        var text = StreamSupport.stream(snippet.spliterator(), false)
                .map(piece -> piece.at("/text").asText())
                .reduce("", String::concat);
        assertThat(text).contains("xem xét <b>bảng giá</b>");
    }

    @Test
    void aPersonFindsAndCountsOnlyWhatThePersonMayOpen() {
        assertThat(search.found("secretary", words("đất đai kê khai"))).containsExactly("nhan-su");
        assertThat(search.ask("delegate", words("đất đai kê khai")).toString())
                .isEqualTo("{\"papers\":[],\"more\":false,\"complete\":true}");
        assertThat(search.ask("guest", words("chủ chốt")).at("/papers")).isEmpty();
        assertThat(search.found("guest", words("Luật Đất đai"))).startsWith("gia-dat");
        for (var stranger : List.of("neighbour", "unit-admin", "admin", "screen")) {
            assertThat(search.ask(stranger, words("đất")).at("/papers"))
                    .as(stranger)
                    .isEmpty();
        }
    }

    @Test
    void filtersKeepWhatTheySay() {
        var land = words("nhân dân") + "&session=ky-hop-3";
        assertThat(search.found("delegate", land)).contains("gia-dat");
        assertThat(search.found("delegate", land + "&item=ns")).doesNotContain("gia-dat");
        assertThat(search.found("delegate", land + "&kind=SUBMISSION")).contains("gia-dat");
        assertThat(search.found("delegate", land + "&kind=ANNEX")).isEmpty();
        var year = search.council.now().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).getYear();
        assertThat(search.found("delegate", land + "&year=" + year)).contains("gia-dat");
        assertThat(search.found("delegate", land + "&year=1999")).isEmpty();
        assertThat(search.found("delegate", words("nhân dân") + "&session=khac"))
                .isEmpty();
    }

    @Test
    void aPageOfResultsSaysThatThereAreMore() {
        var one = search.ask("secretary", words("đất") + "&limit=1");
        assertThat(one.at("/papers")).hasSize(1);
        assertThat(one.at("/more").asBoolean()).isTrue();
        assertThat(search.ask("delegate", words("chủ chốt") + "&limit=1")
                        .at("/more")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "\"", "( OR AND", "\\", "/", "…", "'; drop", "𠀀𠀀", "a:b^~*?"})
    void whatHasNoWordsOrLooksLikeAQueryFindsNothingAndBreaksNothing(String typed) {
        assertThat(search.answer("delegate", words(typed)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatDoesNotFitTheContractIsRefused() {
        assertThat(search.answer("delegate", "").statusCode()).isEqualTo(400);
        assertThat(search.answer("delegate", words("x".repeat(201))).statusCode())
                .isEqualTo(400);
        assertThat(search.answer("delegate", words("đất") + "&limit=1000").statusCode())
                .isEqualTo(400);
        assertThat(search.house.get("/api/search?q=dat").statusCode()).isEqualTo(401);
    }

    @Test
    void aPaperThatIsTakenBackIsFoundByNobodyFromThatMomentOn() throws IOException {
        search.paper("thu-hoi", "ns", "Phụ lục thu hồi", "31/PL", "Chỉ tiêu thanh long ruột đỏ.");
        search.awaitFound("delegate", words("thanh long"), "thu-hoi");
        search.council.must(SECRETARY, new AgendaCommand.RecallPaper(new PaperId("thu-hoi"), "Nhầm tệp"));
        assertThat(search.found("delegate", words("thanh long"))).isEmpty();
        assertThat(search.found("delegate", words("31/PL"))).isEmpty();
    }

    @Test
    void aPaperFollowsItsNameAndItsItem() throws IOException {
        search.paper("doi", "ns", "Bản nháp", "32/BC", "Hồ sơ mắc ca Tuần Giáo.");
        search.awaitFound("delegate", words("mắc ca"), "doi");
        search.council.must(
                SECRETARY,
                new AgendaCommand.RenamePaper(
                        new PaperId("doi"), new PaperFacts("Đề án cây công nghiệp", PaperKind.ANNEX, "33/ĐA")));
        search.awaitFound("delegate", words("đề án cây công nghiệp"), "doi");
        search.awaitFound("delegate", words("33/đa"), "doi");
        assertThat(search.found("delegate", words("bản nháp"))).isEmpty();
        search.council.must(SECRETARY, new AgendaCommand.MovePaper(new PaperId("doi"), new ItemId("kin"), 0));
        assertThat(search.found("delegate", words("mắc ca"))).isEmpty();
        search.awaitFound("secretary", words("mắc ca"), "doi");
    }

    @Test
    void aPaperForNamedPersonsIsFoundByThemAndTheSecretaryOnly() throws IOException {
        var named = search.house.newDelegate("d5");
        var other = search.house.newDelegate("d6");
        var reach = new Reach(List.of(), List.of(new PersonId(named)), null, null, false);
        search.paper(reach, "rieng", "ns", "Thư riêng", "60/TH", "Kiến nghị về Hồ Pá Khoang.");
        search.awaitFound(named, words("Pá Khoang"), "rieng");
        search.awaitFound("secretary", words("Pá Khoang"), "rieng");
        assertThat(search.ask(other, words("Pá Khoang")).at("/papers")).isEmpty();
        assertThat(search.ask("guest", words("Pá Khoang")).at("/papers")).isEmpty();
        search.council.must(SECRETARY, new AgendaCommand.RestrictPaper(new PaperId("rieng"), Reach.EVERYONE));
        search.awaitFound(other, words("Pá Khoang"), "rieng");
        search.council.must(SECRETARY, new AgendaCommand.RestrictPaper(new PaperId("rieng"), reach));
        assertThat(search.ask(other, words("Pá Khoang")).at("/papers")).isEmpty();
    }

    @Test
    void aConfidentialPaperIsFoundByNoGuestAndOneWhoseTimeIsOverByNoDelegate() throws IOException {
        var mat = new Reach(List.of(), List.of(), null, null, true);
        search.paper(mat, "mat", "ns", "Tài liệu mật", "61/M", "Phương án A Pa Chải.");
        search.awaitFound("delegate", words("Pa Chải"), "mat");
        assertThat(search.ask("guest", words("Pa Chải")).at("/papers")).isEmpty();
        var over = new Reach(List.of(), List.of(), null, search.council.now().plusSeconds(60), false);
        search.council.must(SECRETARY, new AgendaCommand.RestrictPaper(new PaperId("mat"), over));
        search.awaitFound("guest", words("Pa Chải"), "mat");
        search.council.pass(Duration.ofSeconds(61));
        assertThat(search.ask("delegate", words("Pa Chải")).toString())
                .isEqualTo("{\"papers\":[],\"more\":false,\"complete\":true}");
        search.awaitFound("secretary", words("Pa Chải"), "mat");
    }

    @Test
    void anItemThatIsHiddenHidesItsPapersAndShowsThemAgain() throws IOException {
        search.council.item("an", "Điều chỉnh quy hoạch", false);
        search.paper("an-hien", "an", "Quy hoạch chung", "40/QH", "Trục động lực Mường Thanh.");
        search.awaitFound("delegate", words("Mường Thanh"), "an-hien");
        search.council.must(SECRETARY, new AgendaCommand.EditItem(new ItemId("an"), facts(true)));
        assertThat(search.found("delegate", words("Mường Thanh"))).isEmpty();
        search.council.must(SECRETARY, new AgendaCommand.EditItem(new ItemId("an"), facts(false)));
        search.awaitFound("delegate", words("Mường Thanh"), "an-hien");
    }

    private static ItemFacts facts(boolean hidden) {
        return new ItemFacts("Điều chỉnh quy hoạch", ItemKind.RESOLUTION, null, 30, null, hidden, null);
    }

    @Test
    void anIndexThatIsMissingIsMadeAnew() throws Exception {
        var before = search.found("secretary", words("đất"));
        search.restarted(PaperIndex::wipe);
        assertThat(search.found("secretary", words("đất"))).isEqualTo(before);
        assertThat(before).isNotEmpty();
    }

    @Test
    void anIndexThatIsDamagedIsMadeAnew() throws Exception {
        var before = search.found("secretary", words("đất"));
        search.restarted(SearchTest::damage);
        assertThat(search.found("secretary", words("đất"))).isEqualTo(before);
    }

    private static void damage(Path index) throws IOException {
        try (var files = Files.list(index)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
    }

    @Test
    void anIndexThatBelievesWrongWordsIsMadeAnewWhenAskedTo() throws Exception {
        search.restarted(SearchTest::falsify);
        assertThat(search.found("delegate", words("hoa ban nở sớm"))).containsExactly("gia-dat");
        assertThat(search.ask("delegate", words("Luật Đất đai"))
                        .at("/papers/0/pages")
                        .asInt())
                .isZero();
        search.restarted(index -> {}, true);
        assertThat(search.found("delegate", words("hoa ban nở sớm"))).isEmpty();
        assertThat(search.ask("delegate", words("Luật Đất đai"))
                        .at("/papers/0/pages")
                        .asInt())
                .isEqualTo(1);
    }

    /** Other words under the name of the right ones: nobody looks closer at what has the right name. */
    private static void falsify(Path path) throws IOException {
        try (var index = PaperIndex.open(path)) {
            var paper = IndexedPaper.all(search.council.lanes.lane(SESSION).hall()).stream()
                    .filter(one -> one.key().paper().value().equals("gia-dat"))
                    .findFirst()
                    .orElseThrow();
            index.put(paper, Objects.requireNonNull(index.prints().get(paper.key())), List.of("Hoa ban nở sớm."));
        }
    }

    @Test
    void anOlderIndexCatchesUpWithWhatHappenedMeanwhile() throws Exception {
        var old = Files.createTempDirectory(search.directory, "old");
        search.restarted(index -> copy(index, old));
        search.paper("moi", "ns", "Báo cáo bổ sung", "50/BC", "Dự án sân bay Điện Biên giai đoạn hai.");
        search.awaitFound("delegate", words("sân bay"), "moi");
        search.restarted(index -> {
            PaperIndex.wipe(index);
            copy(old, index);
        });
        assertThat(search.found("delegate", words("sân bay"))).containsExactly("moi");
        search.council.must(SECRETARY, new AgendaCommand.RecallPaper(new PaperId("moi"), "Nhầm tệp"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(one -> !one.endsWith("write.lock")).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
