package plenum.media.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;

/** Colibri2 with one bridge: what it takes, and what its refusals become. */
class VideobridgeTest {
    private static final Colibri.ForceMute HEARD = new Colibri.ForceMute(false, false);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeVideobridge fake = new FakeVideobridge(vertx, "hue");
    private final Videobridge bridge =
            new Videobridge(new JitsiSettings.Site("jvb-1", fake.url(), ""), http, Duration.ofSeconds(5));

    @AfterEach
    void close() {
        http.shutdownNow();
        fake.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Colibri.Endpoint newcomer(String id) {
        return Colibri.Endpoint.newcomer(id, Medias.ALL, HEARD, 9);
    }

    private Colibri.Modified create() {
        return bridge.create(Colibri.Modify.create("room-1", newcomer("an")));
    }

    private static JsonNode tree(Colibri.Modified answer) {
        return Json.tree(Json.text(answer));
    }

    @Test
    void aConferenceIsMadeWithItsFirstEndpointAndGivesItsTransport() {
        var made = tree(create());
        assertThat(made.path("endpoints")).hasSize(1);
        var ice = made.at("/endpoints/0/transport/transport");
        assertThat(ice.at("/candidates/0/port").asText()).isEqualTo("10001");
        assertThat(ice.at("/fingerprints/0/hash").asText()).isEqualTo("sha-256");
        assertThat(ice.at("/web-sockets/0").asText())
                .contains("/colibri-ws/jvb1/")
                .contains("/an?pwd=");
        var created = fake.endpoint("an").created;
        assertThat(created.path("capabilities").toString())
                .isEqualTo("[\"source-names\",\"ssrc-rewriting\",\"rtp-mid-demux\"]");
        assertThat(created.at("/transport/ice-controlling").asBoolean()).isTrue();
        assertThat(created.at("/medias/0/rtp-hdrexts/0/id").isInt()).isTrue();
        assertThat(created.at("/medias/1/payload-types/0/rtcp-fbs/0/subtype").asText())
                .isEqualTo("fir");
        assertThat(created.at("/initial-last-n/value").asInt()).isEqualTo(9);
    }

    @Test
    void theBrowsersSideAndItsSourcesFollow() {
        var ignored = create();
        var fingerprint = new Colibri.Fingerprint("sha-256", "active", "2E:CC");
        var connected = bridge.modify(
                "room-1",
                Colibri.Modify.of(Colibri.Endpoint.connection("an", Colibri.IceUdp.of("abcd", "pwd", fingerprint))));
        assertThat(tree(connected).at("/endpoints/0/id").asText()).isEqualTo("an");
        assertThat(fake.endpoint("an").remote.path("ufrag").asText()).isEqualTo("abcd");
        var source = new Colibri.MediaSource("audio", "an-a0", List.of(new Colibri.Source(1001, "an-a0")), null);
        var sending =
                bridge.modify("room-1", Colibri.Modify.of(Colibri.Endpoint.sending("an", List.of(source), HEARD)));
        assertThat(sending.endpoints()).hasSize(1);
        assertThat(fake.endpoint("an").sources.at("/0/sources/0/ssrc").asLong()).isEqualTo(1001);
    }

    @Test
    void theLastEndpointTakesTheConferenceAlong() {
        var ignored = create();
        var gone = bridge.modify("room-1", Colibri.Modify.of(Colibri.Endpoint.expiry("an")));
        assertThat(tree(gone).at("/endpoints/0/expire").asBoolean()).isTrue();
        assertThat(fake.conferences()).isEmpty();
        fails(Kind.UNKNOWN, "no such conference", () -> bridge.modify("room-1", Colibri.Modify.expiry()));
    }

    @Test
    void aRefusalToCreateTellsItsReasonAndLeavesAnEmptyConference() {
        var nameless = new Colibri.Modify("room-1", "no-jid", true, null, List.of(newcomer("an")), null);
        fails(Kind.MALFORMED, "not a JID", () -> bridge.create(nameless));
        var two = new Colibri.Modify(
                "room-1", "room-1@plenum", true, null, List.of(newcomer("an"), newcomer("binh")), null);
        fails(Kind.MALFORMED, "more than one endpoint", () -> bridge.create(two));
        assertThat(fake.conferences()).hasSize(1);
        fails(Kind.MALFORMED, "already exists", this::create);
    }

    @Test
    void aRefusalToChangeTellsNothing() {
        var ignored = create();
        fails(Kind.MALFORMED, "its log says why", () -> bridge.modify("room-1", Colibri.Modify.of(newcomer("an"))));
        fails(
                Kind.MALFORMED,
                "its log says why",
                () -> bridge.modify("room-1", Colibri.Modify.of(Colibri.Endpoint.sending("chi", List.of(), HEARD))));
    }

    @Test
    void aBridgeAboutToEndTakesNoConferenceButAnotherMay() {
        fake.ending(true);
        fails(Kind.UNAVAILABLE, "graceful", this::create);
    }

    @Test
    void whatHangsOrIsDeadIsUnavailable() {
        var hasty = new Videobridge(new JitsiSettings.Site("jvb-1", fake.url(), ""), http, Duration.ofMillis(200));
        fake.freeze(true);
        fails(Kind.UNAVAILABLE, "no answer", hasty::stats);
        assertThat(bridge.well(Duration.ofMillis(200))).isFalse();
        fake.kill();
        fails(Kind.UNAVAILABLE, "jvb-1", this::create);
    }

    @Test
    void healthLoadAndDrain() {
        assertThat(bridge.well(Duration.ofSeconds(5))).isTrue();
        fake.health(500, 0);
        assertThat(bridge.well(Duration.ofSeconds(5))).isFalse();
        fake.stress(0.7);
        assertThat(bridge.stats().path("stress_level").asDouble()).isEqualTo(0.7);
        bridge.drain(true);
        assertThat(fake.drained()).isTrue();
        bridge.drain(false);
        assertThat(fake.drained()).isFalse();
    }

    @Test
    void whatIsKnownOfAnEndpoint() {
        var ignored = create();
        var conference = fake.conferences().iterator().next().id;
        assertThat(bridge.debug(conference, "an")
                        .at("/dtls_transport/is_connected")
                        .asBoolean(true))
                .isFalse();
        fake.connect("an");
        assertThat(bridge.debug(conference, "an")
                        .at("/dtls_transport/is_connected")
                        .asBoolean())
                .isTrue();
        assertThat(bridge.debug(conference, "binh").isEmpty()).isTrue();
        assertThat(bridge.debug("gone", "an").isEmpty()).isTrue();
    }

    private static void fails(Kind kind, String why, ThrowingCallable call) {
        var failure = catchThrowableOfType(BridgeException.class, call);
        assertThat(failure).isNotNull().hasMessageContaining(why);
        assertThat(failure.kind()).isEqualTo(kind);
    }
}
