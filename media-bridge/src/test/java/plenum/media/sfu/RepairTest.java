package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import plenum.media.api.EndpointId;
import plenum.media.forward.Frames;
import plenum.media.net.NettyTransport;
import plenum.media.peer.MediaPeers;
import plenum.media.testkit.BadLine;

/** What is lost on the way to the bridge and on the way from it. */
@Isolated
class RepairTest {
    private static final long ONE_WAY_MS = 25;
    private static final double LOSS = 0.05;

    private final NettyTransport transport =
            new NettyTransport(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()));
    private final EmbeddedBridge bridge = EmbeddedBridge.start(
            BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()))
                    .withoutWarmUp(),
            transport);
    private final MediaPeers peers = new MediaPeers();
    private final BadLine in = new BadLine(transport.udpPort(), 51);
    private final BadLine out = new BadLine(transport.udpPort(), 52);
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(in, out, peers, bridge));

    RepairTest() {
        done(bridge.openConference(CONFERENCE));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closing : toClose) {
            closing.close();
        }
    }

    private Joining over(BadLine line, String name) {
        line.delay(ONE_WAY_MS);
        return new Joining(bridge, peers, new EndpointId(name), line.port());
    }

    private FilmingPeer film() {
        var filming = new FilmingPeer(over(in, "an"));
        toClose.addFirst(filming);
        filming.begin();
        return filming;
    }

    private WatchingPeer watch(int height) {
        var place = over(out, "binh");
        var watching = new WatchingPeer(place);
        toClose.addFirst(watching);
        watching.begin();
        place.want(height);
        return watching;
    }

    private void lose(double share) {
        in.lose(share);
        out.lose(share);
    }

    @Test
    void fivePercentLostOnBothLinesIsRepairedAt50MsRoundTrip() {
        var an = film();
        var binh = watch(360);
        binh.await(() -> binh.picture().count() > 50 && binh.voice().count() > 10);
        lose(LOSS);
        int asked = an.asked(0) + an.asked(1) + an.asked(2);
        binh.await(() -> binh.voice().count() > 500 && binh.picture().count() > 500);
        assertThat(an.asked(0) + an.asked(1) + an.asked(2)).isLessThan(asked + 3);
        lose(0);
        int count = binh.picture().count();
        binh.await(() -> binh.picture().count() > count + 30
                && binh.picture().holes() + binh.voice().holes() == 0);
        var frames = Frames.of(binh.seen());
        assertThat(frames.size()).isGreaterThan(200);
        Frames.assertFollowEachOther(frames);
    }

    @Test
    void layersChangeOverBadLinesWithoutAHole() {
        var an = film();
        var place = over(out, "binh");
        var binh = new WatchingPeer(place);
        toClose.addFirst(binh);
        binh.begin();
        place.want(180);
        binh.await(() -> binh.picture().count() > 10);
        lose(LOSS);
        for (int height : new int[] {360, 180, 360, 180}) {
            int before = binh.picture().count();
            place.want(height);
            binh.await(() -> binh.picture().count() > before + 80);
        }
        lose(0);
        int count = binh.picture().count();
        binh.await(() -> binh.picture().count() > count + 20 && binh.picture().holes() == 0);
        var frames = Frames.of(binh.seen());
        Frames.assertFollowEachOther(frames);
        assertThat(frames.stream().map(frame -> frame.getFirst().layer()).distinct())
                .contains(0, 1);
        assertThat(an.asked(1)).isPositive();
    }
}
