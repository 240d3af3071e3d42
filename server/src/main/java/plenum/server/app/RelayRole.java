package plenum.server.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.relay.BoxClient;
import plenum.server.relay.Relay;

/** The relay alone in this process: it has no store, no keys and no log of requests. */
final class RelayRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayRole.class);

    private final Vertx vertx;
    private final BoxClient client;
    private final Relay relay;
    private final String where;

    private RelayRole(Vertx vertx, BoxClient client, Relay relay, String where) {
        this.vertx = vertx;
        this.client = client;
        this.relay = relay;
        this.where = where;
    }

    /** Blocks until it listens. */
    static RelayRole open(RelayOptions options) throws Unstartable {
        var listen = options.listen();
        var tls = RoleTls.of(listen, options.certificateFile(), options.keyFile());
        // a resumed TLS session would tell the relay that two envelopes come from one tablet
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var client = client(options, vertx);
        try {
            var settings = Relay.Settings.usual(listen.host(), listen.port(), tls);
            var relay = Relay.open(vertx, settings, client).await();
            var scheme = tls.isPresent() ? "https" : "http";
            return new RelayRole(vertx, client, relay, "%s://%s:%d".formatted(scheme, listen.host(), relay.port()));
        } catch (Exception failure) {
            // NIO says BindException, epoll says NativeIoException
            if (!(failure instanceof IOException) && !(failure.getCause() instanceof IOException)) throw failure;
            throw new Unstartable("không nghe được / cannot listen: " + failure.getMessage(), failure);
        }
    }

    private static BoxClient client(RelayOptions options, Vertx vertx) throws Unstartable {
        Optional<TrustOptions> trust = Optional.ofNullable(options.trustFile())
                .map(file -> new PemTrustOptions().addCertPath(file.toString()));
        try {
            var box = URI.create(String.valueOf(options.box()));
            return new BoxClient(vertx, box, Bridge.token(options.token()), trust);
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("--box, --token: " + unfit.getMessage(), unfit);
        }
    }

    /** Its address, for the operator; programs wait for it. */
    String where() {
        return where;
    }

    @Override
    public void close() {
        relay.close();
        client.close();
        try {
            vertx.close().await(5, TimeUnit.SECONDS);
        } catch (Exception late) {
            LOG.warn("did not stop cleanly", late);
        }
    }
}
