package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private HttpClient trusting() throws Exception {
        var root = CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Files.readAllBytes(directory.resolve("tls/plenum-ca.crt"))));
        var known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        known.setCertificateEntry("root", root);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
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
