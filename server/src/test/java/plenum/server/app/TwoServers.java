package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plenum.media.testkit.TcpDetour;
import plenum.server.platform.Json;
import plenum.server.testkit.PlenumProcess;

/**
 * A province's Plenum and that of its commune Mường Phăng, two processes, each with the demo's people; the line between
 * them can be cut.
 */
final class TwoServers implements AutoCloseable {
    static final String UNIT = "11-03325";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    final TcpDetour line;
    PlenumProcess province;
    PlenumProcess commune;

    private TwoServers(PlenumProcess province, TcpDetour line, PlenumProcess commune) {
        this.province = province;
        this.line = line;
        this.commune = commune;
    }

    static TwoServers start(Path directory) throws IOException {
        var data = directory.resolve("province");
        var config = Files.writeString(
                directory.resolve("province.json"),
                Json.text(Map.of("tls", Map.of("mode", "local-authority", "port", freePort()))));
        var province = PlenumProcess.start(
                "--config", config.toString(), "--demo", "--port", "0", "--data", data.toString(), "--no-media");
        var line = new TcpDetour(province.port());
        var root = data.resolve("tls").resolve("plenum-ca.crt");
        var below = Files.writeString(
                directory.resolve("commune.json"),
                Json.text(Map.of(
                        "joined", Map.of("url", "https://127.0.0.1:" + line.port(), "trustFile", root.toString()))));
        var commune = PlenumProcess.start(
                "--config",
                below.toString(),
                "--demo",
                "--port",
                "0",
                "--data",
                directory.resolve("commune").toString(),
                "--no-media");
        return new TwoServers(province, line, commune);
    }

    /** The line leads there also after a restart. */
    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** As two administrators do it on the telephone. */
    void pair() {
        var above = province.signIn("quantri", DemoLoader.PASSWORD);
        var below = commune.signIn("quantri", DemoLoader.PASSWORD);
        var key = joined(commune, below).path("fingerprint").asText();
        var added = province.post("/api/joined/servers", above, Map.of("fingerprint", key, "unitId", UNIT));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        var seen = until(() -> joined(commune, below).path("above"), state("COMPARE"));
        var digits = Map.of("digits", seen.path("digits").asText());
        var confirmed = province.put("/api/joined/servers/" + key + "/confirmation", above, digits);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        var unused = until(() -> joined(commune, below).path("above"), state("JOINED"));
    }

    static Predicate<JsonNode> state(String wanted) {
        return node -> node.path("state").asText().equals(wanted);
    }

    static JsonNode joined(PlenumProcess server, String administrator) {
        return Json.tree(server.get("/api/joined", administrator).body());
    }

    @CanIgnoreReturnValue
    static JsonNode until(Supplier<JsonNode> look, Predicate<JsonNode> wished) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var seen = look.get(); ; seen = look.get()) {
            if (wished.test(seen)) return seen;
            if (System.nanoTime() > deadline) throw new AssertionError("still " + seen);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** A command of the province's session, which must be accepted. */
    void must(String token, String session, String name, Map<String, ?> data) {
        var frame = Map.of("id", UUID.randomUUID().toString(), "name", name, "data", data);
        var answer = province.post("/api/sessions/" + session + "/commands", token, frame);
        assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(200);
    }

    @Override
    public void close() {
        line.close();
        commune.close();
        province.close();
    }
}
