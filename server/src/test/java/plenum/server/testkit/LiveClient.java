package plenum.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A tablet for tests: speaks the live protocol over a real socket, blocking; keeps every raw message. */
public final class LiveClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Last in the inbox of a closed socket. */
    private static final JsonNode END = JSON.missingNode();

    private final WebSocketClient client; // Vert.x closes the sockets of a client that was garbage-collected
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> inbox = new LinkedBlockingQueue<>();
    private final List<String> raw = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final ObjectNode parts = JSON.createObjectNode();
    private long seq;

    private LiveClient(WebSocketClient client, WebSocket socket) {
        this.client = client;
        this.socket = socket;
        socket.textMessageHandler(this::received);
        socket.closeHandler(end -> {
            var code = socket.closeStatusCode();
            closed.complete(code == null ? 1006 : (int) code);
            inbox.add(END);
        });
        socket.exceptionHandler(broken -> closed.complete(1006));
    }

    /** Opens a socket to {@code /live} with the server's own origin; nothing is said yet. */
    public static LiveClient connect(Vertx vertx, int port) {
        return connect(vertx, port, "http://127.0.0.1:" + port);
    }

    public static LiveClient connect(Vertx vertx, int port, String origin) {
        var where = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/live")
                .addSubProtocol("plenum.v1")
                .addHeader("Origin", origin);
        return connect(vertx, where);
    }

    /** For https, other hosts or odd handshakes. */
    public static LiveClient connect(Vertx vertx, WebSocketConnectOptions where) {
        var options = new WebSocketClientOptions()
                .setMaxFrameSize(1 << 24)
                .setMaxMessageSize(1 << 24)
                .setTrustAll(true)
                .setVerifyHost(false);
        var opened = new CompletableFuture<LiveClient>();
        var client = vertx.createWebSocketClient(options);
        client.connect(where)
                .map(socket -> new LiveClient(client, socket))
                .onSuccess(opened::complete)
                .onFailure(opened::completeExceptionally);
        return opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void received(String text) {
        raw.add(text);
        try {
            inbox.add(JSON.readTree(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // talking ------------------------------------------------------------------------------------------------

    @CanIgnoreReturnValue
    public LiveClient hello(String token, String session, String as) {
        return send(Map.of("t", "hello", "v", 1, "token", token, "session", session, "as", as));
    }

    @CanIgnoreReturnValue
    public LiveClient resume(String token, String session, String as, long after) {
        return send(Map.of("t", "hello", "v", 1, "token", token, "session", session, "as", as, "after", after));
    }

    /** Pings every 15 s until the end, as a tablet does; for stories that last longer than the server's patience. */
    @CanIgnoreReturnValue
    public LiveClient keepAwake(Vertx vertx) {
        var timer = vertx.setPeriodic(15_000, tick -> send(Map.of("t", "ping", "n", tick)));
        var ignored = closed.thenAccept(end -> vertx.cancelTimer(timer));
        return this;
    }

    /** Sends a command and waits for its {@code done} or {@code refused}. */
    public JsonNode ask(String name, Map<String, ?> data) {
        return ask(UUID.randomUUID().toString(), name, data);
    }

    public JsonNode ask(String id, String name, Map<String, ?> data) {
        order(id, name, data);
        return await(message -> message.path("id").asText().equals(id)
                && List.of("done", "refused").contains(message.path("t").asText()));
    }

    /** Sends a command and does not wait. */
    @CanIgnoreReturnValue
    public LiveClient order(String id, String name, Map<String, ?> data) {
        return send(Map.of("t", "do", "id", id, "name", name, "data", data));
    }

    @CanIgnoreReturnValue
    public LiveClient send(Object message) {
        return say(JSON.valueToTree(message).toString());
    }

    /** Sends text as it is. */
    @CanIgnoreReturnValue
    public LiveClient say(String text) {
        socket.writeTextMessage(text);
        return this;
    }

    @CanIgnoreReturnValue
    public LiveClient sayBinary(byte[] bytes) {
        socket.writeBinaryMessage(Buffer.buffer(bytes));
        return this;
    }

    @CanIgnoreReturnValue
    public LiveClient sayFrame(WebSocketFrame frame) {
        socket.writeFrame(frame);
        return this;
    }

    /** Stops reading from the network, as a tablet that sleeps; what is on its way stays there. */
    @CanIgnoreReturnValue
    public LiveClient sleep() {
        socket.pause();
        return this;
    }

    @CanIgnoreReturnValue
    public LiveClient wake() {
        socket.resume();
        return this;
    }

    // listening ----------------------------------------------------------------------------------------------

    /** Next message of the type; others before it are taken too. */
    @CanIgnoreReturnValue
    public JsonNode await(String type) {
        return await(message -> message.path("t").asText().equals(type));
    }

    /** Next message that fits; others before it are taken too, states are folded into {@link #part}. */
    @CanIgnoreReturnValue
    public JsonNode await(Predicate<JsonNode> fits) {
        return await(fits, PATIENCE);
    }

    /** The same for what takes its time. */
    @CanIgnoreReturnValue
    public JsonNode await(Predicate<JsonNode> fits, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var message = next(deadline - System.nanoTime());
            if (message == END) throw new AssertionError("closed " + closeCode() + "; heard " + tail());
            fold(message);
            if (fits.test(message)) return message;
        }
    }

    /** Next message of the type; empty when the socket ends before it. */
    public Optional<JsonNode> awaitOrEnd(String type) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var message = next(deadline - System.nanoTime());
            if (message == END) return Optional.empty();
            fold(message);
            if (message.path("t").asText().equals(type)) return Optional.of(message);
        }
    }

    /** Waits for the answers to these commands; those that the socket's end forestalled are missing. */
    public Map<String, JsonNode> answers(Set<String> ids) {
        var answers = new HashMap<String, JsonNode>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answers.size() < ids.size()) {
            var message = next(deadline - System.nanoTime());
            if (message == END) return answers;
            fold(message);
            var id = message.path("id").asText();
            if (ids.contains(id)) answers.put(id, message);
        }
        return answers;
    }

    /** Hands over everything that comes from now on, in order, on a thread of its own, until the socket ends. */
    public void follow(Consumer<JsonNode> reader) {
        Thread.startVirtualThread(() -> {
            try {
                for (var message = inbox.take(); message != END; message = inbox.take()) reader.accept(message);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private JsonNode next(long nanos) {
        try {
            var message = inbox.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            if (message == END) inbox.add(END);
            if (message == null)
                throw new AssertionError("nothing came that fits; " + (isOpen() ? "open" : "closed " + closeCode())
                        + "; heard " + tail());
            return message;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private List<String> tail() {
        var heard = raw();
        return heard.subList(Math.max(0, heard.size() - 5), heard.size());
    }

    private void fold(JsonNode message) {
        if (!message.path("t").asText().equals("state")) return;
        if (message.path("full").asBoolean()) parts.removeAll();
        message.path("parts").propertyStream().forEach(part -> parts.set(part.getKey(), part.getValue()));
        seq = message.path("seq").asLong();
    }

    /** Waits until a part as this client knows it is as wished. */
    @CanIgnoreReturnValue
    public JsonNode awaitPart(String name, Predicate<JsonNode> wished) {
        if (!wished.test(part(name))) {
            var ignored = await(message -> message.path("t").asText().equals("state") && wished.test(part(name)));
        }
        return part(name);
    }

    /** Waits until a state of at least this sequence was shown. */
    @CanIgnoreReturnValue
    public LiveClient awaitSeq(long wished) {
        if (seq < wished) {
            var ignored = await(message -> seq >= wished);
        }
        return this;
    }

    /** Newest value among the messages taken so far; missing node when there is none. */
    public JsonNode part(String name) {
        return parts.path(name);
    }

    /** Sequence of the newest state taken so far. */
    public long seq() {
        return seq;
    }

    /** Everything that ever came, as it came. */
    public List<String> raw() {
        synchronized (raw) {
            return List.copyOf(raw);
        }
    }

    /** Waits for the end and gives the close code; 1006 when the connection was cut. */
    public int closeCode() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException open) {
            throw new AssertionError("still open; heard " + tail());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Leaves as a closed browser tab does. */
    @Override
    public void close() {
        socket.close().eventually(client::close);
    }

    /** Breaks the connection without farewell, as a network does. */
    public void cut() {
        var channel = ((WebSocketInternal) socket).channelHandlerContext().channel();
        var first = channel.pipeline().firstContext();
        if (first != null) first.close().addListener(done -> closed.complete(1006));
    }
}
