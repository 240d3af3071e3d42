package plenum.server.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.box.BallotBox;
import plenum.server.box.BoxEndpoint;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.platform.Mongo;

/** The ballot box alone in this process, with a store and keys of its own. */
final class BoxRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoxRole.class);

    private final Vertx vertx;
    private final Optional<EmbeddedStore> embedded;
    private final Mongo mongo;
    private final BoxEndpoint endpoint;
    private final String where;

    private BoxRole(Vertx vertx, Optional<EmbeddedStore> embedded, Mongo mongo, BoxEndpoint endpoint, String where) {
        this.vertx = vertx;
        this.embedded = embedded;
        this.mongo = mongo;
        this.endpoint = endpoint;
        this.where = where;
    }

    /** Blocks until it listens. */
    static BoxRole open(BoxOptions options) throws Unstartable {
        var settings = settings(options);
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try {
            var embedded = embedded(options);
            var mongo = Mongo.open(
                    embedded.map(EmbeddedStore::connectionString).orElseGet(() -> String.valueOf(options.store())));
            var box = BallotBox.open(mongo, Objects.requireNonNull(options.keys()));
            var endpoint = BoxEndpoint.open(vertx, box, settings).await();
            var scheme = settings.tls().isPresent() ? "https" : "http";
            var where = "%s://%s:%d".formatted(scheme, settings.host(), endpoint.port());
            return new BoxRole(vertx, embedded, mongo, endpoint, where);
        } catch (IOException | UncheckedIOException failure) {
            throw new Unstartable("không mở được / cannot open: " + failure.getMessage(), failure);
        }
    }

    private static Optional<EmbeddedStore> embedded(BoxOptions options) {
        return options.store() != null
                ? Optional.empty()
                : Optional.of(EmbeddedStore.open(options.data().resolve("store")));
    }

    private static BoxEndpoint.Settings settings(BoxOptions options) throws Unstartable {
        var listen = options.listen();
        var tls = RoleTls.of(listen, options.certificateFile(), options.keyFile());
        try {
            return new BoxEndpoint.Settings(
                    listen.host(),
                    listen.port(),
                    Bridge.token(options.serverToken()),
                    Bridge.token(options.relayToken()),
                    tls);
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("--server-token, --relay-token: " + unfit.getMessage(), unfit);
        }
    }

    /** Its address, for the operator; programs wait for it. */
    String where() {
        return where;
    }

    @Override
    public void close() {
        endpoint.close();
        mongo.close();
        embedded.ifPresent(EmbeddedStore::close);
        try {
            vertx.close().await(5, TimeUnit.SECONDS);
        } catch (Exception late) {
            LOG.warn("did not stop cleanly", late);
        }
    }
}
