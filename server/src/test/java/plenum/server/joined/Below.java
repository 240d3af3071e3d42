package plenum.server.joined;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import plenum.server.platform.Json;
import plenum.server.testkit.House;
import plenum.server.testkit.LiveClient;

/** A server below a house: its key, and what it says on the socket. */
final class Below {
    static final String HOST = "127.0.0.1";

    private final House house;
    final ServerKey key;

    Below(House house) {
        this.house = house;
        try {
            key = ServerKey.open(Files.createTempDirectory("plenum-below").resolve("key.pem"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The administrator enters its key. */
    @CanIgnoreReturnValue
    Below entered(String unit) {
        var wanted = Json.text(Map.of("fingerprint", key.fingerprint(), "unitId", unit));
        var answer = house.as("admin", "POST", "/api/joined/servers", wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    /** And later the digits that it shows. */
    @CanIgnoreReturnValue
    Below confirmed(String digits) {
        var path = "/api/joined/servers/" + key.fingerprint() + "/confirmation";
        var answer = house.as("admin", "PUT", path, Json.text(Map.of("digits", digits)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    void revoked() {
        var answer = house.as("admin", "DELETE", "/api/joined/servers/" + key.fingerprint(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        house.clock.pass(Duration.ofMillis(1)); // a line of this very moment would be one of before
    }

    /** As the administrator sees it. */
    JsonNode row() {
        for (var one :
                Json.tree(house.as("admin", "GET", "/api/joined", "").body()).path("servers")) {
            if (one.path("fingerprint").asText().equals(key.fingerprint())) return one;
        }
        throw new AssertionError("no row");
    }

    LiveClient dial() {
        return LiveClient.connect(
                house.vertx,
                new WebSocketConnectOptions()
                        .setHost(HOST)
                        .setPort(house.port())
                        .setURI("/joined")
                        .addSubProtocol(JoinedEndpoint.SUBPROTOCOL)
                        .addHeader("Origin", "http://" + HOST + ":" + house.port()));
    }

    static String nonce(LiveClient line) {
        return line.await("challenge").path("nonce").asText();
    }

    Map<String, String> hello(String nonce, String host) {
        var signature = key.sign(Pairing.signed(nonce, host));
        return Map.of("t", "hello", "nonce", nonce, "host", host, "key", key.text(), "signature", signature);
    }

    /** Says who it is as it should. */
    LiveClient line() {
        var line = dial();
        return line.send(hello(nonce(line), HOST));
    }

    /** A line over which sessions are shared. */
    LiveClient joined() {
        try (var first = line()) {
            confirmed(Pairing.digits(
                    key.fingerprint(), first.await("welcome").path("salt").asText()));
        }
        return line();
    }
}
