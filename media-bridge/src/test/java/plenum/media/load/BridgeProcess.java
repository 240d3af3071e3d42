package plenum.media.load;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
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

    /** Begins an argument: the address for media, instead of the loopback address. */
    public static final String MEDIA = "media=";

    /** Begins an argument: the address for orders, instead of the loopback address. */
    public static final String ORDERS = "orders=";

    public static final String TOKEN = "only-for-the-load-program";

    private BridgeProcess() {}

    public static void main(String[] args) throws IOException {
        var transport = NettyTransport.Settings.on(address(args, MEDIA))
                .withSegmenting(!List.of(args).contains(PACKET_WISE));
        var usual = BridgeSettings.on(transport);
        var bridge = EmbeddedBridge.start(List.of(args).contains(COLD) ? usual.withoutWarmUp() : usual);
        var settings =
                BridgeHost.Settings.usual("load", address(args, ORDERS).getHostAddress(), 0, TOKEN, Optional.empty());
        var host = BridgeHost.open(Vertx.vertx(), bridge, settings).await();
        System.out.println(READY + host.port());
        while (System.in.read() >= 0) {
            // until whoever started us is gone
        }
        System.exit(0);
    }

    private static InetAddress address(String[] args, String kind) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(kind))
                .findFirst()
                .map(arg -> InetAddress.ofLiteral(arg.substring(kind.length())))
                .orElse(InetAddress.getLoopbackAddress());
    }
}
