package plenum.media.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.BridgePromises.done;
import static plenum.media.api.BridgePromises.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgePromises;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Mapping;
import plenum.media.api.MediaBridge;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

/** The focus with bridges at the other end of real sockets: the promises of every bridge, and what Jitsi's are like. */
class JitsiBridgeTest implements BridgePromises {
    private static final EndpointId BINH = new EndpointId("binh");
    private static final SourceId AN_VOICE = new SourceId(AN, SourceKind.MICROPHONE);
    private static final SourceId AN_CAMERA = new SourceId(AN, SourceKind.CAMERA);

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<BridgeEvent> heard = new LinkedBlockingQueue<>();
    private final List<BridgeEvent> all = new CopyOnWriteArrayList<>();
    private final FakeVideobridge hue = opened(new FakeVideobridge(vertx, "hue"));

    private <T extends AutoCloseable> T opened(T part) {
        open.addFirst(part);
        return part;
    }

    @AfterEach
    void close() throws Exception {
        for (var part : open) part.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Looks often, and does not lose patience on a busy machine. */
    private JitsiSettings settings(FakeVideobridge... fakes) {
        var sites = new ArrayList<JitsiSettings.Site>();
        for (var fake : fakes) sites.add(new JitsiSettings.Site("jvb-" + sites.size(), fake.url(), ""));
        return new JitsiSettings(
                sites,
                "hue",
                2,
                3,
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                5,
                Duration.ofSeconds(15),
                Duration.ofMillis(50),
                Duration.ofMillis(100));
    }

    @Override
    public MediaBridge bridge() {
        return opened(new JitsiBridge(settings(hue)));
    }

    private JitsiBridge ready(JitsiSettings settings) {
        var bridge = opened(new JitsiBridge(settings));
        bridge.listen(event -> {
            all.add(event);
            heard.add(event);
        });
        assertThat(next(BridgeEvent.Ready.class, event -> true)).isNotNull();
        return bridge;
    }

    /** With Ông An and bà Bình in a room. */
    private JitsiBridge meeting(JitsiSettings settings) {
        var bridge = ready(settings);
        done(bridge.openConference(ROOM));
        for (var one : List.of(AN, BINH)) assertThat(join(bridge, one)).startsWith("v=0");
        return bridge;
    }

    private static String join(JitsiBridge bridge, EndpointId endpoint) {
        return done(bridge.openEndpoint(ROOM, endpoint, SPEC)).sdp();
    }

    private <E extends BridgeEvent> E next(Class<E> kind, Predicate<E> condition) {
        var passed = new ArrayList<BridgeEvent>();
        try {
            while (true) {
                var event = heard.poll(10, TimeUnit.SECONDS);
                if (event == null) throw new AssertionError("no " + kind.getSimpleName() + ", only " + passed);
                if (kind.isInstance(event) && condition.test(kind.cast(event))) return kind.cast(event);
                passed.add(event);
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** A browser's answer to an offer. @param video lines of its camera */
    static String answer(String offer, String... video) {
        var text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        for (var line : offer.split("\r\n")) {
            if (line.startsWith("m=")) text.append(line).append("\r\n").append(TRANSPORT);
            if (!line.startsWith("a=mid:")) continue;
            text.append(line).append("\r\n");
            switch (line) {
                case "a=mid:0" -> text.append("a=sendonly\r\na=ssrc:1001 cname:x\r\n");
                case "a=mid:1" ->
                    text.append("a=sendonly\r\n")
                            .append(String.join("\r\n", video))
                            .append("\r\n");
                case "a=mid:2" ->
                    text.append(
                            "a=sendonly\r\na=ssrc:3001 cname:x\r\na=ssrc:3101 cname:x\r\na=ssrc-group:FID 3001 3101\r\n");
                default -> text.append("a=recvonly\r\n");
            }
        }
        return text.toString();
    }

    private static final String TRANSPORT = "a=ice-ufrag:abcd\r\na=ice-pwd:0123456789012345678901\r\n"
            + "a=fingerprint:sha-256 " + "2E:".repeat(31) + "2E\r\na=setup:active\r\n";
    static final String[] ONE_LAYER = {"a=ssrc:2001 cname:x", "a=ssrc:2101 cname:x", "a=ssrc-group:FID 2001 2101"};

    // offers and answers -----------------------------------------------------------------------------------------

    @Test
    void theOfferHasTheSlotsOfTheBridgeAndItsAddress() {
        var bridge = ready(settings(hue));
        done(bridge.openConference(ROOM));
        var offer = join(bridge, AN);
        assertThat(offer)
                .contains("a=group:BUNDLE 0 1 2 a0 a1 v0 v1 v2\r\n")
                .contains("a=candidate:1 1 udp 2130706431 192.0.2.2 10001 typ host\r\n")
                .contains("a=fingerprint:sha-256 0F:08:")
                .contains("a=rtpmap:111 opus/48000/2\r\n")
                .contains("a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:mid\r\n")
                .doesNotContain("ice-lite")
                .doesNotContain("a=simulcast")
                .doesNotContain("a=ssrc");
    }

    @Test
    void theAnswerGivesTheBridgeTheBrowsersTransportAndSources() {
        var bridge = ready(settings(hue));
        done(bridge.openConference(ROOM));
        done(bridge.answer(ROOM, AN, answer(join(bridge, AN), ONE_LAYER)));
        var an = hue.endpoint("an");
        assertThat(an.remote.path("ufrag").asText()).isEqualTo("abcd");
        assertThat(an.remote.at("/fingerprints/0/setup").asText()).isEqualTo("active");
        assertThat(an.remote.at("/fingerprints/0/fingerprint").asText()).startsWith("2E:2E");
        assertThat(an.sources.findValuesAsText("id")).containsExactly("an-a0", "an-v0", "an-v1");
        assertThat(an.sources.at("/1/ssrc-groups").toString())
                .isEqualTo("[{\"semantics\":\"FID\",\"sources\":[2001,2101]}]");
        assertThat(an.forceMute.toString()).isEqualTo("{\"audio\":false,\"video\":false}");
    }

    @Test
    void aSecondAnswerTellsTheLayersOfSimulcast() {
        var plain = settings(hue);
        var bridge = ready(new JitsiSettings(
                plain.sites(),
                "",
                2,
                3,
                true,
                plain.patience(),
                plain.beat(),
                3,
                plain.ping(),
                plain.look(),
                plain.quality()));
        done(bridge.openConference(ROOM));
        var offer = join(bridge, AN);
        assertThat(offer).contains("a=simulcast:recv q;h;f\r\n");
        done(bridge.answer(ROOM, AN, answer(offer)));
        assertThat(hue.endpoint("an").sources.findValuesAsText("id")).containsExactly("an-a0", "an-v1");
        done(bridge.answer(
                ROOM,
                AN,
                answer(
                        offer,
                        "a=ssrc:2001 cname:x",
                        "a=ssrc:2002 cname:x",
                        "a=ssrc:2101 cname:x",
                        "a=ssrc:2102 cname:x",
                        "a=ssrc-group:SIM 2001 2002",
                        "a=ssrc-group:FID 2001 2101",
                        "a=ssrc-group:FID 2002 2102",
                        "a=ssrc-group:FID 9 9")));
        assertThat(hue.endpoint("an").sources.at("/1/ssrc-groups").findValuesAsText("semantics"))
                .containsExactly("SIM", "FID", "FID");
    }

    @Test
    void whatIsNotPermittedIsMutedFromTheBeginningAndNotToldOf() {
        var bridge = ready(settings(hue));
        done(bridge.openConference(ROOM));
        var silent = new EndpointSpec(2, 3, Permission.NONE, false);
        var offer = done(bridge.openEndpoint(ROOM, AN, silent)).sdp();
        assertThat(hue.endpoint("an").created.path("force-mute").toString())
                .isEqualTo("{\"audio\":true,\"video\":true}");
        done(bridge.answer(ROOM, AN, answer(offer, ONE_LAYER)));
        assertThat(hue.endpoint("an").sources.findValuesAsText("id")).containsExactly("an-a0");
        done(bridge.permit(ROOM, AN, new Permission(true, false, true)));
        assertThat(hue.endpoint("an").sources.findValuesAsText("id")).containsExactly("an-a0", "an-v1");
        assertThat(hue.endpoint("an").forceMute.toString()).isEqualTo("{\"audio\":false,\"video\":false}");
    }

    @Test
    void theSelfTestIsNotForAVideobridge() {
        var bridge = ready(settings(hue));
        done(bridge.openConference(ROOM));
        var echo = new EndpointSpec(2, 3, Permission.ALL, true);
        assertThat(failure(bridge.openEndpoint(ROOM, AN, echo))).isEqualTo(BridgeException.Kind.MALFORMED);
    }

    // the colibri WebSocket --------------------------------------------------------------------------------------

    @Test
    void aReceiversWishesReachTheBridgeAlsoAfterItsSocketBroke() throws InterruptedException {
        var bridge = meeting(settings(hue));
        var wish = new ReceiverConstraints(List.of(AN_CAMERA), Map.of(AN_CAMERA, 720), 180, -1, 0);
        done(bridge.constrain(ROOM, BINH, wish));
        hue.await("binh", "its wish", endpoint -> wished(endpoint, 720));
        var said = hue.heard("binh", "ReceiverVideoConstraints");
        assertThat(said.path("lastN").asInt()).isEqualTo(9);
        assertThat(said.path("selectedSources").toString()).isEqualTo("[\"an-v0\"]");
        assertThat(said.at("/defaultConstraints/maxHeight").asInt()).isEqualTo(180);
        synchronized (hue) {
            hue.endpoint("binh").heard.clear();
            hue.hangUp("binh");
        }
        hue.await("binh", "its wish again", endpoint -> wished(endpoint, 720));
    }

    private static boolean wished(FakeEndpoint endpoint, int height) {
        return endpoint.heard.stream()
                .anyMatch(said -> said.at("/constraints/an-v0/maxHeight").asInt() == height);
    }

    @Test
    void aScreenIsToldAsSuch() throws InterruptedException {
        var bridge = ready(settings(hue));
        done(bridge.openConference(ROOM));
        done(bridge.answer(ROOM, AN, answer(join(bridge, AN), ONE_LAYER)));
        hue.await("an", "types", endpoint -> endpoint.heard.stream().anyMatch(JitsiBridgeTest::desktop));
    }

    private static boolean desktop(JsonNode said) {
        return said.path("sourceName").asText().equals("an-v1")
                && said.path("videoType").asText().equals("desktop");
    }

    @Test
    void slotsCarryWhatTheBridgeMappedAndForwards() throws InterruptedException {
        var bridge = meeting(settings(hue));
        done(bridge.constrain(ROOM, BINH, ReceiverConstraints.NOTHING));
        var ignored = hue.heard("binh", "ReceiverVideoConstraints");
        hue.say(
                "binh",
                "{\"colibriClass\":\"AudioSourcesMap\",\"mappedSources\":[{\"source\":\"an-a0\",\"owner\":\"an\",\"ssrc\":1,\"mid\":\"a1\"}]}");
        assertThat(next(BridgeEvent.SourcesMapped.class, event -> true).slots())
                .containsExactly(slot("a0"), slot("a1", AN_VOICE), slot("v0"), slot("v1"), slot("v2"));
        hue.say(
                "binh",
                "{\"colibriClass\":\"VideoSourcesMap\",\"mappedSources\":[{\"source\":\"an-v0\",\"owner\":\"an\",\"ssrc\":2,\"rtx\":3,\"videoType\":\"CAMERA\",\"mid\":\"v2\"}]}");
        hue.say("binh", "{\"colibriClass\":\"ForwardedSources\",\"forwardedSources\":[\"an-v0\"]}");
        assertThat(next(BridgeEvent.SourcesMapped.class, event -> true).slots())
                .contains(slot("a1", AN_VOICE), slot("v2", AN_CAMERA));
        hue.say("binh", "no JSON at all");
        hue.say("binh", "{\"colibriClass\":\"ForwardedSources\",\"forwardedSources\":[]}");
        assertThat(next(BridgeEvent.SourcesMapped.class, event -> true).slots()).contains(slot("v2"));
    }

    private static Mapping slot(String mid) {
        return new Mapping(mid, Optional.empty());
    }

    private static Mapping slot(String mid, SourceId source) {
        return new Mapping(mid, Optional.of(source));
    }

    @Test
    void theMainSpeakerIsToldOnceThoughEveryoneHearsIt() throws InterruptedException {
        var bridge = meeting(settings(hue));
        hue.await("an", "a socket", endpoint -> endpoint.socket != null);
        hue.await("binh", "a socket", endpoint -> endpoint.socket != null);
        for (var listener : List.of("an", "binh", "an", "binh")) {
            hue.say(
                    listener,
                    "{\"colibriClass\":\"DominantSpeakerEndpointChangeEvent\",\"dominantSpeakerEndpoint\":\"binh\"}");
        }
        hue.say("an", "{\"colibriClass\":\"SenderSourceConstraints\",\"sourceName\":\"an-v0\",\"maxHeight\":360}");
        hue.say("binh", "{\"colibriClass\":\"SenderSourceConstraints\",\"sourceName\":\"binh-v0\",\"maxHeight\":180}");
        var limits = List.of(limit(), limit()); // what each of them heard before is told by now
        assertThat(limits)
                .containsExactlyInAnyOrder(
                        new BridgeEvent.SenderConstraints(ROOM, AN_CAMERA, 360),
                        new BridgeEvent.SenderConstraints(ROOM, new SourceId(BINH, SourceKind.CAMERA), 180));
        var speaker = new BridgeEvent.DominantSpeaker(ROOM, Optional.of(BINH));
        assertThat(all.stream().filter(BridgeEvent.DominantSpeaker.class::isInstance))
                .containsExactly(speaker, speaker);
        done(bridge.closeConference(ROOM));
    }

    private BridgeEvent.SenderConstraints limit() {
        return next(BridgeEvent.SenderConstraints.class, event -> true);
    }

    @Test
    void aConnectionIsSeenItsLineIsMeasuredAndItsLossIsTold() throws InterruptedException {
        var bridge = meeting(settings(hue));
        hue.await("an", "a socket", endpoint -> endpoint.socket != null);
        hue.connect("an");
        assertThat(next(BridgeEvent.Connected.class, event -> true).endpoint()).isEqualTo(AN);
        var line = next(BridgeEvent.Quality.class, event -> true).line();
        assertThat(line.upLost()).isEqualTo(0.05);
        assertThat(line.roundTripMs()).isEqualTo(43);
        hue.say(
                "an",
                "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\",\"endpoint\":\"binh\",\"active\":\"false\"}");
        hue.say(
                "an",
                "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\",\"endpoint\":\"an\",\"active\":\"false\"}");
        assertThat(next(BridgeEvent.Disconnected.class, event -> true).endpoint())
                .isEqualTo(AN);
        hue.say(
                "an",
                "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\",\"endpoint\":\"an\",\"active\":\"true\"}");
        assertThat(next(BridgeEvent.Connected.class, event -> true).endpoint()).isEqualTo(AN);
        done(bridge.closeConference(ROOM));
    }

    @Test
    void whoExpiredAtTheBridgeExpiresHere() {
        var bridge = meeting(settings(hue));
        hue.expire("an");
        assertThat(next(BridgeEvent.Expired.class, event -> true).endpoint()).isEqualTo(AN);
        assertThat(failure(bridge.permit(ROOM, AN, Permission.NONE))).isEqualTo(BridgeException.Kind.UNKNOWN);
        assertThat(join(bridge, AN)).startsWith("v=0");
        assertThat(hue.has("an")).isTrue();
    }
}
