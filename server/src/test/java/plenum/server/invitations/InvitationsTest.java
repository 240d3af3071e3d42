package plenum.server.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

/** Units are invited over HTTP, their administrators answer, and whom they name sees this session and no other. */
class InvitationsTest {
    private static House house;
    private static int ids;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        house.commune("x-1", "Xã Mường Phăng");
        house.commune("x-2", "Xã Thanh Nưa");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theRegisterSaysWhichUnitsThereAreAndWhereInTheTree() {
        var session = published();
        var units = Json.tree(ok("secretary", "GET", path(session, "/point-units"), "")
                        .body())
                .at("/units");
        assertThat(units.findValuesAsText("name"))
                .containsExactly("Tỉnh Điện Biên", "Phường Điện Biên Phủ", "Xã Mường Phăng", "Xã Thanh Nưa");
        assertThat(units.get(0).required("level").intValue()).isZero();
        assertThat(units.get(2).required("level").intValue()).isOne();
        assertThat(invite(session, "12").statusCode()).as("of another province").isEqualTo(422);
    }

    @Test
    void whomAUnitNamesSeesThisSessionAndNoOther() {
        var session = invited();
        var other = published();
        assertThat(listed("t-x-1")).doesNotContain(session, other);
        assertThat(seen("t-x-1", session)).isEqualTo(404);
        assertThat(assign("a-x-1", session, "t-x-1").statusCode()).isEqualTo(200);
        assertThat(listed("t-x-1")).contains(session).doesNotContain(other);
        assertThat(seen("t-x-1", session)).isEqualTo(200);
        assertThat(seen("t-x-1", other)).isEqualTo(404);
        assertThat(house.as("t-x-1", "GET", path(session, ""), "").body()).contains("\"roles\":[\"GUEST\"]");
        assertThat(house.as("t-x-1", "GET", path(session, "/journal"), "").statusCode())
                .isEqualTo(403);
        assertThat(house.as("t-x-1", "GET", "/api/bodies/hdnd-11/members", "").statusCode())
                .isEqualTo(404);
        assertThat(seen("t-x-2", session)).isEqualTo(404);
    }

    @Test
    void whoIsNoLongerNamedSeesNothingAnyMore() {
        var session = invited();
        assertThat(assign("a-x-1", session, "t-x-1").statusCode()).isEqualTo(200);
        assertThat(assign("a-x-1", session, "a-x-1").statusCode()).isEqualTo(200);
        assertThat(seen("t-x-1", session)).isEqualTo(404);
        assertThat(listed("t-x-1")).doesNotContain(session);
        assertThat(seen("a-x-1", session)).isEqualTo(200);
        command(session, "point.withdraw", "{\"pointId\":\"x-1\"}");
        assertThat(seen("a-x-1", session)).isEqualTo(404);
        assertThat(own("a-x-1")).doesNotContain(session);
    }

    @Test
    void onlyTheUnitsOwnAdministratorsAndTheSecretaryAnswer() {
        var session = invited();
        assertThat(assign("a-x-2", session, "t-x-1").statusCode()).isEqualTo(404);
        assertThat(assign("delegate", session, "t-x-1").statusCode()).isEqualTo(404);
        assertThat(assign("a-x-1", session, "t-x-2").statusCode())
                .as("of another unit")
                .isEqualTo(422);
        assertThat(assign("unit-admin", session, "t-x-1").statusCode()).isEqualTo(200);
        assertThat(assign("secretary", session, "t-x-1").statusCode()).isEqualTo(200);
        var refusal = "{\"id\":\"" + id() + "\",\"reason\":\"Mất điện toàn xã\"}";
        assertThat(house.as("a-x-2", "PUT", path(session, "/points/x-1/refusal"), refusal)
                        .statusCode())
                .isEqualTo(404);
        ok("a-x-1", "PUT", path(session, "/points/x-1/refusal"), refusal);
        assertThat(own("a-x-1")).contains("Mất điện toàn xã");
    }

    @Test
    void anAdministratorSeesTheInvitationsOfTheOwnUnitsAndTheirPeople() {
        var session = invited();
        assertThat(own("a-x-1")).contains(session).contains("Xã Mường Phăng");
        assertThat(own("unit-admin")).contains(session);
        assertThat(own("a-x-2")).doesNotContain(session);
        assertThat(own("delegate")).doesNotContain(session);
        var people = ok("a-x-1", "GET", path(session, "/points/x-1/people"), "").body();
        assertThat(people).contains("a-x-1", "t-x-1").doesNotContain("x-2", "secretary");
    }

    @Test
    void aDraftIsNoInvitationYet() {
        var session = draft();
        assertThat(invite(session, "x-1").statusCode()).isEqualTo(200);
        assertThat(own("a-x-1")).doesNotContain(session);
        assertThat(assign("a-x-1", session, "t-x-1").statusCode()).isEqualTo(404);
    }

    private static String invited() {
        var session = published();
        assertThat(invite(session, "x-1").statusCode()).isEqualTo(200);
        return session;
    }

    private static String published() {
        var session = draft();
        command(
                session,
                "sitting.plan",
                "{\"sittingId\":\"p\",\"title\":\"Sáng\",\"date\":\"2026-12-09\",\"startsAt\":1765245600000}");
        command(
                session,
                "agenda.add-item",
                "{\"itemId\":\"i1\",\"index\":0,\"title\":\"Khai mạc\",\"kind\":\"OTHER\",\"hidden\":false}");
        command(session, "session.publish", "{}");
        return session;
    }

    private static String draft() {
        var session = "hoi-nghi-" + id();
        ok(
                "secretary",
                "POST",
                "/api/sessions",
                Json.text(Map.of(
                        "sessionId",
                        session,
                        "bodyId",
                        "hdnd-11",
                        "title",
                        "Hội nghị",
                        "number",
                        1,
                        "kind",
                        "REGULAR")));
        return session;
    }

    private static HttpResponse<String> invite(String session, String unit) {
        return house.as(
                "secretary",
                "POST",
                path(session, "/points"),
                "{\"id\":\"" + id() + "\",\"units\":[\"" + unit + "\"]}");
    }

    private static HttpResponse<String> assign(String by, String session, String technician) {
        return house.as(
                by,
                "PUT",
                path(session, "/points/x-1/assignment"),
                "{\"id\":\"" + id() + "\",\"technicianId\":\"" + technician
                        + "\",\"attendees\":[{\"name\":\"Quàng Văn Mới\",\"leader\":true}],\"expected\":18}");
    }

    private static String own(String person) {
        return ok(person, "GET", "/api/points", "").body();
    }

    private static String listed(String person) {
        return ok(person, "GET", "/api/sessions?limit=100", "").body();
    }

    private static int seen(String person, String session) {
        return house.as(person, "GET", path(session, "/state?as=guest"), "").statusCode();
    }

    private static void command(String session, String name, String data) {
        var frame = "{\"id\":\"" + id() + "\",\"name\":\"" + name + "\",\"data\":" + data + "}";
        var unused = ok("secretary", "POST", path(session, "/commands"), frame);
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private static HttpResponse<String> ok(String person, String method, String path, String json) {
        var answer = house.as(person, method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer;
    }

    private static String path(String session, String rest) {
        return "/api/sessions/" + session + rest;
    }

    private static String id() {
        return "n" + ++ids;
    }
}
