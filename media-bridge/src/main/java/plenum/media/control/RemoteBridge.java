package plenum.media.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;

/**
 * A bridge in another process, behind a {@link BridgeHost}. Dials from {@link #listen} on and again whenever the
 * channel breaks. While it is away calls fail with UNAVAILABLE at once. State and events belong to one event loop.
 */
public final class RemoteBridge implements LinkedBridge {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteBridge.class);

    /** Calls without an answer yet; more fail as UNAVAILABLE. */
    private static final int WAITING = 10_000;

    /** In one time of silence. */
    private static final int LOOKS = 6;

    /**
     * @param url {@code ws://host:port} or {@code wss://…}
     * @param trust whose certificates are believed; empty: those that the JDK believes
     * @param answer time for one call
     * @param silence after which the bridge is lost
     * @param firstPause before dialing again; doubled each time, but for half a minute after a loss
     * @param longestPause between two dials
     * @param resumes after a lost connection it may find the bridge as it was: {@link BridgeEvent.Resumed}
     */
    public record Settings(
            URI url,
            String token,
            Optional<TrustOptions> trust,
            Duration answer,
            Duration silence,
            Duration firstPause,
            Duration longestPause,
            boolean resumes) {
        public Settings {
            Tokens.check(token);
            if (!List.of("ws", "wss").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
                throw new IllegalArgumentException("ws://host:port or wss://host:port");
            }
        }

        /** With the usual patience: 10 s for a call, 6 s of silence, dials after 0.25 to 2 s ({@link Redial}). */
        public static Settings usual(URI url, String token, Optional<TrustOptions> trust) {
            return new Settings(
                    url,
                    token,
                    trust,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(6),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(2),
                    false);
        }

        /** For who looks after what is open while the connection is lost. */
        public Settings resuming() {
            return new Settings(url, token, trust, answer, silence, firstPause, longestPause, true);
        }

        boolean secure() {
            return "wss".equals(url.getScheme());
        }

        int port() {
            return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
        }
    }

    private final Vertx vertx;
    private final Context loop;
    private final Settings settings;
    private final WebSocketClient client;
    private final String controller = UUID.randomUUID().toString();
    private final Map<Long, Waiting<?>> waiting = new HashMap<>();
    private volatile Consumer<BridgeEvent> listener = event -> {};
    private volatile boolean closed;
    private @Nullable WebSocket socket; // dialed
    private boolean open;
    private boolean ready;
    private boolean heard; // since the last look
    private long asked; // number of the newest call
    private final Redial redial;
    private boolean told; // that it is not reached

    /** A call on its way. */
    private record Waiting<T>(CompletableFuture<T> answer, Class<T> type, long timer) {
        void done(JsonNode value) throws Wire.Malformed {
            answer.complete(Wire.value(value, type));
        }
    }

    public RemoteBridge(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.settings = settings;
        this.redial = new Redial(settings.firstPause(), settings.longestPause(), new SplittableRandom());
        var options = new WebSocketClientOptions()
                .setMaxFrameSize(Wire.MESSAGE_BYTES)
                .setMaxMessageSize(Wire.MESSAGE_BYTES)
                .setConnectTimeout((int) settings.answer().toMillis())
                .setClosingTimeout(2)
                .setSsl(settings.secure());
        settings.trust().ifPresent(options::setTrustOptions);
        this.client = vertx.createWebSocketClient(options);
    }

    // the bridge -------------------------------------------------------------------------------------------------

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return nothing(new Call.OpenConference(conference));
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return nothing(new Call.CloseConference(conference));
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return call(new Call.OpenEndpoint(conference, endpoint, spec), Offer.class);
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return nothing(new Call.Answer(conference, endpoint, sdp));
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return nothing(new Call.CloseEndpoint(conference, endpoint));
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return nothing(new Call.Permit(conference, endpoint, permission));
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return nothing(new Call.Constrain(conference, endpoint, constraints));
    }

    @Override
    public CompletionStage<BridgeStats> stats() {
        return call(new Call.Stats(), BridgeStats.class);
    }

    @Override
    public CompletionStage<LinkTicket> openLink(ConferenceId conference, String name) {
        return call(new Call.OpenLink(conference, name), LinkTicket.class);
    }

    @Override
    public CompletionStage<Void> dialLink(ConferenceId conference, String name, LinkTicket ticket) {
        return nothing(new Call.DialLink(conference, name, ticket));
    }

    @Override
    public CompletionStage<Void> closeLink(ConferenceId conference, String name) {
        return nothing(new Call.CloseLink(conference, name));
    }

    @Override
    public CompletionStage<LinkStats> linkStats(ConferenceId conference, String name) {
        return call(new Call.StatsOfLink(conference, name), LinkStats.class);
    }

    @Override
    public void listen(Consumer<BridgeEvent> next) {
        listener = next;
        loop.runOnContext(ignored -> dial());
    }

    /** Ends the channel; the other end closes what was open. */
    @Override
    public void close() {
        closed = true;
        loop.runOnContext(ignored -> {
            hangUp();
            failAll("closed");
            client.close().onFailure(RemoteBridge::gone);
        });
    }

    // calls ------------------------------------------------------------------------------------------------------

    private CompletionStage<Void> nothing(Call call) {
        return call(call, Message.Nothing.class).thenApply(nothing -> null);
    }

    private <T> CompletionStage<T> call(Call call, Class<T> type) {
        var answer = new CompletableFuture<T>();
        if (closed) answer.completeExceptionally(away("closed"));
        else loop.runOnContext(ignored -> send(call, answer, type));
        return answer;
    }

    private <T> void send(Call call, CompletableFuture<T> answer, Class<T> type) {
        if (socket == null || !ready || waiting.size() >= WAITING) {
            answer.completeExceptionally(away(ready ? "too many calls wait" : "not connected"));
            return;
        }
        var id = ++asked;
        var timer = vertx.setTimer(settings.answer().toMillis(), ignored -> late(id));
        waiting.put(id, new Waiting<>(answer, type, timer));
        write(Wire.text(new Message.Asked(id, call)));
    }

    private void write(String text) {
        if (socket != null) socket.writeTextMessage(text).onFailure(RemoteBridge::gone);
    }

    private void late(long id) {
        var one = waiting.remove(id);
        if (one != null) one.answer().completeExceptionally(away("no answer in " + settings.answer()));
    }

    private BridgeException away(String why) {
        return new BridgeException(BridgeException.Kind.UNAVAILABLE, "bridge " + settings.url() + ": " + why);
    }

    // what the bridge says ---------------------------------------------------------------------------------------

    private void onMessage(String text) {
        heard = true;
        try {
            switch (Wire.read(text.getBytes(StandardCharsets.UTF_8), Message.Told.class)) {
                case Message.Event event -> onEvent(event.event());
                case Message.Done done -> onDone(done);
                case Message.Failed failed -> onFailed(failed);
            }
        } catch (Wire.Malformed malformed) {
            LOG.error("bridge {} speaks another language: {}", settings.url(), malformed.getMessage());
            broken();
        }
    }

    private void onEvent(BridgeEvent event) {
        if (event instanceof BridgeEvent.Ready || event instanceof BridgeEvent.Resumed) {
            ready = true;
            told = false;
            LOG.info("bridge {} is ready", settings.url());
        }
        tell(event);
    }

    private void onDone(Message.Done done) throws Wire.Malformed {
        var one = answered(done.id());
        if (one != null) one.done(done.done());
    }

    private void onFailed(Message.Failed failed) {
        var one = answered(failed.id());
        if (one != null) one.answer().completeExceptionally(failed.exception());
    }

    private @Nullable Waiting<?> answered(long id) {
        var one = waiting.remove(id);
        if (one != null) vertx.cancelTimer(one.timer());
        return one;
    }

    private void tell(BridgeEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException bug) {
            LOG.error("listener failed at {}", event, bug);
        }
    }

    // the channel ------------------------------------------------------------------------------------------------

    private void dial() {
        if (closed || socket != null) return;
        var next = client.webSocket();
        socket = next;
        open = false;
        next.textMessageHandler(text -> ifCurrent(next, () -> onMessage(text)));
        next.pongHandler(pong -> heard = true);
        next.exceptionHandler(broken -> LOG.debug("control channel: {}", broken.toString()));
        next.closeHandler(ignored -> ifCurrent(next, this::broken));
        next.connect(where())
                .onSuccess(opened -> ifCurrent(next, () -> onOpen(next)))
                .onFailure(no -> ifCurrent(next, () -> refused(no)));
    }

    private void ifCurrent(WebSocket one, Runnable action) {
        if (socket == one) action.run();
    }

    private WebSocketConnectOptions where() {
        var options = new WebSocketConnectOptions()
                .setHost(settings.url().getHost())
                .setPort(settings.port())
                .setSsl(settings.secure())
                .setURI(BridgeHost.PATH)
                .addSubProtocol(Wire.SUBPROTOCOL)
                .putHeader("Authorization", Tokens.header(settings.token()))
                .setTimeout(settings.answer().toMillis());
        if (settings.resumes()) options.putHeader(Wire.CONTROLLER, controller);
        return options;
    }

    private void refused(Throwable no) {
        if (no instanceof UpgradeRejectedException rejected && rejected.getStatus() == 401) {
            LOG.error("bridge {} refuses our token", settings.url());
        } else {
            LOG.atLevel(told ? Level.DEBUG : Level.WARN)
                    .log("bridge {} is not reached: {}", settings.url(), no.toString());
            told = true;
        }
        broken();
    }

    private void onOpen(WebSocket now) {
        open = true;
        look(now, 0);
    }

    /** Pings; hearing nothing over all looks of the time of silence is a loss. */
    private void look(WebSocket now, int unheard) {
        if (unheard >= LOOKS) {
            broken();
            return;
        }
        heard = false;
        now.writePing(Buffer.buffer()).onFailure(RemoteBridge::gone);
        vertx.setTimer(
                settings.silence().toMillis() / LOOKS,
                ignored -> ifCurrent(now, () -> look(now, heard ? 0 : unheard + 1)));
    }

    private void broken() {
        var wasReady = ready;
        hangUp();
        if (wasReady) {
            redial.lost(System.nanoTime());
            tell(new BridgeEvent.Lost(settings.url().toString()));
        }
        failAll("connection lost");
        if (closed) return;
        vertx.setTimer(redial.next(System.nanoTime()), ignored -> dial());
    }

    private void hangUp() {
        var old = socket;
        socket = null;
        ready = false;
        if (old != null && open) old.close().onFailure(RemoteBridge::gone);
    }

    private static void gone(Throwable late) {
        LOG.debug("control channel: {}", late.toString());
    }

    private void failAll(String why) {
        var all = List.copyOf(waiting.values());
        waiting.clear();
        for (var one : all) {
            vertx.cancelTimer(one.timer());
            one.answer().completeExceptionally(away(why));
        }
    }
}
