package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.testkit.PlenumProcess;
import plenum.server.tls.Addresses;
import plenum.server.tls.LocalAuthority;
import plenum.server.tls.Trust;

/** Where the ballot box and its relay stand: nowhere, in processes of this machine, elsewhere. */
class BallotPlaceTest {
    @TempDir
    Path directory;

    @Test
    void theyAreOffUnlessTheOperatorOrTheDemoWantsThem() throws Exception {
        assertThat(place(config()).orders()).isEmpty();
        assertThat(place(config().put("demo", true)).relays()).containsExactly("http://127.0.0.1:10091");
        var off = config().put("demo", true);
        off.withObject("/ballots").put("mode", "off");
        assertThat(place(off).relays()).isEmpty();
        var halfRemote = config();
        halfRemote.withObject("/ballots").put("mode", "remote").put("url", "https://box.example.vn");
        assertThatThrownBy(() -> place(halfRemote)).hasMessageContaining("ballots.tokenFile");
    }

    @Test
    void theyStartWhenFirstWantedAndAgainWhenOneIsKilled() throws Exception {
        try (var place = place(children())) {
            var before = children(ProcessHandle.current()).size();
            var orders = place.orders().orElseThrow();
            var keys = orders.prepare("poll-1");
            assertThat(cast(HttpClient.newHttpClient(), place.relays().getFirst()))
                    .isEqualTo(400);
            var started = children(ProcessHandle.current());
            assertThat(started).hasSize(before + 2);
            assertThat(Thread.getAllStackTraces().keySet())
                    .as("virtual threads would keep their carriers, of which a small machine has two")
                    .extracting(Thread::getName)
                    .contains("box says", "relay says");
            for (var child : started) {
                child.destroyForcibly();
                child.onExit().get(10, TimeUnit.SECONDS);
            }
            assertThat(orders.prepare("poll-1"))
                    .as("the keys are those of before")
                    .isEqualTo(keys);
            assertThat(cast(HttpClient.newHttpClient(), place.relays().getFirst()))
                    .isEqualTo(400);
        }
    }

    @Test
    void aPageStillReachesTheRelayAfterARestart() throws Exception {
        try (var first = place(children());
                var second = place(children())) {
            assertThat(second.relays()).isEqualTo(first.relays()).isNotEmpty();
            assertThat(first.sources()).containsExactlyElementsOf(first.relays());
        }
    }

    @Test
    void beyondThisMachineTheRelayHasACertificateOfItsOwnUnderTheLocalAuthority() throws Exception {
        var given = children();
        given.withObject("/tls")
                .put("mode", "local-authority")
                .withArray("hosts")
                .add("phieu.example.lan");
        try (var place = place(given)) {
            var unused = place.orders().orElseThrow().prepare("poll-1");
            var local = place.relays().getLast();
            assertThat(place.relays().getFirst()).startsWith("https://phieu.example.lan:");
            assertThat(cast(trusting(), local)).isEqualTo(400);
            assertThat(directory.resolve("tls/relay.pem")).isRegularFile();
        }
    }

    @Test
    void aRemoteBoxIsBelievedOnlyWithTheCertificatesThatTheOperatorNames() throws Exception {
        var root = LocalAuthority.open(
                directory.resolve("tls"), Addresses.ofMachine("127.0.0.1", List.of()), InstantSource.system());
        var pem = directory.resolve("tls/box.pem");
        var unused = root.credential(pem, Addresses.ofMachine("127.0.0.1", List.of()));
        var token = secret("server-token");
        try (var box = PlenumProcess.start(
                "box",
                "--server-token",
                token,
                "--relay-token",
                secret("relay-token"),
                "--keys",
                directory.resolve("keys").toString(),
                "--data",
                directory.resolve("box").toString(),
                "--listen",
                "127.0.0.1:0",
                "--certificate",
                pem.toString(),
                "--key",
                pem.toString())) {
            var given = config();
            given.withObject("/ballots")
                    .put("mode", "remote")
                    .put("url", box.address().toString())
                    .put("relay", "https://phieu.example.vn")
                    .put("tokenFile", token);
            try (var stranger = place(given)) {
                assertThatThrownBy(() -> stranger.orders().orElseThrow().prepare("poll-1"))
                        .hasMessageContaining("SSLHandshakeException");
            }
            given.withObject("/ballots")
                    .put("trustFile", directory.resolve("tls/plenum-ca.crt").toString());
            try (var place = place(given)) {
                assertThat(place.orders().orElseThrow().prepare("poll-1").box()).isNotEmpty();
                assertThat(place.relays()).containsExactly("https://phieu.example.vn");
            }
        }
    }

    private String secret(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "a-secret-called-" + name + "\n")
                .toString();
    }

    private HttpClient trusting() throws Exception {
        return HttpClient.newBuilder()
                .sslContext(Trust.in(directory.resolve("tls/plenum-ca.crt")))
                .build();
    }

    private static int cast(HttpClient client, String relay) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(relay + "/cast"))
                .POST(HttpRequest.BodyPublishers.ofString("no envelope", StandardCharsets.UTF_8))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static List<ProcessHandle> children(ProcessHandle process) {
        return process.children()
                .filter(child -> child.info().commandLine().orElse("").contains(ChildRole.CHILD))
                .toList();
    }

    private static ObjectNode config() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode children() {
        var given = config();
        given.withObject("/ballots").put("mode", "children").put("port", 0);
        return given;
    }

    private BallotPlace place(ObjectNode given) throws Exception {
        return BallotPlace.open(
                Config.over(given.put("dataDirectory", directory.toString()), "test"), InstantSource.system());
    }
}
