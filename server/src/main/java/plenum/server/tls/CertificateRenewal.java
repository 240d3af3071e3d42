package plenum.server.tls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a running HTTPS listener on the current certificate: new address, near expiry, operator's files replaced.
 *
 * <p>Open connections stay; new handshakes see the new certificate. A failing look leaves the old one in place and is
 * logged.
 */
public final class CertificateRenewal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateRenewal.class);

    private final Vertx vertx;
    private final HttpServer server;
    private final Callable<Credential> source;
    private volatile Credential served;
    private volatile OptionalLong timer = OptionalLong.empty();

    /**
     * @param server already listening with {@code served}
     * @param source reads or issues what should be served now; called on a worker thread, never twice at a time
     */
    public CertificateRenewal(Vertx vertx, HttpServer server, Credential served, Callable<Credential> source) {
        this.vertx = vertx;
        this.server = server;
        this.served = served;
        this.source = source;
    }

    /** Looks every so often from now on; call it once, and {@link #close} before Vert.x closes. */
    public void every(Duration pause) {
        timer = OptionalLong.of(vertx.setPeriodic(pause.toMillis(), tick -> look().onFailure(this::report)));
    }

    @Override
    public void close() {
        timer.ifPresent(vertx::cancelTimer);
    }

    /** One look; true when the listener was given a new certificate. */
    public Future<Boolean> look() {
        return vertx.executeBlocking(source).compose(current -> serve(Objects.requireNonNull(current)));
    }

    private Future<Boolean> serve(Credential current) {
        if (current.equals(served)) return Future.succeededFuture(false);
        var options = TlsListener.secure(new HttpServerOptions(), current).getSslOptions();
        return server.updateSSLOptions(options).map(changed -> {
            served = current;
            LOG.info("listener port={} now serves {}", server.actualPort(), current);
            return changed;
        });
    }

    private void report(Throwable failure) {
        LOG.error("certificate not renewed, the old one stays until={}", served.notAfter(), failure);
    }
}
