package plenum.media.control;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.KeyCertOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.link.LinkedBridge;

/**
 * Serves a {@link LinkedBridge} to one controlling server at a time over a WebSocket. A server that comes takes over
 * from the one before: whatever was open is closed first, then it hears {@link BridgeEvent.Ready}. One that only lost
 * its connection finds all as it was: it hears {@link BridgeEvent.Resumed}, and the newest of what it may have missed.
 * Everything but {@link #open} and {@link #close} runs on one event loop.
 */
public final class BridgeHost implements AutoCloseable {
    /** Path of the channel. */
    public static final String PATH = "/bridge";

    private static final Logger LOG = LoggerFactory.getLogger(BridgeHost.class);
    private static final short TAKEN_OVER = 4013;

    /** A server that may come back to what it has opened is waited for so many times as long. */
    private static final int LONGER = 4;

    /**
     * @param name of the bridge, for logs
     * @param port 0 takes a free one
     * @param token at least 16 characters that the server must send
     * @param tls without it the channel is in clear: loopback or a closed network only
     * @param silence after which a server that says nothing is gone
     * @param orphaned after which what a lost server opened is closed; four times that when it may come back to it
     */
    public record Settings(
            String name,
            String host,
            int port,
            String token,
            Optional<KeyCertOptions> tls,
            Duration silence,
            Duration orphaned) {
        public Settings {
            Tokens.check(token);
        }

        /** With the usual patience: 15 s of silence, 30 s without a server. */
        public static Settings usual(String name, String host, int port, String token, Optional<KeyCertOptions> tls) {
            return new Settings(name, host, port, token, tls, Duration.ofSeconds(15), Duration.ofSeconds(30));
        }
    }

    private final LinkedBridge bridge;
    private final Settings settings;
    private final Vertx vertx;
    private final Context loop;
    private final HttpServer server;
    private final Set<ConferenceId> conferences = new HashSet<>();
    private final Latest latest = new Latest();
    private String owner = ""; // the server that has opened what is open; empty: none may come back to it
    private boolean ready; // the served bridge
    private @Nullable Controller controller;
    private long orphanTimer = -1;

    private BridgeHost(Vertx vertx, LinkedBridge bridge, Settings settings) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.bridge = bridge;
        this.settings = settings;
        this.server = vertx.createHttpServer(options(settings)).requestHandler(this::onRequest);
    }

    /** Begins to listen; the future fails when the port is not free. The bridge stays the caller's to close. */
    public static Future<BridgeHost> open(Vertx vertx, LinkedBridge bridge, Settings settings) {
        var host = new BridgeHost(vertx, bridge, settings);
        bridge.listen(event -> host.loop.runOnContext(ignored -> host.onEvent(event)));
        var listening = Promise.<BridgeHost>promise();
        host.loop.runOnContext(
                ignored -> host.server.listen().map(server -> host).onComplete(listening));
        return listening.future();
    }

    private static HttpServerOptions options(Settings settings) {
        var options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setWebSocketSubProtocols(List.of(Wire.SUBPROTOCOL))
                .setMaxWebSocketFrameSize(Wire.MESSAGE_BYTES)
                .setMaxWebSocketMessageSize(Wire.MESSAGE_BYTES)
                .setWebSocketClosingTimeout(2);
        settings.tls().ifPresent(tls -> options.setSsl(true).setKeyCertOptions(tls));
        return options;
    }

    /** TCP. */
    public int port() {
        return server.actualPort();
    }

    // a server comes ---------------------------------------------------------------------------------------------

    private void onRequest(HttpServerRequest request) {
        if (!PATH.equals(request.path())) refuse(request, 404);
        else if (!Tokens.same(settings.token(), request.getHeader("Authorization"))) refuse(request, 401);
        else if (!speaksOurs(request)) refuse(request, 400);
        else upgrade(request);
    }

    private void upgrade(HttpServerRequest request) {
        var who = Objects.requireNonNullElse(request.getHeader(Wire.CONTROLLER), "");
        request.toWebSocket()
                .onSuccess(socket -> begin(socket, who))
                .onFailure(no -> LOG.debug("no upgrade: {}", no.toString()));
    }

    private void refuse(HttpServerRequest request, int status) {
        if (status == 401) LOG.warn("a control connection from {} without the right token", request.remoteAddress());
        request.response().setStatusCode(status).end().onFailure(gone -> LOG.debug("gone: {}", gone.toString()));
    }

    private static boolean speaksOurs(HttpServerRequest request) {
        var offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered != null && Arrays.asList(offered.split("\\s*,\\s*")).contains(Wire.SUBPROTOCOL);
    }

    /** @param who the server is; empty: it does not want to come back to anything */
    private void begin(ServerWebSocket socket, String who) {
        if (controller != null) controller.close(TAKEN_OVER, "another server took over");
        LOG.info("bridge {} is controlled from {}", settings.name(), socket.remoteAddress());
        vertx.cancelTimer(orphanTimer);
        var next = new Controller(socket, this);
        controller = next;
        if (!who.isEmpty() && who.equals(owner)) resume(next);
        else clear().onComplete(ignored -> loop.runOnContext(again -> tellReady(next, who)));
    }

    private void resume(Controller next) {
        next.begin();
        next.tell(new Message.Event(new BridgeEvent.Resumed(settings.name())));
        latest.events().forEach(event -> next.tell(new Message.Event(event)));
    }

    /** Closes what the server before has opened. */
    private Future<?> clear() {
        owner = "";
        latest.clear();
        var closing = List.copyOf(conferences).stream()
                .map(conference -> Future.fromCompletionStage(bridge.closeConference(conference)))
                .toList();
        conferences.clear();
        return Future.join(closing);
    }

    private void tellReady(Controller next, String who) {
        if (controller != next) return;
        next.begin();
        if (!ready) return;
        owner = who;
        next.tell(new Message.Event(new BridgeEvent.Ready(settings.name())));
    }

    // while it is there ------------------------------------------------------------------------------------------

    private void onEvent(BridgeEvent event) {
        if (event instanceof BridgeEvent.Ready) ready = true;
        if (event instanceof BridgeEvent.Lost) {
            ready = false;
            owner = "";
        }
        latest.heard(event);
        if (controller != null) controller.tell(new Message.Event(event));
    }

    void call(Controller from, Message.Asked asked) {
        note(asked.call());
        var ignored = on(asked.call()).whenComplete((value, failure) -> {
            var answer = failure == null ? Message.Done.of(asked.id(), value) : Message.Failed.of(asked.id(), failure);
            loop.runOnContext(again -> from.tell(answer));
        });
    }

    /** What is open, and of what nothing more is to be said. */
    private void note(Call call) {
        if (call instanceof Call.OpenConference open) conferences.add(open.conference());
        if (call instanceof Call.OpenEndpoint open) latest.forget(open.conference(), open.endpoint());
        if (call instanceof Call.CloseEndpoint close) latest.forget(close.conference(), close.endpoint());
        if (call instanceof Call.CloseConference close) {
            conferences.remove(close.conference());
            latest.forget(close.conference());
        }
    }

    private CompletionStage<?> on(Call call) {
        try {
            return call.on(bridge);
        } catch (RuntimeException bug) {
            return CompletableFuture.failedStage(bug);
        }
    }

    void gone(Controller one) {
        if (controller != one) return;
        LOG.info("bridge {} has no server any more", settings.name());
        controller = null;
        var patience = settings.orphaned().multipliedBy(owner.isEmpty() ? 1 : LONGER);
        orphanTimer = vertx.setTimer(patience.toMillis(), ignored -> forsake());
    }

    private void forsake() {
        if (controller == null) {
            LOG.warn("bridge {} closes {} conferences that no server controls", settings.name(), conferences.size());
            clear().onFailure(failed -> LOG.error("conferences not closed", failed));
        }
    }

    Vertx vertx() {
        return vertx;
    }

    Duration silence() {
        return settings.silence();
    }

    /** Ends the channel; waits, so not on an event loop. */
    @Override
    public void close() {
        try {
            server.close().await(5, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.warn("the control channel did not close in time");
        }
    }
}
