package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.net.NettyTransport;
import plenum.media.peer.MediaPeers;
import plenum.media.testkit.BadLine;
import plenum.media.testkit.Broadcaster;
import plenum.media.testkit.Watcher;

/** A receiver whose line does not carry what it wants to see. */
@Isolated
class ThinLineTest {
    private static final ConferenceId CONFERENCE = new ConferenceId("room");
    private static final EndpointId AN = new EndpointId("an");
    private static final EndpointId BINH = new EndpointId("binh");
    private static final Map<String, List<String>> CAMERA = Map.of("0", List.of(), "1", List.of("q", "h", "f"));

    private final MediaPeers peers = new MediaPeers();
    private final Broadcaster broadcaster = new Broadcaster();
    private final Watcher watcher = new Watcher();
    private final EmbeddedBridge bridge =
            EmbeddedBridge.start(BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress())));

    @BeforeEach
    void open() {
        done(bridge.openConference(CONFERENCE));
        String offer = offer(AN);
        var peer = peers.answer(offer, CAMERA, broadcaster);
        done(bridge.answer(CONFERENCE, AN, peer.answer()));
        broadcaster.begin(peer.connectNow());
    }

    @AfterEach
    void close() {
        broadcaster.close();
        watcher.close();
        peers.close();
        bridge.close();
    }

    @Test
    void onAThinLineTheStageIsSmallAndVoicesAreWholeUntilTheLineIsWide() throws InterruptedException {
        String offer = offer(BINH);
        try (var line = new BadLine(port(offer), 1)) {
            line.delay(20);
            line.narrow(500_000);
            watch(offer, line);
            watcher.await("low layer", 20, seen -> seen.height() == 180);
            var start = watcher.await("voices of 4 seconds", 20, seen -> seen.voices() > 200);
            var end = watcher.await("voices of 5 more", 20, seen -> seen.voices() > start.voices() + 250);
            assertThat(end.height()).isEqualTo(180);
            assertThat(end.voicesLost() - start.voicesLost()).isLessThan(5);
            line.narrow(0);
            watcher.await("high layer", 40, seen -> seen.height() == 720);
        }
    }

    @Test
    void onAGoodLineTheStageIsLargeWithinSeconds() throws InterruptedException {
        String offer = offer(BINH);
        try (var line = new BadLine(port(offer), 2)) {
            line.delay(20);
            watch(offer, line);
            watcher.await("high layer", 15, seen -> seen.height() == 720);
        }
    }

    private void watch(String offer, BadLine line) {
        String over = offer.replaceAll("( udp \\d+ 127.0.0.1) \\d+ ", "$1 " + line.port() + " ");
        var peer = peers.answer(over, Map.of(), watcher);
        done(bridge.answer(CONFERENCE, BINH, peer.answer()));
        var stage = new SourceId(AN, SourceKind.CAMERA);
        done(bridge.constrain(CONFERENCE, BINH, new ReceiverConstraints(List.of(stage), Map.of(), 720, -1, 0)));
        watcher.begin(peer.connectNow());
    }

    private String offer(EndpointId endpoint) {
        return done(bridge.openEndpoint(CONFERENCE, endpoint, new EndpointSpec(2, 2, Permission.ALL, false)))
                .sdp();
    }

    private static int port(String offer) {
        return Integer.parseInt(offer.replaceAll("(?s).* udp \\d+ 127.0.0.1 (\\d+) .*", "$1"));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
