package plenum.server.joined;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

/** Who may join a province's Plenum, and who hears nothing. */
class PairingTest {
    @SuppressWarnings("NullAway.Init")
    private static House house;

    private static int communes;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** A unit has one server, so each test has a unit. */
    private static String commune() {
        var unit = "0320" + ++communes;
        house.commune(unit, "Xã " + communes);
        return unit;
    }

    @Test
    void theKeyIsTheServersOwnAndStaysTheSame(@TempDir Path directory) throws IOException {
        var file = directory.resolve("joined").resolve("key.pem");
        var first = ServerKey.open(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ServerKey.open(file).fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void aServerIsJoinedOnceItsDigitsAreCompared() {
        var below = new Below(house).entered(commune());
        assertThat(below.row().path("state").asText()).isEqualTo("WAITING");
        try (var line = below.line()) {
            var welcome = line.await("welcome");
            assertThat(welcome.path("confirmed").asBoolean()).isFalse();
            assertThat(welcome.path("unitName").asText()).startsWith("Xã ");
            assertThat(below.row().path("state").asText()).isEqualTo("COMPARE");
            assertThat(below.row().path("connected").asBoolean()).isTrue();
            below.confirmed(
                    Pairing.digits(below.key.fingerprint(), welcome.path("salt").asText()));
            assertThat(line.await("welcome").path("confirmed").asBoolean()).isTrue();
            assertThat(below.row().path("state").asText()).isEqualTo("JOINED");
        }
    }

    @Test
    void otherDigitsJoinNobody() {
        var below = new Below(house).entered(commune());
        try (var line = below.line()) {
            var salt = line.await("welcome").path("salt").asText();
            var right = Pairing.digits(below.key.fingerprint(), salt);
            var wrong = (right.charAt(0) == '0' ? '1' : '0') + right.substring(1);
            var path = "/api/joined/servers/" + below.key.fingerprint() + "/confirmation";
            var answer = house.as("admin", "PUT", path, Json.text(Map.of("digits", wrong)));
            assertThat(answer.body()).contains("joined:other-digits");
            assertThat(below.row().path("state").asText()).isEqualTo("COMPARE");
        }
    }

    @Test
    void aStrangerHearsAQuestionAndAClose() {
        try (var line = new Below(house).line()) {
            assertThat(line.closeCode()).isEqualTo(4001);
            assertThat(line.raw()).hasSize(1);
        }
    }

    @Test
    void aSignatureIsForOneConnectionAndForTheServerThatWasDialed() {
        var below = new Below(house).entered(commune());
        try (var first = below.dial();
                var second = below.dial();
                var third = below.dial();
                var fourth = below.dial()) {
            var nonce = Below.nonce(first);
            assertThat(second.send(below.hello(nonce, Below.HOST)).closeCode()).isEqualTo(4001);
            assertThat(third.send(below.hello(Below.nonce(third), "hop.noi-khac.vn"))
                            .closeCode())
                    .isEqualTo(4001);
            var other = Below.nonce(fourth);
            var forged = new java.util.HashMap<>(below.hello(other, Below.HOST));
            forged.put("signature", new Below(house).key.sign(Pairing.signed(other, Below.HOST)));
            assertThat(fourth.send(forged).closeCode()).isEqualTo(4001);
        }
        assertThat(below.row().path("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void aRevokedServerIsOutAtOnceAndStaysOut() {
        var below = new Below(house).entered(commune());
        try (var line = below.joined()) {
            assertThat(line.await("welcome").path("confirmed").asBoolean()).isTrue();
            below.revoked();
            assertThat(line.closeCode()).isEqualTo(4001);
        }
        try (var again = below.line()) {
            assertThat(again.closeCode()).isEqualTo(4001);
        }
        assertThat(below.row().path("state").asText()).isEqualTo("REVOKED");
    }

    @Test
    void aServerThatWasRevokedAndEnteredAgainIsComparedAgain() {
        var unit = commune();
        var below = new Below(house).entered(unit);
        below.joined().close();
        below.revoked();
        below.entered(unit);
        try (var line = below.line()) {
            assertThat(line.await("welcome").path("confirmed").asBoolean()).isFalse();
        }
    }

    @Test
    void aUnitHasOneServer() {
        var unit = commune();
        var first = new Below(house).entered(unit);
        var wanted = Json.text(Map.of("fingerprint", new Below(house).key.fingerprint(), "unitId", unit));
        assertThat(house.as("admin", "POST", "/api/joined/servers", wanted).body())
                .contains("joined:unit-joined");
        first.revoked();
        assertThat(house.as("admin", "POST", "/api/joined/servers", wanted).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theNewestLineOfAServerTakesThePlaceOfTheOneBefore() {
        var below = new Below(house).entered(commune());
        try (var first = below.line()) {
            var unused = first.await("welcome");
            try (var second = below.line()) {
                var other = second.await("welcome");
                assertThat(other.path("confirmed").asBoolean()).isFalse();
                assertThat(first.closeCode()).isEqualTo(4013);
                assertThat(below.row().path("connected").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void whatIsNoHelloEndsTheLine() {
        try (var line = new Below(house).dial()) {
            assertThat(line.say("{\"t\":\"xin chào\"}").closeCode()).isEqualTo(4000);
        }
    }
}
