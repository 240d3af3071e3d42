package plenum.media.sfu;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import plenum.media.control.BridgeHost;
import plenum.media.control.RemoteBridge;
import plenum.media.net.NettyTransport;
import plenum.media.testkit.TcpDetour;

/** A bridge behind its control channel, which can be cut; the bridge can die and live again. */
final class Outpost implements AutoCloseable {
    private static final String TOKEN = "a-secret-of-both-ends";

    private final Vertx vertx = Vertx.vertx();
    private final TcpDetour detour;
    private final int port;
    private EmbeddedBridge bridge = embedded();
    private BridgeHost host = host(0);

    Outpost() {
        port = host.port();
        detour = new TcpDetour(port);
    }

    static EmbeddedBridge embedded() {
        return EmbeddedBridge.start(BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()))
                .withoutWarmUp());
    }

    private BridgeHost host(int on) {
        var settings = new BridgeHost.Settings(
                "outpost", "127.0.0.1", on, TOKEN, Optional.empty(), Duration.ofMinutes(1), Duration.ofMinutes(1));
        return BridgeHost.open(vertx, bridge, settings)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** As a server sees it. */
    RemoteBridge remote() {
        var url = URI.create("ws://127.0.0.1:" + detour.port());
        return new RemoteBridge(
                vertx,
                new RemoteBridge.Settings(
                        url,
                        TOKEN,
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        true));
    }

    EmbeddedBridge bridge() {
        return bridge;
    }

    /** The server cannot reach it, or can again; all who are there go on. */
    void cut(boolean now) {
        detour.cut(now);
    }

    void die() {
        host.close();
        bridge.close();
    }

    void live() {
        bridge = embedded();
        host = host(port);
    }

    @Override
    public void close() {
        detour.close();
        die();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
