package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.EndpointId;
import plenum.media.forward.Frames;
import plenum.media.forward.Seen;
import plenum.media.net.NettyTransport;
import plenum.media.peer.MediaPeers;

/** Many join within seconds, as at the beginning of a province's meeting. */
class JoinStormTest {
    private static final int JOINERS = 30;

    private final NettyTransport transport =
            new NettyTransport(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()));
    private final EmbeddedBridge bridge = EmbeddedBridge.start(
            BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()))
                    .withoutWarmUp(),
            transport);
    private final MediaPeers peers = new MediaPeers();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(peers, bridge));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closing : toClose) {
            closing.close();
        }
    }

    private Joining place(String name) {
        return new Joining(bridge, peers, new EndpointId(name), transport.udpPort());
    }

    private WatchingPeer watch(int number) {
        var place = place("w" + number);
        var watching = new WatchingPeer(place);
        toClose.addFirst(watching);
        place.want(360);
        watching.begin();
        return watching;
    }

    @Test
    void allSeeTheSpeakerSoonWithFewKeyFrames() {
        done(bridge.openConference(CONFERENCE));
        var an = new FilmingPeer(place("an"));
        toClose.addFirst(an);
        an.begin();
        watch(0).await(() -> true);
        long beginNs = System.nanoTime();
        var watching = new ArrayList<WatchingPeer>();
        for (int i = 1; i <= JOINERS; i++) {
            watching.add(watch(i));
        }
        watching.forEach(
                peer -> peer.await(() -> peer.decodable() && peer.picture().count() > 60));
        long seconds = (System.nanoTime() - beginNs) / 1_000_000_000 + 1;
        assertThat(an.asked(0)).isBetween(1, (int) (2 * seconds + 2));
        assertThat(an.asked(1)).isBetween(1, (int) (seconds + 2));
        assertThat(an.asked(2)).isLessThanOrEqualTo((int) (seconds + 2));
        watching.forEach(peer -> Frames.assertFollowEachOther(fromKeyFrame(peer)));
    }

    private static List<List<Seen>> fromKeyFrame(WatchingPeer peer) {
        return Frames.of(peer.seen()).stream()
                .dropWhile(frame -> !frame.getFirst().keyFrame())
                .toList();
    }
}
