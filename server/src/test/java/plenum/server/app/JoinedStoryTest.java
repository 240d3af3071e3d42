package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.app.TwoServers.joined;
import static plenum.server.app.TwoServers.state;
import static plenum.server.app.TwoServers.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.platform.Json;

/** A commune's Plenum and its province's, as two processes over a line that is cut; each is killed once. */
final class JoinedStoryTest {
    private static final String CONFERENCE = "hoi-nghi-truc-tuyen-2026";
    private static final String SESSION = "/api/joined/sessions/" + CONFERENCE;

    private static JsonNode session(TwoServers servers, String reader) {
        return Json.tree(servers.commune.get(SESSION, reader).body());
    }

    @Test
    void aCommunesServerJoinsTheProvincesAndStaysJoinedThroughCutsAndKills(@TempDir Path directory) throws IOException {
        try (var servers = TwoServers.start(directory)) {
            var below = servers.commune.signIn("quantri", DemoLoader.PASSWORD);
            var stranger = until(() -> joined(servers.commune, below).path("above"), state("STRANGER"));
            assertThat(stranger.has("digits")).isFalse();
            servers.pair();

            var reader = servers.commune.signIn("qtmuongphang", DemoLoader.PASSWORD);
            var here = until(() -> session(servers, reader), one -> one.path("papersHere")
                            .size()
                    == 1);
            assertThat(here.at("/session/points")).hasSize(1);
            assertThat(here.at("/session/points/0/name").asText()).isEqualTo("Xã Mường Phăng");
            var others = servers.commune.signIn("thuky", DemoLoader.PASSWORD);
            assertThat(servers.commune.get(SESSION, others).statusCode()).isEqualTo(404);

            servers.line.cut(true);
            var unused = until(() -> joined(servers.commune, below).path("above"), state("UNREACHABLE"));
            var clerk = servers.province.signIn("thukyub", DemoLoader.PASSWORD);
            servers.must(clerk, CONFERENCE, "session.rename", Map.of("title", "Hội nghị đã đổi tên"));
            servers.commune.kill9();
            servers.commune = servers.commune.again();
            assertThat(session(servers, reader)).isEqualTo(here);
            assertThat(servers.commune.get(SESSION + "/papers/bao-cao-hoi-nghi", reader).body())
                    .startsWith("%PDF");

            servers.line.cut(false);
            var renamed = until(() -> session(servers, reader), one -> one.at("/session/title")
                    .asText()
                    .equals("Hội nghị đã đổi tên"));
            assertThat(renamed.path("papersHere")).isEqualTo(here.path("papersHere"));
            var joined = until(() -> joined(servers.commune, below).path("above"), state("JOINED"));
            assertThat(joined.path("unitName").asText()).isEqualTo("Xã Mường Phăng");
            assertThat(joined.has("digits")).isFalse();

            servers.province.kill9();
            servers.province = servers.province.again();
            var above = servers.province.signIn("quantri", DemoLoader.PASSWORD);
            var key = joined(servers.commune, below).path("fingerprint").asText();
            assertThat(servers.province
                            .delete("/api/joined/servers/" + key, above)
                            .statusCode())
                    .isEqualTo(204);
            var out = until(() -> joined(servers.commune, below).path("above"), state("STRANGER"));
            assertThat(out.has("unitName")).isFalse();
        }
    }
}
