package plenum.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.audit.AuditLine;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.platform.Json;
import plenum.server.platform.Publishers;
import plenum.server.testkit.House;

class IdentityTest {
    private static final String NEXT = "con sông quê tôi xanh biếc";
    private static House house;
    private static int people;
    /** A delegate of the province's council, new for each test. */
    private String lan = "";

    @BeforeAll
    static void open() {
        house = new House(Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void aNewDelegateOnANewDay() {
        house.clock.pass(Duration.ofDays(1));
        house.forgetTokens();
        lan = house.newDelegate("lan-" + ++people);
    }

    @Test
    void whoSignsInLearnsWhoHeIs() {
        var answer = house.signIn(lan);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(House.text(answer, "/me/bodies/0/bodyName")).isEqualTo("HĐND tỉnh Điện Biên");
        assertThat(House.text(answer, "/me/bodies/0/roles/0")).isEqualTo("DELEGATE");
        assertThat(House.text(answer, "/me/bodies/0/seat")).isEqualTo("B1");
        assertThat(House.text(house.as("admin", "GET", "/api/me", ""), "/systemAdmin"))
                .isEqualTo("true");
    }

    @Test
    void theRefreshCookieIsBoundToThisHost() {
        var cookie = house.signIn(lan).headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-plenum-refresh=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        var wrong = house.signIn(lan, "wrong password!");
        var unknown = house.signIn("nobody-at-all", "wrong password!");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(withoutId(wrong)).isEqualTo(withoutId(unknown));
        assertThat(House.text(wrong, "/code")).isEqualTo("identity:wrong-credentials");
    }

    private static String withoutId(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[0-9a-f]+\"", "");
    }

    @Test
    void fiveFailuresMakeThisNameWaitButNotTheOthers() {
        IntStream.range(0, 5)
                .forEach(i -> assertThat(house.signIn(lan, "wrong password!").statusCode())
                        .isEqualTo(401));
        var braked = house.signIn(lan);
        assertThat(braked.statusCode()).isEqualTo(429);
        assertThat(braked.headers().firstValue("retry-after")).hasValue("10");
        assertThat(House.text(braked, "/retryAfterSeconds")).isEqualTo("10");
        assertThat(house.signIn("chair").statusCode()).isEqualTo(200);
        house.clock.pass(Duration.ofSeconds(10));
        assertThat(house.signIn(lan).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatFailsOnManyNamesWaits() {
        IntStream.range(0, 50)
                .forEach(i ->
                        assertThat(house.signIn("name-" + i, "x").statusCode()).isEqualTo(401));
        assertThat(house.signIn("name-51", "x").statusCode()).isEqualTo(429);
        assertThat(house.signIn("chair").statusCode()).isEqualTo(429);
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertThat(house.as(lan, "GET", "/api/me", "").statusCode()).isEqualTo(200);
        house.clock.pass(Duration.ofMinutes(10));
        var answer = house.as(lan, "GET", "/api/me", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
    }

    @Test
    void anOldSigningKeyIsKnownUntilItsTokensHaveExpired() {
        house.clock.pass(Duration.ofMinutes(5));
        assertThat(house.as(lan, "GET", "/api/me", "").statusCode()).isEqualTo(200);
        house.clock.pass(Duration.ofSeconds(1));
        house.identity.keys().rotate();
        assertThat(house.as(lan, "GET", "/api/me", "").statusCode()).isEqualTo(200);
        assertThat(house.as("chair", "GET", "/api/me", "").statusCode()).isEqualTo(200);
        assertThat(house.token("chair").split("\\.")[0])
                .isNotEqualTo(house.token(lan).split("\\.")[0]);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheFamily() {
        var first = House.cookie(house.signIn(lan));
        var second = House.cookie(refresh(first));
        house.clock.pass(Duration.ofSeconds(11));
        assertThat(refresh(first).statusCode()).isEqualTo(401);
        assertThat(refresh(second).statusCode()).as("the owner is out too").isEqualTo(401);
        assertThat(house.audit.newest(10)).extracting(AuditLine::action).contains("identity.refresh-reused");
    }

    @Test
    void aLostAnswerOfARefreshComesAgainWithinTheGrace() {
        var first = House.cookie(house.signIn(lan));
        var second = House.cookie(refresh(first));
        house.clock.pass(Duration.ofSeconds(9));
        assertThat(House.cookie(refresh(first))).isEqualTo(second);
        assertThat(refresh(second).statusCode()).isEqualTo(200);
        assertThat(refresh(first).statusCode())
                .as("the grandparent has no grace")
                .isEqualTo(401);
    }

    @Test
    void hundredParallelRefreshesGiveOneChild() throws Exception {
        var first = House.cookie(house.signIn(lan));
        var children = new HashSet<String>();
        try (var people = Executors.newFixedThreadPool(32)) {
            List<Callable<HttpResponse<String>>> calls = IntStream.range(0, 100)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> refresh(first))
                    .toList();
            for (var answer : people.invokeAll(calls)) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                children.add(House.cookie(answer.get()));
            }
        }
        assertThat(children).hasSize(1);
        assertThat(refresh(children.iterator().next()).statusCode()).isEqualTo(200);
    }

    @Test
    void aSignInEndsAfter12IdleHoursAndAfter24InAnyCase() {
        var idle = House.cookie(house.signIn(lan));
        var busy = House.cookie(house.signIn("chair"));
        for (int i = 0; i < 3; i++) {
            house.clock.pass(Duration.ofHours(7));
            busy = House.cookie(refresh(busy));
        }
        assertThat(refresh(idle).statusCode()).isEqualTo(401);
        house.clock.pass(Duration.ofHours(3));
        assertThat(refresh(busy).statusCode()).isEqualTo(401);
    }

    @Test
    void whoSignsOutCannotRefresh() {
        var cookie = House.cookie(house.signIn(lan));
        var out = post("/api/auth/sign-out", "", cookie);
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(refresh(cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aRefreshWithoutOrWithAForeignCookieIsRefused() {
        assertThat(house.send("POST", "/api/auth/refresh", "").statusCode()).isEqualTo(401);
        assertThat(refresh("__Host-plenum-refresh=abc").statusCode()).isEqualTo(401);
        assertThat(refresh("__Host-plenum-refresh=" + "0".repeat(32) + "." + "A".repeat(43))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aChangedPasswordEndsTheOtherSignIns() {
        var here = House.cookie(house.signIn(lan));
        var elsewhere = House.cookie(house.signIn(lan));
        var changed = house.send(
                "PUT",
                "/api/me/password",
                Json.text(Map.of("current", House.PASSWORD, "next", NEXT)),
                "Authorization",
                "Bearer " + house.token(lan),
                "Cookie",
                here,
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(refresh(elsewhere).statusCode()).isEqualTo(401);
        assertThat(refresh(here).statusCode()).isEqualTo(200);
        assertThat(house.signIn(lan).statusCode()).isEqualTo(401);
        assertThat(house.signIn(lan, NEXT).statusCode()).isEqualTo(200);
    }

    @Test
    void theCurrentPasswordMustBeRight() {
        var answer =
                house.as(lan, "PUT", "/api/me/password", Json.text(Map.of("current", "not this one", "next", NEXT)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(House.text(answer, "/code")).isEqualTo("identity:wrong-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matkhau123456",
                "Mật khẩu 2026!!!",
                "HộiĐồngNhânDân2026",
                "dienbienphu1954",
                "aaaaaaaaaaaaaaaa",
                "password12345",
                "123456789012"
            })
    void aCommonPasswordIsRefused(String password) {
        assertThatThrownBy(() -> house.identity.passwords().checkStrength(password, lan))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con sông quê tôi",
                "Rừng hoa ban nở trắng núi đồi Tây Bắc mỗi độ xuân về, bao la đến tận chân trời xa"
            })
    void aSentenceIsAGoodPasswordInFullLength(String password) {
        house.identity.passwords().checkStrength(password, lan);
        var hash = house.identity.passwords().hash(password);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(house.identity.passwords().matches(password, hash)).isTrue();
        assertThat(house.identity.passwords().matches(password.substring(0, password.length() - 1), hash))
                .isFalse();
    }

    @Test
    void aWeakHashIsMadeAnewAtSignIn() throws Exception {
        var weak = "$argon2id$v=19$m=1024,t=1,p=1$" + weakHash();
        house.registers.importAll(
                Json.read(
                        Json.text(Map.of(
                                "people",
                                List.of(Map.of(
                                        "personId",
                                        "old",
                                        "username",
                                        "old",
                                        "name",
                                        "Cũ",
                                        "title",
                                        "",
                                        "passwordHash",
                                        weak)))),
                        plenum.server.units.Register.class),
                new PersonId("tester"),
                "");
        assertThat(house.signIn("old").statusCode()).isEqualTo(200);
        var stored = Publishers.first(house.store.mongo().collection("accounts").find(new Document("_id", "old")))
                .await()
                .orElseThrow();
        assertThat(stored.getString("passwordHash")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(house.signIn("old").statusCode()).isEqualTo(200);
    }

    private static String weakHash() {
        var salt = "plenum-test-salt".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var generator = new org.bouncycastle.crypto.generators.Argon2BytesGenerator();
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(1024)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var hash = new byte[32];
        assertThat(generator.generateBytes(House.PASSWORD.getBytes(java.nio.charset.StandardCharsets.UTF_8), hash))
                .isEqualTo(32);
        var base64 = java.util.Base64.getEncoder().withoutPadding();
        return base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Test
    void aDisabledPersonIsOutAtOnceAndLiveSocketsHearOfIt() {
        var heard = new CopyOnWriteArrayList<PersonId>();
        house.identity.onRevoked(heard::add);
        var cookie = House.cookie(house.signIn(lan));
        assertThat(house.as(lan, "GET", "/api/me", "").statusCode()).isEqualTo(200);
        assertThat(house.as("admin", "PUT", "/api/admin/people/" + lan + "/disabled", "{\"disabled\":true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(house.as(lan, "GET", "/api/me", "").statusCode()).isEqualTo(401);
        assertThat(refresh(cookie).statusCode()).isEqualTo(401);
        assertThat(house.signIn(lan).statusCode()).isEqualTo(401);
        assertThat(heard).containsExactly(new PersonId(lan));
        assertThat(house.as("admin", "PUT", "/api/admin/people/" + lan + "/disabled", "{\"disabled\":false}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(house.as(lan, "GET", "/api/me", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aUnitsAdministratorDisablesOnlyPeopleOfTheUnit() {
        var answers = new ArrayList<Integer>();
        for (var person : List.of("guest", "neighbour", "admin", "nobody")) {
            answers.add(
                    house.as("unit-admin", "PUT", "/api/admin/people/" + person + "/disabled", "{\"disabled\":true}")
                            .statusCode());
        }
        assertThat(answers).containsExactly(204, 404, 404, 404);
        assertThat(house.as("chair", "PUT", "/api/admin/people/screen/disabled", "{\"disabled\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.as("admin", "PUT", "/api/admin/people/admin/disabled", "{\"disabled\":true}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aGrantTakenAwayIsGoneWithin5Seconds() {
        var import403 = "{\"units\":[]}";
        assertThat(house.as("admin", "POST", "/api/admin/import", import403).statusCode())
                .isEqualTo(200);
        assertThat(Publishers.first(house.store
                                .mongo()
                                .collection("grants")
                                .deleteOne(new Document("_id", "admin:SYSTEM_ADMIN:*")))
                        .await())
                .isPresent();
        house.clock.pass(Duration.ofSeconds(5));
        assertThat(house.as("admin", "POST", "/api/admin/import", import403).statusCode())
                .isEqualTo(403);
        assertThat(house.audit.newest(1).getFirst().action()).isEqualTo("access.denied");
        house.registers.importAll(House.register(), new PersonId("tester"), "");
    }

    @Test
    void aFirstAdministratorIsMadeInAnEmptyHouseOnly() {
        assertThatThrownBy(() -> house.identity.desk().createFirstAdministrator("root-user", NEXT))
                .isInstanceOf(Refusal.class);
    }

    private HttpResponse<String> refresh(String cookie) {
        return post("/api/auth/refresh", "", cookie);
    }

    private HttpResponse<String> post(String path, String json, String cookie) {
        return house.send("POST", path, json, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
    }
}
