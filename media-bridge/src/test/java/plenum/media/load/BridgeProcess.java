package plenum.media.load;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import plenum.media.control.BridgeHost;
import plenum.media.net.NettyTransport;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;

/** The process that is measured: an embedded bridge on loopback behind its control channel. */
public final class BridgeProcess {
    public static final String READY = "control port ";
    /** Argument: packets leave one by one, as where the kernel cuts no messages. */
    static final String PACKET_WISE = "packet-wise";

    /** Argument: nothing is done beforehand to be quick for the first who come. */
    public static final String COLD = "cold";

    public static final String TOKEN = "only-for-the-load-program";

    private BridgeProcess() {}

    public static void main(String[] args) throws IOException {
        var transport = NettyTransport.Settings.on(InetAddress.getLoopbackAddress())
                .withSegmenting(!List.of(args).contains(PACKET_WISE));
        var usual = BridgeSettings.on(transport);
        var bridge = EmbeddedBridge.start(List.of(args).contains(COLD) ? usual.withoutWarmUp() : usual);
        var settings = BridgeHost.Settings.usual("load", "127.0.0.1", 0, TOKEN, Optional.empty());
        var host = BridgeHost.open(Vertx.vertx(), bridge, settings).await();
        System.out.println(READY + host.port());
        while (System.in.read() >= 0) {
            // until whoever started us is gone
        }
        System.exit(0);
    }
}
