package plenum.media.sfu;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import plenum.media.api.BridgePromises;
import plenum.media.api.MediaBridge;
import plenum.media.net.NettyTransport;

/** The bridge of this house keeps what every bridge promises. */
class EmbeddedPromisesTest implements BridgePromises {
    private final EmbeddedBridge bridge =
            EmbeddedBridge.start(BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()))
                    .withoutWarmUp());

    @Override
    public MediaBridge bridge() {
        return bridge;
    }

    @AfterEach
    void close() {
        bridge.close();
    }
}
