package plenum.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.server.access.SessionPlace;
import plenum.server.hall.Lanes;
import plenum.server.journal.MongoSnapshots;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.Publishers;
import plenum.server.testkit.House;

class SessionsTest {
    private static House house;
    private String session = "";

    @BeforeAll
    static void open() {
        house = new House(Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void draft() {
        session = "s-" + UUID.randomUUID();
        assertThat(prepare("secretary", session, "hdnd-11").statusCode()).isEqualTo(201);
    }

    @Test
    void aPreparedSessionIsADraftWithTodaysRulesAndMembers() {
        var answer = get("secretary", "");
        assertThat(House.text(answer, "/state")).isEqualTo("DRAFT");
        assertThat(House.text(answer, "/unitName")).isEqualTo("Tỉnh Điện Biên");
        var state = get("secretary", "/state?as=control");
        assertThat(House.text(state, "/parts/session/rules/totalMembers")).isEqualTo("2");
        assertThat(House.text(state, "/me/delegate")).isEqualTo("false");
        var members = get("secretary", "/members");
        assertThat(House.text(members, "/0/group"))
                .as("group 2 stands before group 10")
                .isEqualTo("Tổ 2");
    }

    @Test
    void theSameSessionPreparedAgainIsTheSame() {
        assertThat(prepare("secretary", session, "hdnd-11").statusCode()).isEqualTo(201);
        assertThat(House.text(get("secretary", "/journal"), "/last")).isEqualTo("1");
        assertThat(prepare("neighbour", session, "hdnd-12").statusCode())
                .as("no rules there")
                .isEqualTo(409);
    }

    @Test
    void aDraftIsNotThereForADelegateUntilItIsPublished() {
        assertThat(get("delegate", "").statusCode()).isEqualTo(404);
        assertThat(get("delegate", "/state?as=delegate").statusCode()).isEqualTo(404);
        assertThat(listed("delegate")).doesNotContain(session);
        assertThat(listed("secretary")).contains(session);
        publish();
        assertThat(get("delegate", "").statusCode()).isEqualTo(200);
        assertThat(listed("delegate")).contains(session);
        assertThat(House.text(get("delegate", "/state?as=delegate"), "/me/delegate"))
                .isEqualTo("true");
    }

    @Test
    void aStrangerToAUnitGets404WithoutATitle() {
        publish();
        for (var path : List.of("", "/state?as=control", "/members", "/journal", "/minutes")) {
            var answer = get("neighbour", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Kỳ họp thứ", "Điện Biên", session);
            assertThat(House.text(answer, "/code")).isEqualTo("sessions:no-such-session");
        }
        assertThat(listed("neighbour")).isEmpty();
        var unknown = house.as("neighbour", "GET", "/api/sessions/never-made", "");
        assertThat(withoutId(unknown)).isEqualTo(withoutId(get("neighbour", "")));
    }

    private static String withoutId(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[0-9a-f]+\"", "");
    }

    @Test
    void aCommandIsDurableWhenItIsAnsweredAndDecidedOnce() {
        var first = command("secretary", "c1", "session.rename", Map.of("title", "Tên mới"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(House.text(first, "/seq")).isEqualTo("2");
        assertThat(House.text(command("secretary", "c1", "session.rename", Map.of("title", "Tên mới")), "/seq"))
                .isEqualTo("2");
        assertThat(House.text(get("secretary", ""), "/title")).isEqualTo("Tên mới");
        var journal = get("secretary", "/journal?after=1");
        assertThat(House.text(journal, "/entries/0/type")).isEqualTo("session.renamed");
        assertThat(House.text(journal, "/entries/0/byName")).isEqualTo("Người secretary");
    }

    @ParameterizedTest
    @CsvSource({
        "delegate, session.end,              404",
        "secretary, voting.void,              400",
        "secretary, no.such,                  400",
        "secretary, floor.raise-hand,         403"
    })
    void aCommandThatIsNotAllowedIsRefused(String person, String name, int status) {
        assertThat(command(person, "c2", name, Map.of()).statusCode()).isEqualTo(status);
    }

    @Test
    void aCommandWithAnUnknownFieldIsRefusedByName() {
        var answer = command("secretary", "c3", "session.rename", Map.of("title", "A", "state", "ENDED"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(House.text(answer, "/detail")).contains("state");
    }

    @Test
    void aCopyHasTheAgendaWithoutSittingsAndIsTheSameWhenSentAgain() {
        plan();
        item("i1", null, 0, "Khai mạc");
        item("i2", null, 1, "Thảo luận");
        item("i3", "i2", 0, "Tổ 1");
        var copy = "copy-" + session;
        for (int i = 0; i < 2; i++) {
            var answer = house.as("secretary", "POST", "/api/sessions", wanted(copy, "hdnd-11", session));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        var state = house.as("secretary", "GET", "/api/sessions/" + copy + "/state?as=control", "");
        assertThat(House.text(state, "/seq")).isEqualTo("4");
        assertThat(House.text(state, "/parts/agenda/items/2/number")).isEqualTo("2.1");
        assertThat(House.text(state, "/parts/agenda/items/2/title")).isEqualTo("Tổ 1");
        assertThat(House.text(state, "/parts/agenda/items/0/itemId")).isNotEqualTo("i1");
        assertThat(Json.tree(state.body()).at("/parts/session/sittings")).isEmpty();
    }

    @Test
    void nobodyCopiesASessionOfOthers() {
        publish();
        var answer = house.as("neighbour", "POST", "/api/sessions", wanted("x-" + session, "hdnd-12", session));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(House.text(answer, "/code")).isEqualTo("sessions:no-such-session");
    }

    @Test
    void aListComesInPagesWithoutGaps() {
        house.clock.pass(java.time.Duration.ofMillis(5));
        assertThat(prepare("secretary", "later-" + session, "hdnd-11").statusCode())
                .isEqualTo(201);
        var all = listed("secretary");
        assertThat(all.getFirst()).isEqualTo("later-" + session);
        var paged = new java.util.ArrayList<String>();
        var next = "";
        do {
            var page = house.as("secretary", "GET", "/api/sessions?limit=2" + next, "");
            paged.addAll(ids(page));
            next = "&before=" + House.text(page, "/next");
        } while (!next.equals("&before="));
        assertThat(paged).isEqualTo(all);
        assertThat(ids(house.as("secretary", "GET", "/api/sessions?bodyId=hdnd-12", "")))
                .isEmpty();
    }

    @Test
    void anIndexThatACrashLeftBehindFollowsTheJournal() {
        publish();
        assertThat(Publishers.first(house.store
                                .mongo()
                                .collection("sessions")
                                .updateOne(
                                        new Document("_id", session),
                                        new Document(
                                                "$set",
                                                new Document("draft", true)
                                                        .append("state", "DRAFT")
                                                        .append("seq", 1L))))
                        .await())
                .isPresent();
        try (var lanes = new Lanes(
                house.journal,
                new MongoSnapshots(house.store.mongo().collection("snapshots")),
                house.clock,
                List.of(house.index))) {
            var restarted = new SessionDesk(
                    house.index, lanes, house.journal, house.identity.unitDesk(), house.identity.people(), house.clock);
            assertThat(restarted.place(new SessionId(session)))
                    .hasValue(new SessionPlace(new BodyId("hdnd-11"), false, Set.of()));
        }
        assertThat(listed("delegate")).contains(session);
    }

    private static HttpResponse<String> prepare(String person, String session, String body) {
        return house.as(person, "POST", "/api/sessions", wanted(session, body, null));
    }

    private static String wanted(String session, String body, @org.jspecify.annotations.Nullable String from) {
        var json = new java.util.TreeMap<String, Object>(Map.of(
                "sessionId", session, "bodyId", body, "title", "Kỳ họp thứ mười tám", "number", 18, "kind", "REGULAR"));
        if (from != null) {
            json.put("cloneFrom", from);
        }
        return Json.text(json);
    }

    private HttpResponse<String> get(String person, String rest) {
        return house.as(person, "GET", "/api/sessions/" + session + rest, "");
    }

    private HttpResponse<String> command(String person, String id, String name, Map<String, Object> data) {
        return house.as(
                person,
                "POST",
                "/api/sessions/" + session + "/commands",
                Json.text(Map.of("id", id, "name", name, "data", data)));
    }

    private void plan() {
        done(
                "sitting.plan",
                Map.of("sittingId", "p1", "title", "Sáng", "date", "2026-12-09", "startsAt", 1765245600000L));
    }

    private void item(String id, @org.jspecify.annotations.Nullable String parent, int index, String title) {
        var data = new java.util.TreeMap<String, Object>(Map.of(
                "itemId",
                id,
                "index",
                index,
                "title",
                title,
                "kind",
                "DISCUSSION",
                "hidden",
                false,
                "sittingId",
                "p1"));
        if (parent != null) {
            data.put("parentId", parent);
        }
        done("agenda.add-item", data);
    }

    private void publish() {
        plan();
        item("i1", null, 0, "Khai mạc");
        done("session.publish", Map.of());
    }

    private void done(String name, Map<String, Object> data) {
        var answer = command("secretary", UUID.randomUUID().toString(), name, data);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> listed(String person) {
        return ids(house.as(person, "GET", "/api/sessions?limit=100", ""));
    }

    private static List<String> ids(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return StreamSupport.stream(Json.tree(page.body()).at("/sessions").spliterator(), false)
                .map(one -> one.at("/sessionId").asText())
                .toList();
    }
}
