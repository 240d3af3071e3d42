package plenum.server.opinions;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.Council.CHAIR;
import static plenum.server.testkit.Council.SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.agenda.AgendaCommand;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.SittingId;
import plenum.server.platform.Json;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

/** Opinions as tablets send them and the secretary reads them, over real sockets and the real store. */
final class OpinionsTest {
    private static final String OPINIONS = "/api/sessions/" + SESSION + "/opinions";

    private final Map<String, Operation> desk = new HashMap<>();
    private final House house = new House(Map.of(
            "ownOpinions", request -> asked("ownOpinions", request),
            "giveOpinion", request -> asked("giveOpinion", request),
            "opinionBoard", request -> asked("opinionBoard", request),
            "exportOpinions", request -> asked("exportOpinions", request)));
    private final Council council = new Council(house);

    private Object asked(String operation, Request request) throws Exception {
        return Objects.requireNonNull(desk.get(operation)).answer(request);
    }

    @BeforeEach
    void aPublishedSession() {
        var store = new OpinionStore(house.store.mongo());
        var opinions = new OpinionDesk(council.lanes, store, (actor, session, paper) -> {}, house.audit, house.clock);
        desk.putAll(new OpinionRoutes(opinions).operations());
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 9), council.now())
                .item("ns", "Ngân sách", false)
                .item("kin", "Nhân sự", true)
                .published();
    }

    @AfterEach
    void close() {
        council.close();
        house.close();
    }

    private HttpResponse<String> give(
            String person, String item, String id, String stance, String text, long secondsAgo) {
        var body = new LinkedHashMap<String, Object>();
        body.put("opinionId", id);
        body.put("stance", stance);
        if (!text.isEmpty()) {
            body.put("text", text);
        }
        body.put("writtenAt", council.now().minusSeconds(secondsAgo).toEpochMilli());
        return house.as(person, "PUT", OPINIONS + "/items/" + item, Json.text(body));
    }

    private static String code(HttpResponse<String> answer) {
        return Json.tree(answer.body()).path("code").asText();
    }

    private JsonNode own(String person) {
        return Json.tree(house.as(person, "GET", OPINIONS, "").body());
    }

    private JsonNode onBoard(String person) {
        var board =
                Json.tree(house.as("secretary", "GET", OPINIONS + "/board", "").body());
        assertThat(board.path("items")).hasSize(1);
        for (var member : board.at("/items/0/members")) {
            if (member.path("personId").asText().equals(person)) {
                return member.path("opinion");
            }
        }
        throw new AssertionError(person + " is not on " + board);
    }

    @Test
    void anOpinionIsTheOwnOneAndStandsOnTheSecretarysBoard() {
        var one = house.newDelegate("d5");
        var other = house.newDelegate("d6");
        assertThat(onBoard(one).isMissingNode()).isTrue();
        assertThat(give(one, "ns", "y1", "OTHER", "Cần bổ sung nguồn.", 0).statusCode())
                .isEqualTo(200);
        assertThat(own(one).at("/0/text").asText()).isEqualTo("Cần bổ sung nguồn.");
        assertThat(own(one).at("/0/late").asBoolean()).isFalse();
        assertThat(own(other)).isEmpty();
        assertThat(onBoard(one).path("stance").asText()).isEqualTo("OTHER");
        assertThat(onBoard(other).isMissingNode()).isTrue();
    }

    @Test
    void sentTwiceOrInAnotherOrderTheWordWrittenLastCounts() {
        var one = house.newDelegate("d5");
        assertThat(give(one, "ns", "y2", "AGREE", "", 10).statusCode()).isEqualTo(200);
        assertThat(give(one, "ns", "y1", "DISAGREE", "Lời cũ hơn", 30).statusCode())
                .isEqualTo(200);
        assertThat(own(one).at("/0/stance").asText()).isEqualTo("AGREE");
        council.pass(Duration.ofSeconds(5));
        assertThat(give(one, "ns", "y2", "OTHER", "Mã đã dùng", 0).statusCode()).isEqualTo(200);
        assertThat(own(one).at("/0/stance").asText()).isEqualTo("AGREE");
        assertThat(give(one, "ns", "y3", "OTHER", "Lời mới hơn", 0).statusCode())
                .isEqualTo(200);
        assertThat(own(one)).hasSize(1);
        assertThat(own(one).at("/0/text").asText()).isEqualTo("Lời mới hơn");
    }

    @Test
    void whatWaitedForANetworkIsTakenAndMarkedLate() {
        var one = house.newDelegate("d5");
        assertThat(give(one, "ns", "y1", "AGREE", "", 7_200).statusCode()).isEqualTo(200);
        assertThat(own(one).at("/0/late").asBoolean()).isTrue();
        assertThat(onBoard(one).path("at").asLong()
                        - onBoard(one).path("writtenAt").asLong())
                .isEqualTo(7_200_000);
    }

    @Test
    void afterTheItemOnlyWhatWasWrittenBeforeIsTaken() {
        var one = house.newDelegate("d5");
        var other = house.newDelegate("d6");
        council.rollCall("sang", 20)
                .must(CHAIR, new SittingCommand.OpenSitting(new SittingId("sang"), "Thống nhất mở phiên"));
        council.must(CHAIR, new AgendaCommand.OpenItem(new ItemId("ns")));
        assertThat(give(one, "ns", "y1", "AGREE", "", 0).statusCode()).isEqualTo(200);
        council.must(CHAIR, new AgendaCommand.CloseItem());
        assertThat(code(give(one, "ns", "y2", "OTHER", "Sau khi kết thúc", 0))).isEqualTo("opinions:closed");
        assertThat(give(other, "ns", "y3", "OTHER", "Viết khi mất mạng", 600).statusCode())
                .isEqualTo(200);
        assertThat(onBoard(other).path("late").asBoolean()).isTrue();
        assertThat(own(one).at("/0/stance").asText()).isEqualTo("AGREE");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        var one = house.newDelegate("d5");
        assertThat(code(give(one, "ns", "y1", "OTHER", "", 0))).isEqualTo("opinions:text-needed");
        assertThat(code(give(one, "ns", "y1", "DISAGREE", "   ", 0))).isEqualTo("opinions:text-needed");
        assertThat(code(give(one, "kin", "y1", "AGREE", "", 0))).isEqualTo("opinions:no-such-item");
        assertThat(code(give(one, "khac", "y1", "AGREE", "", 0))).isEqualTo("opinions:no-such-item");
        assertThat(code(give(one, "ns", "y1", "AGREE", "", -3_600))).isEqualTo("opinions:from-the-future");
        assertThat(give(one, "ns", "y1", "AGREE", "x".repeat(4_001), 0).statusCode())
                .isEqualTo(400);
        assertThat(own(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "screen", "neighbour", "unit-admin", "secretary"})
    void nobodyElseGivesAnOpinion(String person) {
        assertThat(give(person, "ns", "y1", "AGREE", "", 0).statusCode()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delegate", "guest", "screen", "neighbour", "unit-admin"})
    void theBoardIsForSecretaryAndChair(String person) {
        assertThat(house.as(person, "GET", OPINIONS + "/board", "").statusCode())
                .isIn(403, 404);
        assertThat(house.as(person, "GET", OPINIONS + "/items/ns/sheet", "").statusCode())
                .isIn(403, 404);
    }

    @Test
    void theSheetHasEveryMemberAndNoFormula() {
        var one = house.newDelegate("d5");
        assertThat(give(one, "ns", "y1", "OTHER", "=HYPERLINK(\"x\"), \"nguồn\"", 0)
                        .statusCode())
                .isEqualTo(200);
        var sheet = house.as("secretary", "GET", OPINIONS + "/items/ns/sheet", "");
        assertThat(sheet.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        var lines = sheet.body().lines().toList();
        assertThat(lines.getFirst()).startsWith("\ufeff\"Họ và tên\"");
        var members = council.lanes.lane(SESSION).hall().roster().size();
        assertThat(lines).hasSize(1 + members);
        assertThat(sheet.body()).contains("\"Ý kiến khác\",\"'=HYPERLINK(\"\"x\"\"), \"\"nguồn\"\"\"");
        assertThat(lines.stream().filter(line -> line.contains("\"Chưa gửi\""))).hasSize(members - 1);
    }
}
