package plenum.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.House.text;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

/** Tablets are paired before the secretary. */
final class KeysTest {
    private static final SessionId SESSION = new SessionId("ky-hop");
    private static final String KEYS = "/api/sessions/ky-hop/voting-keys";
    private static final String READINESS = "/api/sessions/ky-hop/voting-readiness";
    private static final List<String> PEOPLE =
            List.of("binh", "cuong", "dung", "giang", "hanh", "khoa", "lan", "minh", "nam", "oanh");
    private static final String DEVICE = "0123456789abcdef0123456789abcdef";
    private static House house;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        PEOPLE.forEach(house::newDelegate);
        ok(
                house.as(
                        "secretary",
                        "POST",
                        "/api/sessions",
                        "{\"sessionId\":\"ky-hop\",\"bodyId\":\"hdnd-11\",\"title\":\"Kỳ họp\",\"number\":3,\"kind\":\"REGULAR\"}"));
        order(
                "sitting.plan",
                "{\"sittingId\":\"s\",\"title\":\"Sáng\",\"date\":\"2026-12-09\",\"startsAt\":1765245600000}");
        order(
                "agenda.add-item",
                "{\"itemId\":\"i\",\"index\":0,\"title\":\"Nội dung\",\"kind\":\"OTHER\",\"hidden\":false}");
        order("session.publish", "{}");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aTabletIsPairedWithTheSecretarysCodeAndTheSecretarySeesIt() {
        var tablet = new Tablet();
        var paired = ok(pair("binh", tablet, begin("binh")));
        assertThat(text(paired, "/keyId")).isEqualTo(PublicKeys.id(tablet.publicKey()));
        assertThat(text(paired, "/pairedBy")).isEqualTo("secretary");
        assertThat(keysOf("binh")).containsExactly(PublicKeys.id(tablet.publicKey()));
        var own = Json.tree(house.as("binh", "GET", KEYS + "/own", "").body());
        assertThat(own.at("/keys/0/device").asText()).isEqualTo("iPad · Safari");
        assertThat(house.as("binh", "GET", KEYS, "").statusCode()).isEqualTo(403);
    }

    @Test
    void aLostAnswerIsGivenAgainThoughTheCodeIsUsedUp() {
        var tablet = new Tablet();
        var code = begin("cuong");
        var first = ok(pair("cuong", tablet, code));
        assertThat(ok(pair("cuong", tablet, code)).body()).isEqualTo(first.body());
        assertProblem(pair("cuong", new Tablet(), code), 409, "keys:no-such-pairing");
    }

    @Test
    void aCodeIsOfOnePersonAndItsTimeIsFiveMinutes() {
        var code = begin("dung");
        assertProblem(pair("delegate", new Tablet(), code), 409, "keys:no-such-pairing");
        var renewed = begin("dung");
        assertProblem(pair("dung", new Tablet(), code), 409, "keys:no-such-pairing");
        house.clock.pass(Duration.ofMinutes(5));
        house.forgetTokens();
        assertProblem(pair("dung", new Tablet(), renewed), 409, "keys:no-such-pairing");
        ok(pair("dung", new Tablet(), begin("dung")));
    }

    @Test
    void whoDoesNotHoldThePrivateHalfPairsNothing() {
        var code = begin("giang");
        var other = new Tablet();
        var stolen =
                body(new Tablet().publicKey(), code, other.sign(KeyDesk.text(SESSION, new PersonId("giang"), code)));
        assertProblem(house.as("giang", "POST", KEYS, stolen), 422, "keys:bad-key");
        assertProblem(
                house.as("giang", "POST", KEYS, body("A".repeat(122), code, other.sign("x"))), 422, "keys:bad-key");
        assertThat(keysOf("giang")).isEmpty();
        ok(pair("giang", other, code));
    }

    @Test
    void aRevokedKeyIsNobodysAndIsNotPairedAgain() {
        var tablet = new Tablet();
        var id = text(ok(pair("hanh", tablet, begin("hanh"))), "/keyId");
        assertThat(house.as("hanh", "DELETE", KEYS + "/hanh/" + id, "").statusCode())
                .isEqualTo(403);
        assertThat(house.as("secretary", "DELETE", KEYS + "/khoa/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(house.as("secretary", "DELETE", KEYS + "/hanh/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(house.as("secretary", "DELETE", KEYS + "/hanh/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(keysOf("hanh")).isEmpty();
        assertProblem(pair("hanh", tablet, begin("hanh")), 422, "keys:bad-key");
    }

    @Test
    void aDeviceThatItsOwnerCallsLostSignsNothingMore() {
        ok(pair("oanh", new Tablet(), begin("oanh")));
        ok(house.as("oanh", "PUT", "/api/me/devices/" + DEVICE, "{\"name\":\"iPad\"}"));
        assertThat(keysOf("oanh")).hasSize(1);
        assertThat(house.as("oanh", "DELETE", "/api/me/devices/" + DEVICE, "").statusCode())
                .isEqualTo(204);
        assertThat(keysOf("oanh")).isEmpty();
    }

    @Test
    void aKeyIsOfOnePerson() {
        var tablet = new Tablet();
        ok(pair("khoa", tablet, begin("khoa")));
        assertProblem(pair("lan", tablet, begin("lan")), 422, "keys:bad-key");
    }

    @Test
    void fiveTabletsAreEnough() {
        for (int i = 0; i < 5; i++) {
            ok(pair("minh", new Tablet(), begin("minh")));
        }
        assertProblem(pair("minh", new Tablet(), begin("minh")), 409, "keys:too-many-keys");
    }

    @Test
    void onlyMembersArePairedAndOnlyBeforeTheSecretary() {
        assertThat(house.as("nam", "POST", "/api/sessions/ky-hop/pairings", "{\"personId\":\"nam\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.as("secretary", "POST", "/api/sessions/ky-hop/pairings", "{\"personId\":\"guest\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.as("neighbour", "GET", KEYS, "").statusCode()).isEqualTo(404);
    }

    @Test
    void beforeAVoteItIsSeenWhoOfThosePresentHasATabletThatIsConnectedAndSigns() {
        assertThat(Json.tree(house.as("chair", "GET", READINESS, "").body()).at("/present"))
                .as("no sitting is open")
                .isEmpty();
        var tablet = new Tablet();
        var id = text(ok(pair("delegate", tablet, begin("delegate"))), "/keyId");
        order("attendance.open-roll-call", "{\"sittingId\":\"s\"}");
        List.of("chair", "delegate", "binh", "giang", "nam", "oanh", "khoa", "lan", "minh")
                .forEach(person -> order(
                        "attendance.mark",
                        "{\"sittingId\":\"s\",\"personId\":\"" + person + "\",\"presence\":\"PRESENT\"}"));
        order("attendance.approve", "{\"sittingId\":\"s\"}");
        order("sitting.open", "{\"sittingId\":\"s\"}");
        house.connected.add(new PersonId("delegate"));
        house.connected.add(new PersonId("cuong"));
        assertThat(ready("delegate")).isEqualTo("connected true, paired true");
        assertThat(ready("chair")).isEqualTo("connected false, paired false");
        assertThat(ready("cuong")).as("not present").isEmpty();
        assertThat(house.as("secretary", "DELETE", KEYS + "/delegate/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(ready("delegate")).isEqualTo("connected true, paired false");
        assertThat(house.as("binh", "GET", READINESS, "").statusCode()).isEqualTo(403);
    }

    private static String ready(String person) {
        for (var one : Json.tree(ok(house.as("secretary", "GET", READINESS, "")).body())
                .at("/present")) {
            if (one.at("/personId").asText().equals(person)) {
                return "connected " + one.at("/connected").asText() + ", paired "
                        + one.at("/paired").asText();
            }
        }
        return "";
    }

    @Test
    void keysOutliveARestart() {
        var tablet = new Tablet();
        var id = text(ok(pair("nam", tablet, begin("nam"))), "/keyId");
        var ring = new KeyRing(new KeyStore(house.store.mongo()));
        var body = house.lanes.lane(SESSION).hall().bodyId();
        assertThat(ring.active(id, new PersonId("nam"), body)).isPresent();
        assertThat(ring.active(id, new PersonId("lan"), body)).isEmpty();
    }

    private static void order(String name, String data) {
        var frame = "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"" + name + "\",\"data\":" + data + "}";
        ok(house.as("secretary", "POST", "/api/sessions/ky-hop/commands", frame));
    }

    private static String begin(String person) {
        return text(
                ok(house.as(
                        "secretary", "POST", "/api/sessions/ky-hop/pairings", Json.text(Map.of("personId", person)))),
                "/code");
    }

    private static HttpResponse<String> pair(String person, Tablet tablet, String code) {
        var proof = tablet.sign(KeyDesk.text(SESSION, new PersonId(person), code));
        return house.as(person, "POST", KEYS, body(tablet.publicKey(), code, proof));
    }

    private static String body(String publicKey, String code, String signature) {
        return Json.text(Map.of(
                "code",
                code,
                "publicKey",
                publicKey,
                "deviceId",
                DEVICE,
                "device",
                "iPad · Safari",
                "signature",
                signature));
    }

    private static List<String> keysOf(String person) {
        var ids = new ArrayList<String>();
        for (var one :
                Json.tree(ok(house.as("secretary", "GET", KEYS, "")).body()).at("/people")) {
            if (one.at("/personId").asText().equals(person)) {
                one.at("/keys").forEach(key -> ids.add(key.at("/keyId").asText()));
            }
        }
        return ids;
    }

    @CanIgnoreReturnValue
    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(text(answer, "/code")).isEqualTo(code);
    }
}
