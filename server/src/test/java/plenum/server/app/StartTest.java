package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.platform.Json;
import plenum.server.testkit.PlenumProcess;
import plenum.server.tls.Trust;

/** How the real program starts, refuses to start, and stops. */
final class StartTest {
    private static final Pattern PASSWORD = Pattern.compile("quantri`, mật khẩu `([^`]+)`");
    private static final Pattern INSTALL = Pattern.compile("install on tablets: http://\\S+:(\\d+)/install-ca");
    private static final String SECRET = "một câu dài dễ nhớ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private String data() {
        return directory.resolve("data").toString();
    }

    private String config(String json) throws IOException {
        return Files.writeString(directory.resolve("plenum.json"), json).toString();
    }

    @Test
    void theFirstAdministratorBringsInASecretaryAndAStopLosesNothing() {
        try (var first = PlenumProcess.start("--port", "0", "--data", data())) {
            assertThat(first.log()).containsOnlyOnce("ready: http://127.0.0.1:" + first.port() + "\n");
            var password = PASSWORD.matcher(first.log());
            assertThat(password.find()).isTrue();
            var administrator = first.signIn("quantri", password.group(1));
            assertThat(first.post("/api/admin/import", administrator, register())
                            .statusCode())
                    .isEqualTo(200);
            var secretary = first.signIn("secretary", SECRET);
            assertThat(first.post("/api/sessions", secretary, session()).statusCode())
                    .isEqualTo(201);
            assertThat(first.stop()).isEqualTo(143);
            assertThat(first.log()).doesNotContain("ERROR");

            try (var second = first.again()) {
                assertThat(second.log()).doesNotContain("mật khẩu");
                assertThat(second.signIn("quantri", password.group(1))).isNotEmpty();
                var sessions = Json.tree(second.get("/api/sessions", secretary).body());
                assertThat(sessions.findValuesAsText("sessionId")).containsExactly("ky-hop-1");
            }
        }
    }

    private static Map<String, Object> register() {
        var half = Map.of("numerator", 1, "denominator", 2, "strict", true, "base", "TOTAL_MEMBERS");
        return Map.of(
                "units",
                List.of(Map.of(
                        "unitId", "12",
                        "code", "12",
                        "name", "Tỉnh Lai Châu",
                        "level", "PROVINCE",
                        "validFrom", "2004-01-01")),
                "bodies",
                List.of(Map.of("bodyId", "hdnd-12", "unitId", "12", "name", "HĐND tỉnh Lai Châu", "kind", "COUNCIL")),
                "people",
                List.of(person("secretary"), person("delegate")),
                "members",
                List.of(Map.of(
                        "bodyId", "hdnd-12",
                        "personId", "delegate",
                        "group", "Tổ 1",
                        "seat", "A1",
                        "validFrom", "2026-04-01")),
                "grants",
                List.of(
                        Map.of("personId", "secretary", "role", "SECRETARY", "scope", "hdnd-12"),
                        Map.of("personId", "delegate", "role", "DELEGATE", "scope", "hdnd-12")),
                "ruleSets",
                List.of(Map.of(
                        "ruleSetId",
                        "quy-che-12",
                        "bodyId",
                        "hdnd-12",
                        "version",
                        1,
                        "citation",
                        "Luật Tổ chức chính quyền địa phương",
                        "validFrom",
                        "2026-04-01",
                        "quorum",
                        half,
                        "pass",
                        half,
                        "allowChange",
                        true,
                        "speechSeconds",
                        600)));
    }

    private static Map<String, String> person(String id) {
        return Map.of("personId", id, "username", id, "name", "Người " + id, "title", "", "password", SECRET);
    }

    private static Map<String, Object> session() {
        return Map.of(
                "sessionId",
                "ky-hop-1",
                "bodyId",
                "hdnd-12",
                "title",
                "Kỳ họp thứ nhất",
                "number",
                1,
                "kind",
                "REGULAR");
    }

    @Test
    void aSecondServerDoesNotTakeTheSameDirectory() {
        try (var first = PlenumProcess.start("--port", "0", "--data", data())) {
            refused("cannot open the store in " + data(), "--port", "0", "--data", data());
            assertThat(first.get("/health/ready", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            refused("cannot listen on 127.0.0.1:" + port, "--port", port, "--data", data());
        }
    }

    @Test
    void theDemoIsNotShownToANetwork() throws IOException {
        var config = config("{\"listen\":{\"host\":\"0.0.0.0\",\"port\":0}}");
        refused("this machine only, not on 0.0.0.0", "--demo", "--config", config, "--data", data());
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void aKeyThatNobodyKnowsIsNamed() throws IOException {
        var config = config("{\"listen\":{\"prot\":9000}}");
        refused("listen.prot", "--config", config, "--data", data());
    }

    @Test
    void aTlsModeThatDoesNotExistIsNamed() throws IOException {
        var config = config("{\"tls\":{\"mode\":\"on\"}}");
        refused("tls.mode is one of [\"off\",\"local-authority\",\"operator\"]", "--config", config, "--data", data());
    }

    @Test
    void aMediaBridgeThatCannotBeReachedAsConfiguredIsNamed() throws IOException {
        var unknown = config("{\"media\":{\"mode\":\"janus\"}}");
        refused(
                "media.mode is one of [\"embedded\",\"remote\",\"jitsi\",\"off\"]",
                "--config",
                unknown,
                "--data",
                data());
        var nowhere = config("{\"media\":{\"mode\":\"remote\"}}");
        refused("media.mode remote needs media.url and media.tokenFile", "--config", nowhere, "--data", data());
    }

    @Test
    void anUnknownOptionIsNamedWithThoseThatExist() {
        refused("no such option: --prot", "--prot", "9000");
    }

    private static void refused(String why, String... arguments) {
        try (var server = PlenumProcess.begin(arguments)) {
            assertThat(server.awaitEnd()).as(server.log()).isEqualTo(2);
            assertThat(server.log()).contains(why).doesNotContain("\tat ");
        }
    }

    @Test
    void aTabletThatTrustsTheLocalAuthorityIsServedOverTls() throws Exception {
        var config = config("{\"listen\":{\"port\":0},\"tls\":{\"mode\":\"local-authority\",\"port\":0}}");
        try (var server = PlenumProcess.start("--config", config, "--data", data());
                var tablet = tablet()) {
            assertThat(server.address().toString()).startsWith("https://127.0.0.1:");
            var info = get(tablet, server.address() + "/api/server");
            assertThat(info.statusCode()).isEqualTo(200);
            assertThat(info.headers().firstValue("Strict-Transport-Security")).isEmpty();
            var plain = "http://127.0.0.1:" + installPort(server);
            assertThat(get(tablet, plain + "/install-ca").body()).contains("plenum-ca.crt");
            assertThat(get(tablet, plain + "/install-ca/plenum-ca.crt").statusCode())
                    .isEqualTo(200);
            assertThat(get(tablet, plain + "/api/server").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void overANetworkNothingButTheInstallPageAndHealthIsInClear() throws Exception {
        var config = config(
                "{\"listen\":{\"host\":\"0.0.0.0\",\"port\":0},\"tls\":{\"mode\":\"local-authority\",\"port\":0}}");
        try (var server = PlenumProcess.start("--config", config, "--data", data());
                var tablet = tablet()) {
            var plain = "http://127.0.0.1:" + installPort(server);
            var secure = "https://127.0.0.1:" + server.port();
            assertThat(server.log()).doesNotContain("also at: http:");
            assertThat(get(tablet, plain + "/install-ca").statusCode()).isEqualTo(200);
            assertThat(get(tablet, plain + "/health/live").statusCode()).isEqualTo(200);
            for (var path : List.of("/", "/api/server", "/live", "/health/../api/server")) {
                var answer = get(tablet, plain + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(308);
                assertThat(answer.headers().firstValue("Location")).hasValue(secure + path);
            }
            var posted = HttpRequest.newBuilder(URI.create(plain + "/api/auth/sign-in"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(tablet.send(posted, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
            assertThat(get(tablet, secure + "/api/server").statusCode()).isEqualTo(200);
        }
    }

    private static String installPort(PlenumProcess server) {
        var found = INSTALL.matcher(server.log());
        assertThat(found.find()).as(server.log()).isTrue();
        return found.group(1);
    }

    /** A client that has installed this server's root and trusts nothing else. */
    private HttpClient tablet() throws Exception {
        var tls = Trust.in(Path.of(data(), "tls", "plenum-ca.crt"));
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
