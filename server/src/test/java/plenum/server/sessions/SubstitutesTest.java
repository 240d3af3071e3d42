package plenum.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.House.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Json;
import plenum.server.testkit.House;
import plenum.server.units.Register;

/** A committee of four, one of whom sends a substitute. */
final class SubstitutesTest {
    private static final List<String> MEMBERS = List.of("m1", "m2", "m3", "m4");
    private static House house;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        MEMBERS.forEach(house::newDelegate);
        house.newDelegate("g1");
        committee("ubnd-a", true);
        committee("ubnd-b", false);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aSubstituteAttendsSpeaksAndVotesWhereTheRulesSaySoAndIsNamedAsOne() {
        inSession("hop-a", "ubnd-a");
        assertThat(send("m3", "hop-a", "m4", "g1").statusCode())
                .as("for another")
                .isEqualTo(409);
        assertThat(send("m4", "hop-a", "m4", "delegate").statusCode())
                .as("no guest of the committee")
                .isEqualTo(404);
        ok(send("m4", "hop-a", "m4", "g1"));
        assertThat(me("hop-a", "g1", "guest").at("/sittings/0/insteadOf").asText())
                .isEqualTo("Người m4");
        begin("hop-a");
        order("g1", "hop-a", "floor.raise-hand", "{}");
        order("secretary", "hop-a", "floor.grant", "{\"personId\":\"g1\",\"seconds\":60}");
        assertThat(part("hop-a", "guest", "g1", "floor").at("/speech/name").asText())
                .isEqualTo("Người g1 (dự thay Người m4)");
        order("g1", "hop-a", "floor.end-speech", "{}");
        var attendance = part("hop-a", "control", "secretary", "attendance");
        assertThat(attendance.at("/sittings/0/present").asInt())
                .as("makes no quorum")
                .isEqualTo(3);
        vote("hop-a");
        order("g1", "hop-a", "voting.cast", "{\"voteId\":\"v\",\"choice\":\"AGAINST\"}");
        order("secretary", "hop-a", "voting.close", "{\"voteId\":\"v\"}");
        order("secretary", "hop-a", "voting.declare", "{\"voteId\":\"v\"}");
        var counted = part("hop-a", "delegate", "m1", "voting").at("/votes/0");
        assertThat(counted.at("/eligible").asInt()).isEqualTo(4);
        assertThat(counted.at("/ballots").findValuesAsText("name")).containsExactly("Người g1 (dự thay Người m4)");
    }

    @Test
    void aSubstituteWhoVotesPairsATabletAndNobodyElseWhoIsNoMember() {
        inSession("hop-d", "ubnd-a");
        assertThat(pairing("hop-d", "g1")).as("sent by nobody").isEqualTo(404);
        ok(send("m4", "hop-d", "m4", "g1"));
        assertThat(pairing("hop-d", "g1")).isEqualTo(200);
        var tablets = Json.tree(ok(house.as("secretary", "GET", "/api/sessions/hop-d/voting-keys", ""))
                .body());
        assertThat(tablets.at("/people").findValuesAsText("name")).contains("Người g1 (dự thay Người m4)");
        assertThat(house.as("g1", "GET", "/api/sessions/hop-d/voting-keys/own", "")
                        .statusCode())
                .isEqualTo(200);
        inSession("hop-e", "ubnd-b");
        ok(send("m4", "hop-e", "m4", "g1"));
        assertThat(pairing("hop-e", "g1")).as("where substitutes do not vote").isEqualTo(404);
    }

    private static int pairing(String session, String person) {
        var whom = Json.text(Map.of("personId", person));
        return house.as("secretary", "POST", "/api/sessions/" + session + "/pairings", whom)
                .statusCode();
    }

    @Test
    void whereTheRulesSayNothingASubstituteListensAndSpeaksButDoesNotVote() {
        inSession("hop-b", "ubnd-b");
        ok(send("secretary", "hop-b", "m4", "g1"));
        begin("hop-b");
        order("g1", "hop-b", "floor.raise-hand", "{}");
        vote("hop-b");
        var refused = command("g1", "hop-b", "voting.cast", "{\"voteId\":\"v\",\"choice\":\"FOR\"}");
        assertThat(text(refused, "/code")).isEqualTo("voting:not-eligible");
        assertThat(part("hop-b", "delegate", "m1", "voting")
                        .at("/votes/0/eligible")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void inACouncilThereAreNoSubstitutes() {
        ok(
                house.as(
                        "secretary",
                        "POST",
                        "/api/sessions",
                        "{\"sessionId\":\"hop-c\",\"bodyId\":\"hdnd-11\",\"title\":\"Kỳ họp\",\"number\":3,\"kind\":\"REGULAR\"}"));
        plan("hop-c");
        var refused = send("m4", "hop-c", "m4", "guest");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused, "/code")).isEqualTo("attendance:no-substitutes");
    }

    private static void committee(String body, boolean vote) {
        var grants = MEMBERS.stream()
                .map(person -> "{\"personId\":\"%s\",\"role\":\"DELEGATE\",\"scope\":\"%s\"}".formatted(person, body))
                .toList();
        var seats = MEMBERS.stream()
                .map(person ->
                        "{\"bodyId\":\"%s\",\"personId\":\"%s\",\"group\":\"UBND\",\"seat\":\"%s\",\"validFrom\":\"2021-07-01\"}"
                                .formatted(body, person, person.substring(1)))
                .toList();
        var rules = """
                {"ruleSetId":"quy-che-%1$s","bodyId":"%1$s","version":1,"citation":"Quy chế làm việc","validFrom":"2021-07-01",
                 "quorum":{"numerator":2,"denominator":3,"strict":false,"base":"TOTAL_MEMBERS"},
                 "pass":{"numerator":1,"denominator":2,"strict":true,"base":"TOTAL_MEMBERS"},"allowChange":true,"speechSeconds":420,
                 "ballots":{"totals":[],"signedBallots":false,"secretElectronic":false,"substitutesVote":%2$s,"tellersLeast":3,"secretLeast":5,
                  "matters":[{"code":"resolution","name":"Quyết định","sheet":"DECISION","forms":["OPEN"],
                   "options":[{"code":"FOR","label":"Đồng ý"},{"code":"AGAINST","label":"Không đồng ý"}],
                   "pass":{"numerator":1,"denominator":2,"strict":true,"base":"TOTAL_MEMBERS"},"findings":[],"tie":"CHAIR_SIDE",
                   "allowChange":true,"showLive":false,"blankValid":false,"citation":"Luật"}]}}""".formatted(body, vote);
        var register = """
                {"bodies":[{"bodyId":"%1$s","unitId":"11","name":"UBND tỉnh Điện Biên","kind":"COMMITTEE"}],
                 "members":[%2$s],"ruleSets":[%3$s],
                 "grants":[%4$s,{"personId":"secretary","role":"SECRETARY","scope":"%1$s"},
                  {"personId":"g1","role":"GUEST","scope":"%1$s"}]}
                """.formatted(body, String.join(",", seats), rules, String.join(",", grants));
        house.registers.importAll(Json.read(register, Register.class), new PersonId("tester"), "");
    }

    private static void inSession(String session, String body) {
        var wanted =
                "{\"sessionId\":\"%s\",\"bodyId\":\"%s\",\"title\":\"Phiên họp\",\"number\":3,\"kind\":\"REGULAR\"}"
                        .formatted(session, body);
        ok(house.as("secretary", "POST", "/api/sessions", wanted));
        plan(session);
    }

    private static void plan(String session) {
        order(
                "secretary",
                session,
                "sitting.plan",
                "{\"sittingId\":\"s\",\"title\":\"Sáng\",\"date\":\"2026-12-09\",\"startsAt\":1765245600000}");
        order(
                "secretary",
                session,
                "agenda.add-item",
                "{\"itemId\":\"i\",\"index\":0,\"title\":\"Nội dung\",\"kind\":\"RESOLUTION\",\"hidden\":false}");
        order("secretary", session, "session.publish", "{}");
    }

    /** Three members and the substitute are there. */
    private static void begin(String session) {
        order("secretary", session, "attendance.open-roll-call", "{\"sittingId\":\"s\"}");
        MEMBERS.subList(0, 3).forEach(person -> order(person, session, "attendance.check-in", "{\"sittingId\":\"s\"}"));
        order("g1", session, "attendance.check-in", "{\"sittingId\":\"s\"}");
        order("secretary", session, "attendance.approve", "{\"sittingId\":\"s\"}");
        order("secretary", session, "sitting.open", "{\"sittingId\":\"s\"}");
    }

    private static void vote(String session) {
        order("secretary", session, "agenda.open-item", "{\"itemId\":\"i\"}");
        order("secretary", session, "voting.prepare", "{\"voteId\":\"v\",\"itemId\":\"i\",\"title\":\"Thông qua\"}");
        order("secretary", session, "voting.open", "{\"voteId\":\"v\"}");
    }

    private static JsonNode me(String session, String person, String audience) {
        return state(session, audience, person).at("/me");
    }

    private static JsonNode part(String session, String audience, String person, String name) {
        return state(session, audience, person).at("/parts/" + name);
    }

    private static JsonNode state(String session, String audience, String person) {
        return Json.tree(ok(house.as(person, "GET", "/api/sessions/" + session + "/state?as=" + audience, ""))
                .body());
    }

    private static HttpResponse<String> send(String by, String session, String member, String who) {
        var body = Json.text(Map.of("id", UUID.randomUUID().toString(), "substituteId", who));
        return house.as(by, "PUT", "/api/sessions/" + session + "/sittings/s/substitutes/" + member, body);
    }

    private static void order(String by, String session, String name, String data) {
        ok(command(by, session, name, data));
    }

    private static HttpResponse<String> command(String by, String session, String name, String data) {
        var frame = "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"" + name + "\",\"data\":" + data + "}";
        return house.as(by, "POST", "/api/sessions/" + session + "/commands", frame);
    }

    @CanIgnoreReturnValue
    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
