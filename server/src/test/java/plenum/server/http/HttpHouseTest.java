package plenum.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.testkit.House;

class HttpHouseTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = new House(Map.of("serverInfo", request -> {
            if (request.raw().getHeader("X-Break") != null) {
                throw new IllegalArgumentException("plenum.server.secret.Detail /etc/passwd");
            }
            return Map.of("ok", true);
        }));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theServerIsReadyWhenTheStoreAnswers() {
        assertThat(house.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(house.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/server,200",
        "GET,/api/me,401",
        "GET,/nowhere,404",
        "DELETE,/api/server,405",
        "TRACE,/api/server,405",
        "GET,/health/ready,200",
        "GET,/api/openapi.json,200"
    })
    void everyAnswerCarriesTheSecurityHeaders(String method, String path, int status) {
        var answer = house.send(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(status);
        var headers = answer.headers().map();
        assertThat(headers)
                .containsKeys(
                        "x-request-id",
                        "content-security-policy",
                        "x-content-type-options",
                        "referrer-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "permissions-policy")
                .doesNotContainKeys("strict-transport-security", "access-control-allow-origin", "server");
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe-inline", "'unsafe-eval'");
    }

    @Test
    void answersOfTheApiAreNotStored() {
        assertThat(house.get("/api/server").headers().firstValue("cache-control"))
                .hasValue("no-store");
        assertThat(house.get("/api/me").headers().firstValue("cache-control")).hasValue("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"lan\",\"password\":\"x\",\"role\":\"SYSTEM_ADMIN\"}|role",
                "{\"username\":{\"$ne\":1},\"password\":\"x\"}|username",
                "{\"username\":\"lan\",\"password\":{\"$gt\":\"\"}}|password",
                "{\"username\":\"lan\"}|password",
                "{\"username\":\"\",\"password\":\"x\"}|username",
                "{\"username\":7,\"password\":\"x\"}|username"
            })
    void aFieldThatDoesNotFitIsRefusedByName(String json, String field) {
        var answer = house.send("POST", "/api/auth/sign-in", json);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(House.text(answer, "/code")).isEqualTo("http:bad-request");
        assertThat(House.text(answer, "/title")).isEqualTo("Yêu cầu không hợp lệ.");
        assertThat(House.text(answer, "/detail")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"x\"}",
                "{\"username\":NaN,\"password\":\"x\"}",
                "{\"username\":\"a\",\"password\":\"x\"} {}",
                "{\"username\":\"a\\u0000\",\"password\":\"x\"}"
            })
    void brokenJsonIsRefused(String json) {
        var answer = house.send("POST", "/api/auth/sign-in", json);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(House.text(answer, "/code")).isEqualTo("http:bad-request");
    }

    @Test
    void jsonOfDepth200IsRefused() {
        var answer = house.send("POST", "/api/auth/sign-in", "{\"a\":".repeat(200) + "1" + "}".repeat(200));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOf2MegabytesIsTooLarge() {
        var answer = house.send("POST", "/api/auth/sign-in", "{\"username\":\"" + "a".repeat(2 << 20) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(House.text(answer, "/code")).isEqualTo("http:too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data"})
    void anotherContentTypeIsRefused(String type) {
        var answer = house.send(
                "POST",
                "/api/auth/sign-in",
                "{\"username\":\"a\",\"password\":\"x\"}",
                request -> request.setHeader("Content-Type", type));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,https://evil.example",
        "Origin,null",
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Cookie,__Host-plenum-refresh=x"
    })
    void aPostOfAnotherSiteIsRefused(String header, String value) {
        var answer = house.send("POST", "/api/auth/refresh", "", header, value);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(House.text(answer, "/code")).isEqualTo("http:cross-site");
    }

    @Test
    void aPostOfOurOwnPageIsHeard() {
        var own = "http://127.0.0.1:" + house.port();
        var answer = house.send(
                "POST", "/api/auth/sign-out", "", "Origin", own, "Sec-Fetch-Site", "same-origin", "Cookie", "a=b");
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void aFaultTellsItsNumberAndNothingElse() {
        var answer = house.get("/api/server", "X-Break", "1");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(House.text(answer, "/requestId"))
                .isEqualTo(answer.headers().firstValue("x-request-id").orElseThrow());
        assertThat(answer.body()).doesNotContain("Exception", "plenum.server", "passwd", "at ");
    }

    @Test
    void anUnknownPathIsAProblem() {
        var answer = house.get("/api/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(House.text(answer, "/type")).isEqualTo("urn:plenum:problem:http:no-such-page");
    }

    @Test
    void aMethodThatIsNotThereIsNamed() {
        var answer = house.send("DELETE", "/api/auth/sign-in", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sessions?limit=0,limit",
        "/api/sessions?limit=1.5,limit",
        "/api/sessions?limit=ten,limit",
        "/api/sessions?limit=9999999999999999999999,limit",
        "/api/sessions?colour=red,colour",
        "/api/sessions?limit=1&limit=2,limit",
        "/api/units?at=2026-02-30,at",
        "/api/sessions/a%24b,sessionId",
        "/api/sessions/a%0A,sessionId",
        "/api/sessions/s1/state?as=king,as",
        "/api/sessions/s1/state,as"
    })
    void aParameterThatDoesNotFitIsRefusedByName(String path, String parameter) {
        var answer = house.as("secretary", "GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(House.text(answer, "/detail")).contains(parameter);
    }

    @Test
    void theContractIsPublic() {
        var answer = house.get("/api/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(House.text(answer, "/openapi")).isEqualTo("3.1.0");
        assertThat(House.text(answer, "/paths/~1api~1me/get/operationId")).isEqualTo("me");
    }

    @Test
    void forwardedAddressesOfAnybodyAreIgnored() {
        assertThat(house.signIn("nobody-at-all", "not the password").statusCode())
                .isEqualTo(401);
        var answer = house.send(
                "POST",
                "/api/auth/sign-in",
                "{\"username\":\"nobody-2\",\"password\":\"x\"}",
                request -> request.header("X-Forwarded-For", "203.0.113.9"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(house.audit.newest(1).getFirst().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void anUploadWithoutASignInIsRefusedBeforeItIsRead() {
        var answer = house.send(
                "PUT",
                "/api/sessions/s/papers/p?itemId=i&title=t&kind=OTHER&fileName=f",
                "",
                request -> request.setHeader("Content-Type", "application/pdf")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000])));
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
