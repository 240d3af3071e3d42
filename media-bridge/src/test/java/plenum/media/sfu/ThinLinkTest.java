package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.link.LinkTicket;
import plenum.media.peer.MediaPeers;
import plenum.media.testkit.BadLine;
import plenum.media.testkit.Broadcaster;
import plenum.media.testkit.Watcher;

/** A district whose line to the province does not carry what its people want to see. */
@Isolated
class ThinLinkTest {
    private static final EndpointId AN = new EndpointId("an");
    private static final EndpointId BINH = new EndpointId("binh");
    private static final EndpointSpec SPEC = new EndpointSpec(2, 2, Permission.ALL, false);

    private final MediaPeers peers = new MediaPeers();
    private final Broadcaster broadcaster = new Broadcaster();
    private final Watcher watcher = new Watcher();
    private final EmbeddedBridge province = Outpost.embedded();
    private final EmbeddedBridge district = Outpost.embedded();

    @BeforeEach
    void open() {
        done(province.openConference(CONFERENCE));
        done(district.openConference(CONFERENCE));
        var camera = Map.of("0", List.<String>of(), "1", List.of("q", "h", "f"));
        var filming =
                peers.answer(done(province.openEndpoint(CONFERENCE, AN, SPEC)).sdp(), camera, broadcaster);
        done(province.answer(CONFERENCE, AN, filming.answer()));
        broadcaster.begin(filming.connectNow());
        var watching =
                peers.answer(done(district.openEndpoint(CONFERENCE, BINH, SPEC)).sdp(), Map.of(), watcher);
        done(district.answer(CONFERENCE, BINH, watching.answer()));
        var stage = new SourceId(AN, SourceKind.CAMERA);
        done(district.constrain(CONFERENCE, BINH, new ReceiverConstraints(List.of(stage), Map.of(), 720, -1, 0)));
        watcher.begin(watching.connectNow());
    }

    @AfterEach
    void close() {
        broadcaster.close();
        watcher.close();
        peers.close();
        province.close();
        district.close();
    }

    @Test
    void overAThinLineTheStageIsSmallAndVoicesAreWholeUntilTheLineIsWide() throws InterruptedException {
        var ticket = done(province.openLink(CONFERENCE, "district"));
        try (var line = new BadLine(ticket.addresses().getFirst().getPort(), 3)) {
            line.delay(20);
            line.narrow(500_000);
            var detour = new InetSocketAddress(InetAddress.getLoopbackAddress(), line.port());
            done(district.dialLink(
                    CONFERENCE, "above", new LinkTicket(ticket.id(), List.of(detour), ticket.up(), ticket.down())));
            watcher.await("low layer", 20, seen -> seen.height() == 180);
            var start = watcher.await("voices of 5 seconds", 20, seen -> seen.voices() > 250);
            var end = watcher.await("voices of 5 more", 20, seen -> seen.voices() > start.voices() + 250);
            assertThat(end.height()).isEqualTo(180);
            assertThat(end.voicesLost() - start.voicesLost()).isLessThan(5);
            line.narrow(0);
            watcher.await("high layer", 60, seen -> seen.height() == 720);
        }
    }
}
