package plenum.server.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.House.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.hall.Answer;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Order;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

final class PackTest {
    private static final SessionId SESSION = new SessionId("ky-hop");
    private static House house;
    private static int devices;
    private String device;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        done(
                house.as(
                        "secretary",
                        "POST",
                        "/api/sessions",
                        "{\"sessionId\":\"ky-hop\",\"bodyId\":\"hdnd-11\",\"title\":\"Kỳ họp\",\"number\":3,\"kind\":\"REGULAR\"}"));
        order(
                "sitting.plan",
                "{\"sittingId\":\"s\",\"title\":\"Sáng\",\"date\":\"2026-12-09\",\"startsAt\":1765245600000}");
        order("agenda.add-item", item("mo", false));
        order("agenda.add-item", item("kin", true));
        order("session.publish", "{}");
        attach("mo", "to-trinh", sha('a'), Reach.EVERYONE);
        attach("mo", "nghi-quyet", sha('b'), Reach.EVERYONE);
        attach("kin", "nhan-su", sha('c'), Reach.EVERYONE);
        attach("mo", "mat", sha('e'), new Reach(List.of(), List.of(), null, null, true));
        attach("mo", "cua-to-2", sha('f'), new Reach(List.of("Tổ 2"), List.of(), null, null, false));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void freshDevice() {
        device = "%032x".formatted(++devices);
    }

    @Test
    void aDeviceGetsTheSameSecretEachTimeAndAnotherDeviceAnother() {
        var first = key("delegate", device);
        assertThat(text(first, "/secret")).hasSize(43);
        assertThat(text(first, "/windowMs")).isEqualTo(Long.toString(House.WINDOW.toMillis()));
        assertThat(text(key("delegate", device), "/secret")).isEqualTo(text(first, "/secret"));
        assertThat(text(key("delegate", "f".repeat(32)), "/secret")).isNotEqualTo(text(first, "/secret"));
        assertThat(text(key("chair", device), "/secret")).isNotEqualTo(text(first, "/secret"));
    }

    @Test
    void theSecretaryHearsWhoMissesWhat() {
        var person = house.newDelegate("dai-bieu-" + UUID.randomUUID());
        var shown = of(person);
        assertThat(shown).isEmpty(); // came after the session was prepared
        registered("delegate", device);
        report("delegate", device, List.of(sha('b')));
        var missing = Json.tree(readiness().body()).at("/people");
        var row = person("delegate");
        assertThat(row.at("/papers").asInt()).isEqualTo(2);
        assertThat(row.at("/ready").asBoolean()).isFalse();
        assertThat(missing.size()).isEqualTo(2);
        assertThat(device("delegate").at("/missing").toString()).isEqualTo("[\"to-trinh\"]");
        report("delegate", device, List.of(sha('a'), sha('b'), sha('d')));
        assertThat(person("delegate").at("/complete").asBoolean()).isTrue();
        assertThat(device("delegate").at("/held").asInt()).isEqualTo(2);
        assertThat(readiness().body()).doesNotContain("nhan-su", "\"mat\"");
    }

    @Test
    void aTabletWithoutAPinHasAllPapersAndIsNotReadyForALostNetwork() {
        registered("chair", device);
        var all = List.of(sha('a'), sha('b'), sha('f'));
        report("chair", device, all);
        assertThat(person("chair").at("/complete").asBoolean()).isTrue();
        assertThat(person("chair").at("/ready").asBoolean()).isFalse();
        assertThat(device("chair").at("/pin").asBoolean(true)).isFalse();
        var word = Map.of("deviceId", device, "sha256", all, "bytes", 1_000, "pin", true);
        done(house.as("chair", "PUT", "/api/sessions/ky-hop/pack", Json.text(word)));
        assertThat(person("chair").at("/ready").asBoolean()).isTrue();
        assertThat(device("chair").at("/pin").asBoolean()).isTrue();
        report("chair", device, List.of());
        assertThat(person("chair").at("/complete").asBoolean(true)).isFalse();
    }

    @Test
    void aPaperOfAGroupCountsForItsMembersOnly() {
        assertThat(person("delegate").at("/papers").asInt()).isEqualTo(2);
        assertThat(person("chair").at("/papers").asInt()).isEqualTo(3);
    }

    @Test
    void aRevokedDeviceIsSignedOutHasNoSecretAndIsToldToWipe() {
        var signIn = house.signIn("delegate");
        var cookie = House.cookie(signIn);
        var token = text(signIn, "/accessToken");
        var kept = house.send(
                "PUT",
                "/api/me/devices/" + device,
                "{\"name\":\"iPad\"}",
                "Authorization",
                "Bearer " + token,
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(wiped()).isEmpty();

        assertThat(revoke("secretary").statusCode()).isEqualTo(204);
        assertThat(revoke("secretary").statusCode()).isEqualTo(204);

        assertThat(wiped()).containsExactly("delegate");
        assertThat(refreshed(cookie)).isEqualTo(401);
        var again = key("delegate", device);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(text(again, "/code")).isEqualTo("pack:device-revoked");
        assertThat(reported("delegate", device, List.of()).statusCode()).isEqualTo(403);
        assertThat(readiness().body()).doesNotContain(device);
        assertThat(house.audit.newest(20)).anyMatch(line -> line.action().equals("pack.device-revoked"));
    }

    @Test
    void aPersonSeesTheOwnDevicesAndEndsALostOne() {
        registered("delegate", device);
        var mine = house.as("delegate", "GET", "/api/me/devices", "").body();
        assertThat(mine).contains(device);
        assertThat(house.as("chair", "GET", "/api/me/devices", "").body()).doesNotContain(device);
        assertThat(endOwn("chair").statusCode()).isEqualTo(404);
        assertThat(wiped()).isEmpty();
        assertThat(endOwn("delegate").statusCode()).isEqualTo(204);
        assertThat(wiped()).containsExactly("delegate");
        assertThat(house.as("delegate", "GET", "/api/me/devices", "").body()).doesNotContain(device);
        assertThat(house.audit.newest(5))
                .anyMatch(line -> line.action().equals("pack.device-revoked")
                        && line.toString().contains(device));
    }

    private HttpResponse<String> endOwn(String by) {
        return house.as(by, "DELETE", "/api/me/devices/" + device, "");
    }

    @Test
    void theOtherDeviceOfTheSamePersonGoesOn() {
        var other = house.signIn("delegate");
        registered("delegate", device);
        assertThat(revoke("secretary").statusCode()).isEqualTo(204);
        assertThat(refreshed(House.cookie(other))).isEqualTo(200);
    }

    /** As a page of ours does. @return the status */
    private static int refreshed(String cookie) {
        return house.send("POST", "/api/auth/refresh", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                .statusCode();
    }

    @Test
    void aDisabledPersonsDeviceIsToldToWipe() {
        house.newDelegate("mat-quyen");
        registered("mat-quyen", device);
        assertThat(wiped()).isEmpty();
        done(house.as("admin", "PUT", "/api/admin/people/mat-quyen/disabled", "{\"disabled\":true}"));
        assertThat(wiped()).containsExactly("mat-quyen");
    }

    @Test
    void onlyTheOwnDeviceMayReport() {
        registered("chair", device);
        var answer = reported("delegate", device, List.of());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer, "/code")).isEqualTo("pack:no-such-device");
    }

    @Test
    void onlyMembersOfTheSessionAreRevokedByItsSecretary() {
        registered("guest", device);
        var answer = house.as("secretary", "DELETE", "/api/sessions/ky-hop/pack/guest/" + device, "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(key("guest", device).statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonHasSoManyDevicesAndNoMore() {
        house.newDelegate("suu-tam");
        for (int n = 0; n < 20; n++) {
            assertThat(key("suu-tam", "%032x".formatted(1000 + n)).statusCode()).isEqualTo(200);
        }
        assertThat(key("suu-tam", device).statusCode()).isEqualTo(409);
    }

    private static HttpResponse<String> key(String person, String device) {
        return house.as(person, "PUT", "/api/me/devices/" + device, "{\"name\":\"iPad\"}");
    }

    private static void registered(String person, String device) {
        done(key(person, device));
    }

    private static void report(String person, String device, List<String> sha256) {
        done(reported(person, device, sha256));
    }

    private static HttpResponse<String> reported(String person, String device, List<String> sha256) {
        var body = Json.text(Map.of("deviceId", device, "sha256", sha256, "bytes", 1_000));
        return house.as(person, "PUT", "/api/sessions/ky-hop/pack", body);
    }

    private HttpResponse<String> revoke(String by) {
        return house.as(by, "DELETE", "/api/sessions/ky-hop/pack/delegate/" + device, "");
    }

    private List<String> wiped() {
        var wipe = Json.tree(house.get("/api/devices/" + device).body()).at("/wipe");
        return wipe.valueStream().map(one -> one.asText()).toList();
    }

    private static HttpResponse<String> readiness() {
        return house.as("secretary", "GET", "/api/sessions/ky-hop/pack", "");
    }

    private static List<JsonNode> of(String person) {
        return Json.tree(readiness().body())
                .at("/people")
                .valueStream()
                .filter(row -> row.at("/personId").asText().equals(person))
                .toList();
    }

    private static JsonNode person(String person) {
        return of(person).getFirst();
    }

    private JsonNode device(String person) {
        return person(person)
                .at("/devices")
                .valueStream()
                .filter(one -> one.at("/deviceId").asText().equals(device))
                .findFirst()
                .orElseThrow();
    }

    private static String item(String id, boolean hidden) {
        return "{\"itemId\":\"" + id + "\",\"index\":0,\"title\":\"Nội dung\",\"kind\":\"OTHER\",\"hidden\":" + hidden
                + "}";
    }

    private static void order(String name, String data) {
        var frame = "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"" + name + "\",\"data\":" + data + "}";
        done(house.as("secretary", "POST", "/api/sessions/ky-hop/commands", frame));
    }

    private static void attach(String item, String title, String sha256, Reach reach) {
        var facts = new PaperFacts(title, PaperKind.OTHER, null);
        var file = new PaperFile(3, 1_000, sha256, title + ".pdf");
        var command = new AttachPaper(new PaperId(title), new ItemId(item), facts, file, reach);
        var secretary = new Actor(new PersonId("secretary"), "Thư ký", List.of(new Grant(Role.SECRETARY, "hdnd-11")));
        var order =
                new Order(new CommandId(UUID.randomUUID().toString()), secretary, new HallCommand.OfAgenda(command));
        assertThat(house.lanes.lane(SESSION).submit(order).await()).isInstanceOf(Answer.Done.class);
    }

    private static String sha(char letter) {
        return String.valueOf(letter).repeat(64);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }
}
