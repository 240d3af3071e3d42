package plenum.server.relay;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.secret.Envelope;

/**
 * The relay's listener: {@code POST /cast} with one envelope, answered with one reply. Envelopes wait together for one
 * to three seconds and go to the ballot box in an order drawn by lot; all are answered at once. No cookie, no name, no
 * log of a request. Everything but {@link #open} and {@link #close} runs on one event loop.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PATH = "/cast";
    /** Waiting envelopes; more are told to come again. */
    private static final int MOST = 5_000;

    /**
     * @param port 0 takes a free one
     * @param tls without it the listener is in clear: this machine only
     * @param shortest wait of an envelope that comes first
     * @param longest more than {@code shortest}
     */
    public record Settings(String host, int port, Optional<KeyCertOptions> tls, Duration shortest, Duration longest) {
        public static Settings usual(String host, int port, Optional<KeyCertOptions> tls) {
            return new Settings(host, port, tls, Duration.ofSeconds(1), Duration.ofSeconds(3));
        }
    }

    private record Waiting(Buffer envelope, HttpServerRequest request) {}

    private final Vertx vertx;
    private final Context loop;
    private final Settings settings;
    private final BoxClient box;
    private final HttpServer server;
    private List<Waiting> waiting = new ArrayList<>();

    private Relay(Vertx vertx, Settings settings, BoxClient box) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.settings = settings;
        this.box = box;
        this.server = vertx.createHttpServer(options(settings)).requestHandler(this::onRequest);
    }

    /** Begins to listen; the future fails when the port is not free. The client stays the caller's to close. */
    public static Future<Relay> open(Vertx vertx, Settings settings, BoxClient box) {
        var relay = new Relay(vertx, settings, box);
        return relay.server.listen().map(listening -> relay);
    }

    private static HttpServerOptions options(Settings settings) {
        var options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setIdleTimeout(30)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        settings.tls().ifPresent(tls -> options.setSsl(true).setKeyCertOptions(tls));
        return options;
    }

    /** TCP. */
    public int port() {
        return server.actualPort();
    }

    // an envelope ----------------------------------------------------------------------------------------------

    private void onRequest(HttpServerRequest request) {
        var response = request.response()
                .putHeader("Access-Control-Allow-Origin", "*") // nobody is known here, so no page gains by it
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (!PATH.equals(request.path())) end(response.setStatusCode(404).end());
        else if (request.method() == HttpMethod.POST) read(request);
        else end(response.setStatusCode(405).end());
    }

    private void read(HttpServerRequest request) {
        var envelope = Buffer.buffer(Envelope.REQUEST);
        request.handler(piece -> {
            if (envelope.length() + piece.length() <= Envelope.REQUEST) envelope.appendBuffer(piece);
            else end(request.connection().close());
        });
        request.endHandler(end -> loop.runOnContext(ignored -> take(envelope, request)));
    }

    private void take(Buffer envelope, HttpServerRequest request) {
        if (envelope.length() != Envelope.REQUEST)
            end(request.response().setStatusCode(400).end());
        else if (waiting.size() >= MOST) comeAgain(request);
        else add(new Waiting(envelope, request));
    }

    private void add(Waiting one) {
        waiting.add(one);
        if (waiting.size() == 1) vertx.setTimer(pause(), ignored -> loop.runOnContext(now -> forward()));
    }

    private long pause() {
        var shortest = settings.shortest().toMillis();
        return shortest + 1 + RANDOM.nextLong(settings.longest().toMillis() - shortest);
    }

    // a batch --------------------------------------------------------------------------------------------------

    private void forward() {
        var batch = waiting;
        waiting = new ArrayList<>();
        Collections.shuffle(batch, RANDOM);
        for (var from = 0; from < batch.size(); from += BoxClient.MOST) {
            forward(batch.subList(from, Math.min(batch.size(), from + BoxClient.MOST)));
        }
    }

    private void forward(List<Waiting> batch) {
        var all = Buffer.buffer(batch.size() * Envelope.REQUEST);
        batch.forEach(one -> all.appendBuffer(one.envelope()));
        box.cast(all).onSuccess(replies -> answer(batch, replies)).onFailure(away -> {
            LOG.warn("the ballot box is not reached: {}", away.getClass().getSimpleName());
            batch.forEach(one -> comeAgain(one.request()));
        });
    }

    private static void answer(List<Waiting> batch, Buffer replies) {
        for (var one = 0; one < batch.size(); one++) {
            var reply = replies.getBuffer(one * Envelope.REPLY, (one + 1) * Envelope.REPLY);
            end(batch.get(one).request().response().end(reply));
        }
    }

    private static void comeAgain(HttpServerRequest request) {
        end(request.response().setStatusCode(503).putHeader("Retry-After", "2").end());
    }

    private static void end(Future<Void> ending) {
        ending.onFailure(gone -> LOG.debug("gone"));
    }

    /** Waits, so not on an event loop. */
    @Override
    public void close() {
        try {
            var unused = server.close().await(5, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.warn("the relay did not close in time");
        }
    }
}
