package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static plenum.server.documents.PaperHouse.code;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.kernel.PaperId;
import plenum.server.platform.Json;
import plenum.server.testkit.Council;

/** Papers of several versions, for some, for a time, and taken back: over HTTP. */
final class PaperReachTest {
    private static final byte[] FIRST = Pdfs.plain(3);
    private static final byte[] SECOND = Pdfs.plain(5);
    private static PaperHouse papers;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        papers = PaperHouse.inSession();
    }

    @BeforeEach
    void begin() {
        id = "r" + ++tests;
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
    }

    @Test
    void aNewVersionIsReadByAllAndTheOldOneStays() {
        attached("");
        var answer = papers.replace("secretary", id, 2, SECOND);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Json.tree(answer.body()).at("/version").asInt()).isEqualTo(2);
        assertThat(Json.tree(answer.body()).at("/earlier/0/pages").asInt()).isEqualTo(3);
        for (var person : new String[] {"secretary", "chair", "delegate", "guest"}) {
            assertThat(papers.content(person, id).body()).as(person).isEqualTo(SECOND);
            assertThat(papers.version(person, id, 1).body()).as(person).isEqualTo(FIRST);
            assertThat(papers.version(person, id, 3).statusCode()).as(person).isEqualTo(404);
        }
        assertThat(papers.house.audit.newest(5))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("papers.replaced"));
    }

    @Test
    void theSecondOfTwoReplacementsIsToldThatAnotherWasFaster() {
        attached("");
        assertThat(papers.replace("secretary", id, 2, SECOND).statusCode()).isEqualTo(201);
        assertThat(papers.replace("secretary", id, 2, SECOND).statusCode()).isEqualTo(201);
        assertThat(code(papers.replace("secretary", id, 2, Pdfs.plain(4)))).isEqualTo("agenda:other-version");
        assertThat(code(papers.replace("secretary", id, 3, SECOND))).isEqualTo("agenda:same-file");
        assertThat(papers.replace("delegate", id, 3, Pdfs.plain(4)).statusCode())
                .isEqualTo(403);
        assertThat(papers.replace("neighbour", id, 3, Pdfs.plain(4)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBadNewVersionLeavesTheOldOne() {
        attached("");
        var half = Arrays.copyOf(SECOND, SECOND.length / 2);
        assertThat(code(papers.replace("secretary", id, 2, half))).isEqualTo("papers:damaged");
        assertThat(papers.content("delegate", id).body()).isEqualTo(FIRST);
    }

    @Test
    void aPaperOfPersonsDoesNotExistForOthers() {
        attached("{\"groups\":[],\"persons\":[\"d7\"],\"confidential\":false}");
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(200);
        assertThat(papers.content("chair", id).statusCode()).isEqualTo(200);
        for (var person : new String[] {"delegate", "guest"}) {
            assertThat(papers.content(person, id).statusCode()).as(person).isEqualTo(404);
            assertThat(papers.version(person, id, 1).statusCode()).as(person).isEqualTo(404);
            assertThat(papers.opened(person, id, 1).statusCode()).as(person).isEqualTo(404);
        }
        assertThat(papers.state("delegate", "delegate")).doesNotContain(id + "\"");
    }

    @Test
    void whoWasLetInOnlyLaterDoesNotReadWhatWasNotForThem() {
        attached("{\"groups\":[],\"persons\":[\"d7\"],\"confidential\":false}");
        assertThat(papers.replace("secretary", id, 2, SECOND).statusCode()).isEqualTo(201);
        papers.council.must(
                Council.SECRETARY,
                new AgendaCommand.RestrictPaper(new PaperId(id), plenum.server.agenda.Reach.EVERYONE));
        assertThat(papers.content("delegate", id).body()).isEqualTo(SECOND);
        assertThat(papers.version("delegate", id, 1).statusCode()).isEqualTo(404);
        assertThat(papers.version("secretary", id, 1).body()).isEqualTo(FIRST);
    }

    @Test
    void aConfidentialPaperIsNotForGuests() {
        attached("{\"groups\":[],\"persons\":[],\"confidential\":true}");
        assertThat(papers.content("delegate", id).statusCode()).isEqualTo(200);
        assertThat(papers.content("guest", id).statusCode()).isEqualTo(404);
    }

    @Test
    void aWindowIsKeptToTheMoment() {
        var opens = papers.council.now().plusSeconds(100).toEpochMilli();
        var closes = papers.council.now().plusSeconds(200).toEpochMilli();
        attached("{\"groups\":[],\"persons\":[],\"from\":" + opens + ",\"until\":" + closes
                + ",\"confidential\":false}");
        assertThat(papers.content("delegate", id).statusCode()).isEqualTo(404);
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(200);
        var unused = papers.council.pass(Duration.ofSeconds(100));
        assertThat(papers.content("delegate", id).statusCode()).isEqualTo(200);
        var later = papers.council.pass(Duration.ofSeconds(100));
        assertThat(later).isNotNull();
        assertThat(papers.content("delegate", id).statusCode()).isEqualTo(404);
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(200);
    }

    @Test
    void aReachThatIsNoneLeavesNoPaper() throws IOException {
        for (var reach : new String[] {"x", "{}", "{\"groups\":null,\"persons\":[],\"confidential\":false}"}) {
            var answer = papers.upload("secretary", id, "ns", reach, FIRST);
            assertThat(code(answer)).as(reach).isEqualTo("papers:bad-reach");
        }
        var nobodys = Pdfs.plain(9);
        var stranger = papers.upload(
                "secretary", id, "ns", "{\"groups\":[\"Tổ 99\"],\"persons\":[],\"confidential\":false}", nobodys);
        assertThat(code(stranger)).isEqualTo("agenda:no-such-reader");
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(404);
        var unused = papers.sweep(Instant.now().plusSeconds(5));
        assertThat(papers.bytes(nobodys)).as("nor its bytes").isEmpty();
    }

    @Test
    void aRecalledPaperIsGoneForAllButControlUntilItIsRestored() {
        attached("");
        papers.council.must(
                Council.SECRETARY, new AgendaCommand.RecallPaper(new PaperId(id), "Phát hành nhầm bản chưa ký"));
        assertThat(papers.content("delegate", id).statusCode()).isEqualTo(404);
        assertThat(papers.content("guest", id).statusCode()).isEqualTo(404);
        assertThat(papers.content("secretary", id).body()).isEqualTo(FIRST);
        assertThat(papers.state("delegate", "delegate")).doesNotContain(id + "\"", "chưa ký");
        assertThat(papers.state("secretary", "control")).contains(id + "\"", "chưa ký");
        papers.council.must(
                Council.SECRETARY,
                new AgendaCommand.RestorePaper(new PaperId(id), new plenum.server.kernel.ItemId("ns")));
        assertThat(papers.content("delegate", id).body()).isEqualTo(FIRST);
    }

    @Test
    void whoOpenedWhichVersionIsKeptOnceAndShownToTheSecretary() {
        attached("");
        assertThat(papers.opened("delegate", id, 1).statusCode()).isEqualTo(204);
        assertThat(papers.opened("delegate", id, 1).statusCode()).isEqualTo(204);
        assertThat(papers.opened("guest", id, 1).statusCode()).isEqualTo(204);
        assertThat(papers.opened("delegate", id, 2).statusCode()).isEqualTo(404);
        assertThat(papers.replace("secretary", id, 2, SECOND).statusCode()).isEqualTo(201);
        var own = Json.tree(papers.get("delegate", "/openings"));
        assertThat(own.findParents("paperId"))
                .filteredOn(one -> one.at("/paperId").asText().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/version").asInt()).isEqualTo(1));
        assertThat(papers.get("delegate", "/openings/counts")).contains("403");
        var counts = Json.tree(papers.get("secretary", "/openings/counts"));
        assertThat(counts.findParents("paperId"))
                .filteredOn(one -> one.at("/paperId").asText().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/version").asInt()).isEqualTo(2))
                .satisfies(one -> assertThat(one.at("/opened").asInt()).isZero())
                .satisfies(one -> assertThat(one.at("/readers").asInt()).isEqualTo(Council.DELEGATES));
    }

    @Test
    void whatWasOpenedWithoutANetworkComesWithTheTimeOfTheTablet() {
        attached("");
        var now = papers.now();
        assertThat(papers.openedAt("delegate", id, 1, now.minusSeconds(3_600)).statusCode())
                .isEqualTo(204);
        assertThat(papers.openedAt("delegate", id, 1, now.minusSeconds(7_200)).statusCode())
                .isEqualTo(204);
        assertThat(papers.openings.of(Council.SESSION, new PaperId(id)))
                .extracting(Opening::at, Opening::openedAt)
                .containsExactly(tuple(now, now.minusSeconds(3_600)));
    }

    @Test
    void whatIsToldAtOnceHasOneTimeOnlyWhateverTheTabletsClockSays() {
        attached("");
        var ahead = papers.now().plusSeconds(86_400);
        assertThat(papers.openedAt("delegate", id, 1, ahead).statusCode()).isEqualTo(204);
        assertThat(papers.openings.of(Council.SESSION, new PaperId(id)))
                .extracting(Opening::openedAt)
                .containsExactly((Instant) null);
    }

    private void attached(String reach) {
        var answer = papers.upload("secretary", id, "ns", reach, FIRST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
