package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.app.TwoServers.joined;
import static plenum.server.app.TwoServers.state;
import static plenum.server.app.TwoServers.until;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commune's Plenum and its province's, as two processes over a line that is cut; each is killed once. */
final class JoinedStoryTest {
    @Test
    void aCommunesServerJoinsTheProvincesAndStaysJoinedThroughCutsAndKills(@TempDir Path directory) throws IOException {
        try (var servers = TwoServers.start(directory)) {
            var below = servers.commune.signIn("quantri", DemoLoader.PASSWORD);
            var stranger = until(() -> joined(servers.commune, below).path("above"), state("STRANGER"));
            assertThat(stranger.has("digits")).isFalse();
            servers.pair();

            servers.line.cut(true);
            var unused = until(() -> joined(servers.commune, below).path("above"), state("UNREACHABLE"));
            servers.line.cut(false);
            var again = until(() -> joined(servers.commune, below).path("above"), state("JOINED"));
            assertThat(again.path("unitName").asText()).isEqualTo("Xã Mường Phăng");

            servers.commune.kill9();
            servers.commune = servers.commune.again();
            var back = servers.commune.signIn("quantri", DemoLoader.PASSWORD);
            var joined = until(() -> joined(servers.commune, back).path("above"), state("JOINED"));
            assertThat(joined.has("digits")).isFalse();

            var above = servers.province.signIn("quantri", DemoLoader.PASSWORD);
            var key = joined(servers.commune, back).path("fingerprint").asText();
            assertThat(servers.province
                            .delete("/api/joined/servers/" + key, above)
                            .statusCode())
                    .isEqualTo(204);
            var out = until(() -> joined(servers.commune, back).path("above"), state("STRANGER"));
            assertThat(out.has("unitName")).isFalse();
        }
    }
}
