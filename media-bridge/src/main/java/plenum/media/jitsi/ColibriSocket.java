package plenum.media.jitsi;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The colibri WebSocket of one endpoint, held by the focus in the browser's place. Dials again whenever it breaks,
 * until the bridge refuses it: then the endpoint is gone. Thread-safe.
 */
final class ColibriSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ColibriSocket.class);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    /** What happens on it; called from threads that must not be blocked. */
    interface Ear {
        /** Everything that the bridge should know has to be told, again perhaps. */
        void opened();

        void said(String text);

        void broken();

        /** The bridge does not know the endpoint any more. */
        void refused();
    }

    private final URI address;
    private final HttpClient http;
    private final ScheduledExecutorService timer;
    private final JitsiSettings settings;
    private final Ear ear;
    private @Nullable WebSocket open;
    private @Nullable ScheduledFuture<?> pinging;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private long pauseMs = FIRST_PAUSE_MS;
    private boolean answered; // since the last ping
    private boolean closed;

    ColibriSocket(URI address, HttpClient http, ScheduledExecutorService timer, JitsiSettings settings, Ear ear) {
        this.address = address;
        this.http = http;
        this.timer = timer;
        this.settings = settings;
        this.ear = ear;
    }

    synchronized void dial() {
        if (closed) return;
        var ignored = http.newWebSocketBuilder()
                .connectTimeout(settings.patience())
                .buildAsync(address, new Listening())
                .whenComplete((socket, failure) -> dialed(failure));
    }

    private void dialed(@Nullable Throwable failure) {
        if (failure == null) return; // the listener has it
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException no && no.getResponse().statusCode() / 100 == 4) {
            close();
            ear.refused();
        } else {
            LOG.debug("colibri socket: {}", cause.toString());
            again();
        }
    }

    private synchronized void again() {
        if (closed) return;
        var ignored = timer.schedule(this::dial, pauseMs, TimeUnit.MILLISECONDS);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }

    /** One after the other; dropped while there is no connection. */
    synchronized void tell(String text) {
        var socket = open;
        if (socket == null) return;
        sending = sending.handle((done, failed) -> socket)
                .thenCompose(now -> now.sendText(text, true))
                .exceptionally(gone -> socket);
    }

    private synchronized void onOpen(WebSocket socket) {
        if (closed) {
            socket.abort();
            return;
        }
        open = socket;
        answered = true;
        pauseMs = FIRST_PAUSE_MS;
        var everyMs = settings.ping().toMillis();
        pinging = timer.scheduleAtFixedRate(() -> ping(socket), everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    private synchronized void ping(WebSocket socket) {
        if (socket != open) return;
        if (!answered) {
            socket.abort();
            onBroken(socket);
            return;
        }
        answered = false;
        sending = sending.handle((done, failed) -> socket)
                .thenCompose(now -> now.sendPing(ByteBuffer.allocate(0)))
                .exceptionally(gone -> socket);
    }

    private synchronized void onAnswer() {
        answered = true;
    }

    private void onBroken(WebSocket socket) {
        synchronized (this) {
            if (socket != open) return;
            open = null;
            if (pinging != null) pinging.cancel(false);
            if (closed) return;
        }
        ear.broken();
        again();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pinging != null) pinging.cancel(false);
        if (open != null) open.abort();
    }

    /** One connection. */
    private final class Listening implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket socket) {
            ColibriSocket.this.onOpen(socket);
            ear.opened();
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            onAnswer();
            text.append(part);
            if (last) {
                ear.said(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            onAnswer();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            onBroken(socket);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            onBroken(socket);
        }
    }
}
