package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.sfu.TestBridge.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.cascade.Branch;
import plenum.media.cascade.Cascade;
import plenum.media.peer.MediaPeers;

/** Province, district and commune as one bridge: their server knows regions, not links. */
class TreeTest {
    private static final ConferenceId ROOM = new ConferenceId("room");
    private static final Map<String, List<String>> LAYERS =
            Map.of("0", List.of(), "1", List.of("q", "h", "f"), "2", List.of());

    private final MediaPeers peers = new MediaPeers();
    private final List<Participant> participants = new ArrayList<>();
    private final BlockingQueue<BridgeEvent> events = new LinkedBlockingQueue<>();
    private final Outpost district = new Outpost();
    private final Outpost commune = new Outpost();
    private EmbeddedBridge province = Outpost.embedded();
    private Cascade tree = grow(Duration.ofMillis(1_500));

    private Cascade grow(Duration patience) {
        var branches = List.of(
                new Branch("district", "", district.remote()), new Branch("commune", "district", commune.remote()));
        var grown = new Cascade(province, branches, patience);
        var there = new CompletableFuture<BridgeEvent>();
        grown.listen(event -> {
            events.add(event);
            there.complete(event);
        });
        assertThat(done(there)).isInstanceOf(BridgeEvent.Ready.class);
        done(grown.openConference(ROOM));
        return grown;
    }

    @AfterEach
    void close() {
        participants.forEach(Participant::rest);
        peers.close();
        tree.close();
        district.close();
        commune.close();
    }

    private Participant join(String name, String region) {
        var id = new EndpointId(name);
        var spec = new EndpointSpec(4, 4, Permission.ALL, false, region);
        var offer = done(tree.openEndpoint(ROOM, id, spec)).sdp();
        var joined = new Participant(name, peers, offer, LAYERS);
        done(tree.answer(ROOM, id, joined.peer().answer()));
        joined.peer().connectNow();
        participants.add(joined);
        return joined;
    }

    /** The branches answer: from now on their endpoints go there. */
    private void grown() {
        await(() -> done(tree.stats()).packetsIn() >= 0 && at(commune, "probe") && at(district, "probe"));
        done(tree.closeEndpoint(ROOM, new EndpointId("probe")));
        await(() -> count(district.bridge()).conferences() == 0);
    }

    private boolean at(Outpost where, String name) {
        var region = where == district ? "district" : "commune";
        var unused = done(
                tree.openEndpoint(ROOM, new EndpointId(name), new EndpointSpec(1, 1, Permission.NONE, false, region)));
        return count(where.bridge()).endpoints() == 1;
    }

    private static BridgeStats count(EmbeddedBridge bridge) {
        return done(bridge.stats());
    }

    private Participant film(String name, String region) {
        var filming = join(name, region);
        filming.film(10 + participants.size(), "q", 90);
        return filming;
    }

    private Participant watch(String name, String region) {
        var viewer = join(name, region);
        done(tree.constrain(ROOM, viewer.id(), new ReceiverConstraints(List.of(), Map.of(), 90, -1, 0)));
        return viewer;
    }

    private static void sees(Participant viewer) throws InterruptedException {
        viewer.next("v0", packet -> Vp8Frame.key(packet.buffer(), packet.payloadOffset()));
        for (int i = 0; i < 20; i++) viewer.next("v0");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private <E extends BridgeEvent> void heard(Class<E> kind, Predicate<E> wanted) throws InterruptedException {
        var event = events.poll(30, TimeUnit.SECONDS);
        while (event != null && !(kind.isInstance(event) && wanted.test(kind.cast(event)))) {
            event = events.poll(30, TimeUnit.SECONDS);
        }
        assertThat(event).isNotNull();
    }

    @Test
    void everybodyIsAtTheBridgeOfTheirRegionAndSeesAllOthers() throws InterruptedException {
        grown();
        var an = film("an", "");
        var chi = film("chi", "commune");
        var binh = watch("binh", "nowhere");
        done(tree.constrain(ROOM, an.id(), new ReceiverConstraints(List.of(), Map.of(), 90, -1, 0)));
        done(tree.constrain(ROOM, chi.id(), new ReceiverConstraints(List.of(), Map.of(), 90, -1, 0)));
        sees(an);
        sees(chi);
        sees(binh);
        assertThat(binh.bridgePort()).isEqualTo(an.bridgePort()).isNotEqualTo(chi.bridgePort());
        assertThat(count(commune.bridge()).endpoints()).isEqualTo(1);
        assertThat(count(district.bridge())).matches(on -> on.conferences() == 1 && on.endpoints() == 0);
        heard(BridgeEvent.SourcesMapped.class, mapped -> mapped.endpoint().equals(chi.id()));
    }

    @Test
    void aBridgeThatNobodyNeedsAnyLongerCarriesNothing() throws InterruptedException {
        grown();
        var unused = film("an", "");
        var chi = watch("chi", "commune");
        sees(chi);
        done(tree.closeEndpoint(ROOM, chi.id()));
        await(() -> count(commune.bridge()).conferences() == 0);
        await(() -> count(district.bridge()).conferences() == 0);
        assertThat(count(province)).matches(on -> on.conferences() == 1 && on.endpoints() == 1);
    }

    @Test
    void whenABridgeDiesItsOwnComeToTheNextAndThoseBelowGoOn() throws InterruptedException {
        grown();
        var an = film("an", "");
        var binh = watch("binh", "district");
        var chi = watch("chi", "commune");
        sees(binh);
        sees(chi);
        district.die();
        heard(BridgeEvent.Expired.class, gone -> gone.endpoint().equals(binh.id()));
        var again = watch("binh", "district");
        assertThat(again.bridgePort()).isEqualTo(an.bridgePort());
        sees(again);
        await(() -> count(commune.bridge()).endpoints() == 1);
        for (int i = 0; i < 100; i++) chi.next("v0"); // over a link of its own to the province
        district.live();
        await(() -> count(district.bridge()).conferences() == 1);
        for (int i = 0; i < 100; i++) chi.next("v0");
    }

    @Test
    void whatIsSaidToABranchThatIsAwayIsDoneWhenItIsBackAndNobodyHasToComeAnew() throws InterruptedException {
        tree.close();
        province = Outpost.embedded();
        tree = grow(Duration.ofMinutes(5));
        grown();
        var an = film("an", "district");
        var binh = watch("binh", "district");
        sees(binh);
        district.cut(true);
        done(tree.permit(ROOM, an.id(), Permission.ALL));
        done(tree.permit(ROOM, an.id(), Permission.NONE));
        for (int i = 0; i < 50; i++) binh.next("v0");
        district.cut(false);
        var camera = new SourceId(an.id(), SourceKind.CAMERA);
        heard(BridgeEvent.SourceActive.class, event -> event.source().equals(camera) && !event.active());
        assertThat(events).noneMatch(BridgeEvent.Expired.class::isInstance);
        assertThat(count(district.bridge()).endpoints()).isEqualTo(2);
    }
}
