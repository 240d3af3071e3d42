package plenum.server.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.control.BridgeHost;

/** A media bridge alone in this process, driven by a server over the control channel. */
final class BridgeRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeRole.class);

    private final Vertx vertx;
    private final Bridge.Here bridge;
    private final BridgeHost host;
    private final String scheme;
    private final String control;

    private BridgeRole(Vertx vertx, Bridge.Here bridge, BridgeHost host, BridgeOptions options) {
        this.vertx = vertx;
        this.bridge = bridge;
        this.host = host;
        this.scheme = tls(options).isPresent() ? "wss" : "ws";
        this.control = options.control().host();
    }

    /** Blocks until it listens. */
    static BridgeRole open(BridgeOptions options) throws Unstartable {
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var settings = settings(options);
        var bridge = bridge(options);
        try {
            var host = BridgeHost.open(vertx, bridge.bridge(), settings).await();
            return new BridgeRole(vertx, bridge, host, options);
        } catch (Exception failure) {
            // NIO says BindException, epoll says NativeIoException
            if (!(failure instanceof IOException) && !(failure.getCause() instanceof IOException)) throw failure;
            throw new Unstartable("không nghe được / cannot listen: --control: " + failure.getMessage(), failure);
        }
    }

    private static Bridge.Here bridge(BridgeOptions options) throws Unstartable {
        try {
            return Bridge.embedded(options.media(), Bridge.everywhere());
        } catch (UncheckedIOException taken) {
            throw new Unstartable(
                    "không nghe được / cannot listen on media port "
                            + options.media().port() + ": " + taken.getCause(),
                    taken);
        }
    }

    private static BridgeHost.Settings settings(BridgeOptions options) throws Unstartable {
        var control = options.control();
        var loopback = Bridge.addresses(List.of(control.host())).getFirst().isLoopbackAddress();
        var tls = tls(options);
        if (!loopback && tls.isEmpty()) {
            throw new Unstartable("--control " + control.host() + ": cần / needs --certificate, --key");
        }
        try {
            var token = Bridge.token(options.tokenFile());
            return BridgeHost.Settings.usual("bridge", control.host(), control.port(), token, tls);
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("--token-file: " + unfit.getMessage(), unfit);
        }
    }

    private static Optional<KeyCertOptions> tls(BridgeOptions options) {
        var certificate = options.certificateFile();
        var key = options.keyFile();
        if (certificate == null || key == null) return Optional.empty();
        return Optional.of(
                new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString()));
    }

    /** The control channel's address and the media's ports, for the operator; programs wait for it. */
    String where() {
        return "%s://%s:%d (%s)".formatted(scheme, control, host.port(), bridge.where());
    }

    @Override
    public void close() {
        host.close();
        bridge.bridge().close();
        try {
            vertx.close().await(5, TimeUnit.SECONDS);
        } catch (Exception late) {
            LOG.warn("did not stop cleanly", late);
        }
    }
}
