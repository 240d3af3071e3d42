package plenum.media.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.BridgePromises.ROOM;
import static plenum.media.api.BridgePromises.SPEC;
import static plenum.media.api.BridgePromises.done;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.EndpointId;
import plenum.media.api.Permission;

/** A conference at several Videobridges: province, two districts below it, a commune below the first. */
class RelaysTest {
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<BridgeEvent> heard = new LinkedBlockingQueue<>();
    private final FakeVideobridge province = new FakeVideobridge(vertx, "province");
    private final FakeVideobridge east = new FakeVideobridge(vertx, "east");
    private final FakeVideobridge west = new FakeVideobridge(vertx, "west");
    private final FakeVideobridge commune = new FakeVideobridge(vertx, "commune");
    private final List<FakeVideobridge> all = List.of(province, east, west, commune);
    private final JitsiBridge bridge = new JitsiBridge(new JitsiSettings(
            List.of(
                    site("province", province, ""),
                    site("east", east, "province"),
                    site("west", west, "province"),
                    site("commune", commune, "east")),
            "",
            2,
            3,
            false,
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            3,
            Duration.ofSeconds(15),
            Duration.ofMillis(50),
            Duration.ofSeconds(10)));

    private static JitsiSettings.Site site(String name, FakeVideobridge at, String above) {
        return new JitsiSettings.Site(name, at.url(), name, above);
    }

    @BeforeEach
    void begin() {
        bridge.listen(heard::add);
        province.awaitAtRequests("all are well", () -> bridge.wellBridges().size() == all.size());
        done(bridge.openConference(ROOM));
    }

    @AfterEach
    void close() {
        bridge.close();
        all.forEach(FakeVideobridge::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** @return the offer */
    @CanIgnoreReturnValue
    private String come(String name, String region) {
        return done(bridge.openEndpoint(ROOM, new EndpointId(name), SPEC.in(region)))
                .sdp();
    }

    private void everywhere() {
        come("an", "province");
        come("binh", "east");
        come("chi", "commune");
        come("dung", "west");
    }

    /**
     * Waits until the bridge has exactly these relays, each with exactly these people beyond: "relay-east: binh chi".
     */
    private static void awaitRelays(FakeVideobridge at, String... relays) {
        at.awaitAtRequests(
                "relays " + List.of(relays) + " but " + relays(at),
                () -> relays(at).equals(new TreeSet<>(Arrays.asList(relays))));
    }

    private static Set<String> relays(FakeVideobridge at) {
        return at.conferences().stream()
                .flatMap(conference -> conference.relays.entrySet().stream())
                .map(one -> one.getKey() + ": "
                        + String.join(" ", one.getValue().beyond.keySet()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FakeRelay relay(FakeVideobridge at, String id) {
        return Objects.requireNonNull(at.conferences().iterator().next().relays.get(id));
    }

    @Test
    void whoIsInOneRegionMeetsAtOneBridgeWithoutRelays() {
        come("an", "east");
        come("binh", "east");
        assertThat(east.has("an") && east.has("binh")).isTrue();
        awaitRelays(east);
        assertThat(province.busy() || west.busy() || commune.busy()).isFalse();
    }

    @Test
    void eachIsAtTheBridgeOfItsRegionAndEachBridgeKnowsWhoIsBeyondEachOfItsRelays() {
        everywhere();
        awaitRelays(province, "relay-east: binh chi", "relay-west: dung");
        awaitRelays(east, "relay-province: an dung", "relay-commune: chi");
        awaitRelays(west, "relay-province: an binh chi");
        awaitRelays(commune, "relay-east: an binh dung");
    }

    @Test
    void anEdgeIsAMeshOfItsOwnOneEndBeginsAndOneDials() {
        everywhere();
        awaitRelays(commune, "relay-east: an binh dung");
        awaitRelays(west, "relay-province: an binh chi");
        assertThat(relay(province, "relay-east").mesh())
                .isEqualTo(relay(east, "relay-province").mesh())
                .isNotEqualTo(relay(province, "relay-west").mesh())
                .isNotEqualTo(relay(east, "relay-commune").mesh());
        for (var end : List.of(relay(province, "relay-east"), relay(east, "relay-commune"))) {
            assertThat(end.controlling() && end.dials()).isTrue();
            assertThat(end.setup()).isEqualTo("active");
        }
        for (var end : List.of(relay(east, "relay-province"), relay(commune, "relay-east"))) {
            assertThat(end.controlling() || end.dials()).isFalse();
            assertThat(end.setup()).isEqualTo("passive");
        }
    }

    @Test
    void whatSomebodySendsAndMayIsToldEverywhere() {
        come("an", "province");
        come("dung", "west");
        var offer = come("chi", "commune");
        done(bridge.answer(ROOM, new EndpointId("chi"), JitsiBridgeTest.answer(offer, JitsiBridgeTest.ONE_LAYER)));
        awaitSources(west, "relay-province", "chi", 3);
        awaitSources(province, "relay-commune", "chi", 3);
        done(bridge.permit(ROOM, new EndpointId("chi"), new Permission(true, true, false)));
        awaitSources(west, "relay-province", "chi", 2);
    }

    private static void awaitSources(FakeVideobridge at, String relay, String endpoint, int count) {
        at.awaitAtRequests(
                count + " sources of " + endpoint,
                () -> at.conferences().stream()
                        .flatMap(conference -> Stream.ofNullable(conference.relays.get(relay)))
                        .flatMap(end -> Stream.ofNullable(end.beyond.get(endpoint)))
                        .anyMatch(sources -> sources.size() == count));
    }

    @Test
    void whoLeavesIsNotBeyondAnyMoreAndTheLastOfABridgeTakesItsRelaysAlong() {
        everywhere();
        done(bridge.closeEndpoint(ROOM, new EndpointId("dung")));
        awaitRelays(province, "relay-east: binh chi");
        awaitRelays(commune, "relay-east: an binh");
        assertThat(west.busy()).isFalse();
    }

    @Test
    void whenABridgeInTheMiddleFailsThoseBelowItAreJoinedToTheNextAbove() {
        everywhere();
        awaitRelays(commune, "relay-east: an binh dung");
        east.kill();
        awaitExpired("binh");
        come("binh", "east");
        assertThat(province.has("binh")).isTrue();
        awaitRelays(province, "relay-commune: chi", "relay-west: dung");
        awaitRelays(commune, "relay-province: an binh dung");
        awaitRelays(west, "relay-province: an binh chi");
        assertThat(heard).noneMatch(BridgeEvent.Expired.class::isInstance);
    }

    private void awaitExpired(String name) {
        try {
            for (BridgeEvent event = null;
                    !(event instanceof BridgeEvent.Expired expired
                            && expired.endpoint().value().equals(name)); ) {
                event = heard.poll(10, TimeUnit.SECONDS);
                if (event == null) throw new AssertionError(name + " did not expire");
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void aBridgeThatComesBetweenTakesOverThoseBelowIt() {
        come("an", "province");
        come("chi", "commune");
        awaitRelays(province, "relay-commune: chi");
        come("binh", "east");
        awaitRelays(province, "relay-east: binh chi");
        awaitRelays(commune, "relay-east: an binh");
    }

    @Test
    void aRelayThatCouldNotBeMadeIsMadeLater() {
        come("an", "province");
        province.freeze(true);
        come("dung", "west");
        west.awaitAtRequests("an attempt", () -> west.requests().size() > 3);
        province.freeze(false);
        awaitRelays(province, "relay-west: dung");
        awaitRelays(west, "relay-province: an");
    }

    @Test
    void aBridgeThatMakesNoRelaysIsPassedOver() {
        west.relaying(false);
        west.awaitAtRequests(
                "looked at twice",
                () -> west.requests().stream()
                                .filter(one -> one.contains("/colibri/stats"))
                                .count()
                        > 3);
        come("an", "province");
        come("dung", "west");
        assertThat(province.has("dung")).isTrue();
        assertThat(west.busy()).isFalse();
    }
}
