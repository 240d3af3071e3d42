package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.testkit.LiveClient;

/** Who gets in, and until when. */
class HelloTest {
    private final Room room = new Room(2, Room.QUICK);

    @AfterEach
    void leave() {
        room.close();
    }

    @Test
    void whoSaysNothingIsClosed() {
        assertThat(room.socket().closeCode()).isEqualTo(4001);
    }

    @Test
    void whoCommandsBeforeHelloIsClosed() {
        var client = room.socket().order("c1", "floor.raise-hand", Map.of());
        assertThat(client.closeCode()).isEqualTo(4001);
        assertThat(client.raw()).isEmpty();
    }

    @Test
    void aBadTokenIsNotSignedIn() {
        var client = room.socket().hello("nobody", Room.SESSION, "delegate");
        assertThat(client.closeCode()).isEqualTo(4001);
        assertThat(client.raw()).isEmpty();
    }

    @Test
    void aStrangerHearsThatThereIsNoSuchSession() {
        try (var secretary = room.secretary()) {
            room.publish(secretary);
        }
        assertThat(room.socket().hello("stranger", Room.SESSION, "delegate").closeCode())
                .isEqualTo(4004);
        assertThat(room.socket().hello("d0", "no-such", "delegate").closeCode()).isEqualTo(4004);
    }

    @Test
    void aDraftExistsForControlOnly() {
        assertThat(room.socket().hello("d0", Room.SESSION, "delegate").closeCode())
                .isEqualTo(4004);
        assertThat(room.socket().hello("d0", Room.SESSION, "control").closeCode())
                .isEqualTo(4004);
        assertThat(room.socket().hello("wall", Room.SESSION, "screen").closeCode())
                .isEqualTo(4004);
        try (var chair = room.join("chair", "control")) {
            assertThat(chair.raw().getFirst()).startsWith("{\"t\":\"welcome\",\"v\":1");
        }
    }

    @Test
    void aDelegateIsNotTheSecretary() {
        try (var secretary = room.secretary()) {
            room.publish(secretary);
        }
        assertThat(room.socket().hello("d0", Room.SESSION, "control").closeCode())
                .isEqualTo(4003);
        assertThat(room.socket().hello("guest", Room.SESSION, "delegate").closeCode())
                .isEqualTo(4003);
    }

    @Test
    void anotherVersionIsNotSpoken() {
        var client = room.socket().say("{\"t\":\"hello\",\"v\":2,\"new\":true}");
        assertThat(client.closeCode()).isEqualTo(4012);
    }

    @Test
    void aSecondHelloIsMalformed() {
        var client = room.secretary().hello("secretary", Room.SESSION, "control");
        assertThat(client.closeCode()).isEqualTo(4000);
    }

    @Test
    void anotherSitesPageGetsNoSocket() {
        assertThat(status(() -> LiveClient.connect(room.vertx, room.port(), "https://evil.example")))
                .isEqualTo(403);
        LiveClient.connect(room.vertx, room.port(), "https://hop.example.gov.vn")
                .close();
    }

    @Test
    void withoutOriginOrSubprotocolThereIsNoSocket() {
        var bare = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(room.port())
                .setURI("/live");
        var noOrigin =
                new WebSocketConnectOptions(bare).setAllowOriginHeader(false).addSubProtocol("plenum.v1");
        var noProtocol = new WebSocketConnectOptions(bare).addHeader("Origin", "http://127.0.0.1:" + room.port());
        assertThat(status(() -> LiveClient.connect(room.vertx, noOrigin))).isEqualTo(403);
        assertThat(status(() -> LiveClient.connect(room.vertx, noProtocol))).isEqualTo(400);
    }

    private static int status(ThrowingCallable connect) {
        var rejected = new int[1];
        assertThatThrownBy(connect)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, no -> rejected[0] = no.getStatus());
        return rejected[0];
    }

    @Test
    void anExpiredTokenEndsTheSocket() {
        room.token("short", "secretary", Duration.ofMillis(300), Role.SECRETARY);
        var client = room.socket().hello("short", Room.SESSION, "control");
        client.await("me");
        assertThat(client.closeCode()).isEqualTo(4001);
    }

    @Test
    void aNewTokenInTimeKeepsTheSocketOpen() {
        room.token("short", "secretary", Duration.ofMillis(500), Role.SECRETARY);
        room.token("longer", "secretary", Duration.ofMillis(1300), Role.SECRETARY);
        var client = room.socket().hello("short", Room.SESSION, "control");
        client.await("me");
        var began = System.nanoTime();
        client.send(Map.of("t", "token", "token", "longer"));
        room.keepPinging(client, Duration.ofMillis(1000));
        assertThat(client.isOpen()).isTrue();
        assertThat(client.closeCode()).isEqualTo(4001);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void anotherPersonsTokenDoesNotRenew() {
        var client = room.secretary().send(Map.of("t", "token", "token", "d0"));
        assertThat(client.closeCode()).isEqualTo(4001);
    }

    @Test
    void whoLostTheRoleIsClosedAtRenewal() {
        room.token("lesser", "secretary", Duration.ofHours(1), Role.GUEST);
        var client = room.secretary().send(Map.of("t", "token", "token", "lesser"));
        assertThat(client.closeCode()).isEqualTo(4003);
    }

    @Test
    void revocationClosesEverySocketOfThePersonOnly() {
        var first = room.secretary();
        var second = room.secretary();
        try (var chair = room.join("chair", "control")) {
            room.live().revoke(new PersonId("secretary"));
            assertThat(first.closeCode()).isEqualTo(4001);
            assertThat(second.closeCode()).isEqualTo(4001);
            assertThat(chair.send(Map.of("t", "ping", "n", 1))
                            .await("pong")
                            .path("n")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aPersonIsConnectedWhileADeviceShowsTheSession() {
        var who = new PersonId("chair");
        var session = new SessionId(Room.SESSION);
        assertThat(room.live().connected(session, who)).isFalse();
        var first = room.join("chair", "control");
        var second = room.join("chair", "control");
        assertThat(room.live().connected(session, who)).isTrue();
        assertThat(room.live().connected(new SessionId("another"), who)).isFalse();
        assertThat(room.live().connected(session, new PersonId("d0"))).isFalse();
        first.close();
        room.live().revoke(who);
        assertThat(second.closeCode()).isEqualTo(4001);
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (room.live().connected(session, who) && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(room.live().connected(session, who)).isFalse();
    }

    @Test
    void whoFallsSilentIsClosed() {
        assertThat(room.secretary().closeCode()).isEqualTo(4010);
    }

    @Test
    void pingsKeepTheSocketOpenAndTellTheServersClock() {
        try (var client = room.secretary()) {
            room.keepPinging(client, Duration.ofMillis(1500));
            var before = System.currentTimeMillis();
            var pong = client.send(Map.of("t", "ping", "n", 7))
                    .await(m -> m.path("n").asInt() == 7);
            assertThat(pong.path("now").asLong()).isBetween(before, System.currentTimeMillis());
        }
    }

    @Test
    void aStoppingServerSaysGoodbye() {
        var client = room.secretary();
        var waiting = room.socket();
        room.stop();
        assertThat(client.closeCode()).isEqualTo(1001);
        assertThat(waiting.closeCode()).isEqualTo(1001);
        assertThat(status(room::socket)).isEqualTo(503);
    }
}
