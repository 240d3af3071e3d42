package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.jitsi.FakeVideobridge;
import plenum.server.conference.MediaEndpoint;
import plenum.server.testkit.LiveClient;
import plenum.server.testkit.PlenumProcess;

/** The media of the real program: its bridge inside, beside, killed and missing. */
final class MediaProcessTest {
    private static final String SESSION = "ky-hop-3-2026";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @BeforeEach
    void secret() throws IOException {
        Files.writeString(directory.resolve("secret"), "a-secret-of-both-ends\n");
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private PlenumProcess demo(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--demo", "--port", "0", "--data", directory.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return PlenumProcess.start(arguments.toArray(String[]::new));
    }

    private static void must(PlenumProcess server, String token, String name, Map<String, ?> data) {
        var frame = Map.of("id", UUID.randomUUID().toString(), "name", name, "data", data);
        var answer = server.post("/api/sessions/" + SESSION + "/commands", token, frame);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String joined(PlenumProcess server) {
        var secretary = server.signIn("thuky", DemoLoader.PASSWORD);
        must(server, secretary, "room.open", Map.of("lobby", false, "microphones", "FREE"));
        must(server, secretary, "room.join", Map.of("as", "PERSON"));
        return secretary;
    }

    private LiveClient hello(PlenumProcess server, String token) {
        return hello(server, token, false);
    }

    private LiveClient hello(PlenumProcess server, String token, boolean test) {
        return LiveClient.connect(
                        vertx,
                        new WebSocketConnectOptions()
                                .setHost("127.0.0.1")
                                .setPort(server.port())
                                .setURI("/media")
                                .addSubProtocol(MediaEndpoint.SUBPROTOCOL)
                                .addHeader("Origin", "http://127.0.0.1:" + server.port()))
                .send(Map.of("t", "hello", "v", 1, "token", token, "session", SESSION, "videoSlots", 9, "test", test));
    }

    private static String sdp(LiveClient client) {
        return client.await("offer").path("sdp").asText();
    }

    @Test
    void theRoomIsThereAgainAfterAKill() {
        try (var first = demo()) {
            var secretary = joined(first);
            var before = sdp(hello(first, secretary));
            assertThat(before).contains("127.0.0.1").contains("a=ice-lite");
            first.kill9();
            try (var second = first.again()) {
                assertThat(sdp(hello(second, secretary))).contains("a=ice-lite").isNotEqualTo(before);
            }
        }
    }

    @Test
    void aBridgeBesideTheServerMayBeKilledAndComesBackByItself() throws IOException {
        var secret = directory.resolve("secret").toString();
        try (var bridge = PlenumProcess.start("bridge", "--token-file", secret, "--control", "127.0.0.1:0")) {
            var port = bridge.port();
            var config = Files.writeString(directory.resolve("plenum.json"), """
                    {"media":{"mode":"remote","url":"ws://127.0.0.1:%d","tokenFile":"%s"}}""".formatted(port, secret));
            try (var server = demo("--config", config.toString())) {
                var client = hello(server, joined(server));
                assertThat(sdp(client)).contains("a=ice-lite");
                bridge.kill9();
                client.await(message -> message.path("state").asText().equals("LOST"));
                try (var again =
                        PlenumProcess.start("bridge", "--token-file", secret, "--control", "127.0.0.1:" + port)) {
                    client.await(message -> message.path("state").asText().equals("READY"));
                    assertThat(sdp(client)).contains("a=ice-lite");
                    assertThat(again.port()).isEqualTo(port);
                }
            }
        }
    }

    @Test
    void aPointIsAtTheBridgeOfItsUnitAndComesToTheServersOwnWhenThatIsKilled() throws IOException {
        var secret = directory.resolve("secret").toString();
        try (var bridge = PlenumProcess.start(
                "bridge", "--token-file", secret, "--control", "127.0.0.1:0", "--media-port", "0")) {
            var config = Files.writeString(directory.resolve("plenum.json"), """
                    {"media":{"port":0,"branches":[{"region":"muong-phang","url":"ws://127.0.0.1:%d","tokenFile":"%s"}],
                     "regions":{"11-03325":"muong-phang"}}}""".formatted(bridge.port(), secret));
            try (var server = demo("--config", config.toString())) {
                var secretary = joined(server);
                var technician = server.signIn("thukyxa", DemoLoader.PASSWORD);
                invite(server, secretary, "11-03325", technician);
                must(server, technician, "room.join", Map.of("as", "KIOSK"));
                var point = hello(server, technician);
                awaitOffer(point, first("UDP (\\d+)", bridge.log()));
                var own = udpPort(sdp(hello(server, secretary)));
                bridge.kill9();
                point.await(message -> message.path("t").asText().equals("offer")
                        && udpPort(message.path("sdp").asText()).equals(own));
            }
        }
    }

    @Test
    void aRoomIsAtVideobridgesAndGoesOnAtAnotherWhenOneIsKilledWhileSelfTestsAreOurs() throws IOException {
        try (var hue = new FakeVideobridge(vertx, "hue");
                var hanoi = new FakeVideobridge(vertx, "hanoi")) {
            var config = Files.writeString(directory.resolve("plenum.json"), """
                    {"media":{"mode":"jitsi","port":0,"jitsi":{"region":"hue","bridges":[{"url":"%s"},{"url":"%s"}]}}}""".formatted(hue.url(), hanoi.url()));
            try (var server = demo("--config", config.toString())) {
                assertThat(server.log()).contains("Jitsi " + hue.url().getAuthority());
                var secretary = joined(server);
                var client = hello(server, secretary);
                var offer = client.await(isOffer(), LONG);
                assertThat(offer.path("sdp").asText())
                        .doesNotContain("a=ice-lite")
                        .contains("a=x-plenum-tell-ssrcs")
                        .contains("a=simulcast:recv q;h;f");
                assertThat(sdp(hello(server, secretary, true))).contains("a=ice-lite");
                (hue.busy() ? hue : hanoi).kill();
                client.await(isOffer(), LONG);
                assertThat(hue.busy() ^ hanoi.busy()).isTrue();
            }
        }
    }

    private static Predicate<JsonNode> isOffer() {
        return message -> message.path("t").asText().equals("offer");
    }

    private static void invite(PlenumProcess server, String secretary, String unit, String technician) {
        var points = "/api/sessions/" + SESSION + "/points";
        var invitation = Map.of("id", UUID.randomUUID().toString(), "units", List.of(unit));
        var invited = server.post(points, secretary, invitation);
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(200);
        var person = first(
                "\"personId\":\"([^\"]+)\"", server.get("/api/me", technician).body());
        var assignment = Map.of(
                "id", UUID.randomUUID().toString(), "technicianId", person, "attendees", List.of(), "expected", 12);
        var assigned = server.put(points + "/" + unit + "/assignment", secretary, assignment);
        assertThat(assigned.statusCode()).as(assigned.body()).isEqualTo(200);
    }

    private static String udpPort(String sdp) {
        return first("a=candidate:\\S+ 1 udp \\d+ \\S+ (\\d+) typ host", sdp);
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /** The server may not have reached the bridge yet: until then it is offered another one. */
    private static void awaitOffer(LiveClient client, String port) {
        var offer = sdp(client);
        for (int tries = 0; !udpPort(offer).equals(port); tries++) {
            assertThat(tries).isLessThan(30);
            client.send(Map.of("t", "renew"));
            offer = sdp(client);
        }
    }

    @Test
    void aTakenPortLeavesTheCouncilWithoutMediaOnly() throws IOException {
        try (var taken = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var server = demo("--media-port", Integer.toString(taken.getLocalPort()))) {
            assertThat(server.log()).contains("cannot listen on port " + taken.getLocalPort());
            var secretary = joined(server);
            assertThat(hello(server, secretary).closeCode()).isEqualTo(4014);
        }
    }

    @Test
    void aServerWithoutMediaSaysSo() {
        try (var server = demo("--no-media")) {
            assertThat(hello(server, joined(server)).closeCode()).isEqualTo(4014);
        }
    }

    @Test
    void aBridgeIsNotControlledInClearOverANetwork() {
        refused(
                "needs --certificate",
                "--control",
                "0.0.0.0:0",
                "--token-file",
                directory.resolve("secret").toString());
    }

    @Test
    void aBridgeNeedsASecret() throws IOException {
        refused("needs --token-file");
        var weak = Files.writeString(directory.resolve("weak"), "secret\n").toString();
        refused("at least 16 characters", "--token-file", weak, "--control", "127.0.0.1:0");
    }

    private static void refused(String why, String... arguments) {
        var all = Stream.concat(Stream.of("bridge"), Stream.of(arguments)).toArray(String[]::new);
        try (var bridge = PlenumProcess.begin(all)) {
            assertThat(bridge.awaitEnd()).as(bridge.log()).isEqualTo(2);
            assertThat(bridge.log()).contains(why).doesNotContain("\tat ");
        }
    }
}
