package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.app.TwoServers.joined;
import static plenum.server.app.TwoServers.state;
import static plenum.server.app.TwoServers.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static void said(TwoServers servers, String token, String what, Map<String, ?> words) {
        var answer = servers.commune.put(SESSION + "/points/" + TwoServers.UNIT + what, token, words);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Lines of the conference's journal as the province's secretary reads them. */
    private static List<String> journal(TwoServers servers, String secretary) {
        var lines = new ArrayList<String>();
        var page = servers.province.get("/api/sessions/" + CONFERENCE + "/journal?limit=500", secretary);
        Json.tree(page.body()).path("entries").forEach(line -> lines.add(line.toString()));
        return lines;
    }

    @Test
    void aCommunesServerJoinsTheProvincesAndStaysJoinedThroughCutsAndKills(@TempDir Path directory) throws IOException {
        try (var servers = TwoServers.start(directory)) {
            var below = servers.commune.signIn("quantri", DemoLoader.PASSWORD);
            var stranger = until(() -> joined(servers.commune, below).path("above"), state("STRANGER"));
            assertThat(stranger.has("digits")).isFalse();
            servers.pair();

            var reader = servers.commune.signIn("qtmuongphang", DemoLoader.PASSWORD);
            var here = until(
                    () -> session(servers, reader),
                    one -> one.path("papersHere").size() == 1);
            assertThat(here.at("/session/points")).hasSize(1);
            assertThat(here.at("/session/points/0/name").asText()).isEqualTo("Xã Mường Phăng");
            var others = servers.commune.signIn("thuky", DemoLoader.PASSWORD);
            assertThat(servers.commune.get(SESSION, others).statusCode()).isEqualTo(404);

            servers.line.cut(true);
            var unused = until(() -> joined(servers.commune, below).path("above"), state("UNREACHABLE"));
            var clerk = servers.province.signIn("thukyub", DemoLoader.PASSWORD);
            servers.must(clerk, CONFERENCE, "session.rename", Map.of("title", "Hội nghị đã đổi tên"));
            var assignment = Map.of(
                    "id",
                    "as-1",
                    "technicianId",
                    "ktmuongphang",
                    "phone",
                    "0215 555 9999",
                    "attendees",
                    List.of(Map.of("name", "Quàng Văn Mới", "position", "Chủ tịch UBND xã", "leader", true)),
                    "expected",
                    9);
            said(servers, reader, "/assignment", assignment);
            servers.commune.kill9();
            servers.commune = servers.commune.again();
            var waiting = session(servers, reader);
            assertThat(waiting.path("session")).isEqualTo(here.path("session"));
            assertThat(waiting.path("connected").asBoolean()).isFalse();
            assertThat(waiting.at("/own/0/reply/fate").asText()).isEqualTo("WAITING");
            assertThat(servers.commune
                            .get(SESSION + "/papers/bao-cao-hoi-nghi", reader)
                            .body())
                    .startsWith("%PDF");

            servers.line.cut(false);
            var renamed = until(
                    () -> session(servers, reader),
                    one -> one.at("/session/title").asText().equals("Hội nghị đã đổi tên"));
            assertThat(renamed.path("papersHere")).isEqualTo(here.path("papersHere"));
            var joined = until(() -> joined(servers.commune, below).path("above"), state("JOINED"));
            assertThat(joined.path("unitName").asText()).isEqualTo("Xã Mường Phăng");
            assertThat(joined.has("digits")).isFalse();

            var taken = until(
                    () -> session(servers, reader),
                    one -> one.at("/own/0/reply/fate").asText().equals("DONE")
                            && one.at("/session/points/0/phone").asText().equals("0215 555 9999"));
            assertThat(taken.at("/session/points/0/expected").asInt()).isEqualTo(9);
            var technician = servers.commune.signIn("ktmuongphang", DemoLoader.PASSWORD);
            assertThat(session(servers, technician).at("/own/0/looksAfter").asBoolean())
                    .isTrue();
            said(
                    servers,
                    technician,
                    "/roll",
                    Map.of("id", "roll-1", "present", 8, "leaders", List.of("Quàng Văn Mới")));
            servers.province.kill9();
            servers.province = servers.province.again();
            until(
                    () -> session(servers, technician),
                    one -> one.at("/own/0/roll/fate").asText().equals("DONE"));
            var counted = until(
                    () -> session(servers, technician),
                    one -> one.at("/session/points/0/rolls/0/present").asInt() == 8);
            assertThat(counted.at("/session/points/0/rolls")).hasSize(1);
            servers.line.cut(true);
            servers.line.cut(false);
            until(() -> joined(servers.commune, below).path("above"), state("JOINED"));
            var lines = journal(servers, servers.province.signIn("thukyub", DemoLoader.PASSWORD));
            assertThat(lines).filteredOn(line -> line.contains("0215 555 9999")).hasSize(1);
            assertThat(lines)
                    .filteredOn(line -> line.contains("point.reported"))
                    .hasSize(1)
                    .allMatch(line -> line.contains("\"by\":\"joined-"));
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
