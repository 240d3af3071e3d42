package plenum.media.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.BridgePromises.done;
import static plenum.media.api.BridgePromises.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgePromises;
import plenum.media.api.EndpointId;
import plenum.media.api.MediaBridge;
import plenum.media.api.Permission;

/**
 * The promises of every bridge by real Jitsi Videobridges, whose private interfaces {@code PLENUM_JVB_URL} names
 * ({@code http://host:port}, several with commas between). Not in the usual run: {@code -Dtest=RealVideobridge}.
 * Conferences of others are left alone.
 */
class RealVideobridge implements BridgePromises {
    private final List<JitsiBridge> open = new ArrayList<>();
    private final BlockingQueue<BridgeEvent> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        open.forEach(JitsiBridge::close);
    }

    @Override
    public MediaBridge bridge() {
        var bridge = RealVideobridges.bridge();
        open.add(bridge);
        return bridge;
    }

    @Test
    void theOfferHasAnAddressAndTheBridgeTakesPermissions() {
        var bridge = bridge();
        bridge.listen(heard::add);
        assertThat(first()).isInstanceOf(BridgeEvent.Ready.class);
        done(bridge.openConference(ROOM));
        var offer = done(bridge.openEndpoint(ROOM, AN, SPEC)).sdp();
        assertThat(offer).contains("a=candidate:").contains("a=fingerprint:sha-256 ");
        done(bridge.permit(ROOM, AN, new Permission(true, false, true)));
        assertThat(failure(bridge.permit(ROOM, new EndpointId("nobody"), Permission.ALL)))
                .isEqualTo(BridgeException.Kind.UNKNOWN);
    }

    private BridgeEvent first() {
        try {
            var event = heard.poll(20, TimeUnit.SECONDS);
            if (event == null) throw new AssertionError("nothing heard");
            return event;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
