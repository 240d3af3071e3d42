package plenum.server.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The delegates' tablets, all on one event loop. The methods that wait belong to the program's main thread. */
final class Fleet {
    private static final int PING_SECONDS = 20;
    private static final long PATIENCE_SECONDS = 60;

    /** What all delegates are waited for. */
    private static final class Watch {
        final long[] stamps;
        final long seq;
        int left;
        final CompletableFuture<long[]> all = new CompletableFuture<>();

        Watch(int delegates, long seq) {
            this.stamps = new long[delegates];
            this.seq = seq;
            this.left = delegates;
        }

        void reached(int index) {
            if (stamps[index] != 0) return;
            stamps[index] = System.nanoTime();
            if (--left == 0) all.complete(stamps);
        }

        void closed(int code) {
            if (left > 0) all.completeExceptionally(new IllegalStateException("a socket was closed with " + code));
        }
    }

    final List<Delegate> delegates = new ArrayList<>();
    private final Context loop;
    private final WebSocketClient client;
    private final String session;
    private @Nullable Watch states;
    private @Nullable Watch answers;
    private final List<String> refusals = new ArrayList<>();
    private int pinged;
    private volatile boolean leaving;

    Fleet(Vertx vertx, int size, String session, Function<String, String> token) {
        this.loop = vertx.getOrCreateContext();
        this.session = session;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(2 * size + 10)
                .setMaxFrameSize(1 << 24)
                .setMaxMessageSize(1 << 24)
                .setConnectTimeout(60_000));
        for (var i = 0; i < size; i++) {
            var person = "d" + i;
            delegates.add(new Delegate(this, person, token.apply(person)));
        }
        vertx.setPeriodic(1000, tick -> loop.runOnContext(now -> ping()));
    }

    int size() {
        return delegates.size();
    }

    /** Opens every socket at once; the stamps are the arrivals of the first state. */
    long[] join(int port, boolean resuming) {
        var watch = new Watch(size(), 0);
        leaving = false;
        onLoop(() -> {
            states = watch;
            for (var delegate : delegates) open(delegate, port, resuming ? delegate.seq : -1);
        });
        return await(watch);
    }

    /** Everybody comes to the media socket at once; the stamps are the arrivals of the offers. */
    long[] media(int port) {
        var watch = new Watch(size(), 0);
        onLoop(() -> delegates.forEach(delegate -> client.connect(where(port, "/media", "plenum.media.v1"))
                .onSuccess(socket -> {
                    socket.textMessageHandler(text -> {
                        if (text.startsWith("{\"t\":\"offer\"")) watch.reached(index(delegate));
                    });
                    socket.closeHandler(end -> watch.closed(socket.closeStatusCode()));
                    socket.writeTextMessage("{\"t\":\"hello\",\"v\":1,\"token\":\"" + delegate.token
                            + "\",\"session\":\"" + session + "\",\"videoSlots\":9,\"test\":false}");
                })
                .onFailure(watch.all::completeExceptionally)));
        return await(watch);
    }

    private static WebSocketConnectOptions where(int port, String path, String protocol) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path)
                .addSubProtocol(protocol)
                .addHeader("Origin", "http://127.0.0.1:" + port);
    }

    private void open(Delegate delegate, int port, long after) {
        client.connect(where(port, "/live", "plenum.v1"))
                .onSuccess(socket -> opened(delegate, socket, after))
                .onFailure(failure -> fail(failure));
    }

    private void opened(Delegate delegate, WebSocket socket, long after) {
        delegate.sits(socket);
        socket.textMessageHandler(delegate::heard);
        socket.closeHandler(end -> closed(socket.closeStatusCode()));
        socket.writeTextMessage("{\"t\":\"hello\",\"v\":1,\"token\":\"" + delegate.token + "\",\"session\":\"" + session
                + "\",\"as\":\"delegate\"" + (after < 0 ? "" : ",\"after\":" + after) + "}");
    }

    /** Waits, after the action ran, until every delegate was shown the sequence. */
    long[] awaitSequence(long seq) {
        var watch = new Watch(size(), seq);
        onLoop(() -> {
            states = watch;
            for (var delegate : delegates) if (delegate.seq >= seq) watch.reached(index(delegate));
        });
        return await(watch);
    }

    /** Stamps from now on each delegate's next state of at least the sequence; {@link CompletableFuture} of all. */
    CompletableFuture<long[]> watchFrom(long seq) {
        var watch = new Watch(size(), seq);
        onLoop(() -> states = watch);
        return watch.all;
    }

    /** Everybody sends one command at once; the stamps are the arrivals of the answers. */
    long[] command(UnaryOperator<String> nameAndData) {
        var watch = new Watch(size(), 0);
        onLoop(() -> {
            answers = watch;
            for (var delegate : delegates) {
                delegate.say("{\"t\":\"do\",\"id\":\"" + java.util.UUID.randomUUID() + "\","
                        + nameAndData.apply(delegate.person) + "}");
            }
        });
        return await(watch);
    }

    /** From now on a closed socket is no failure, until the next join. */
    void expectEnd() {
        leaving = true;
    }

    void leave() {
        expectEnd();
        var gone = new CompletableFuture<Void>();
        onLoop(() -> {
            var closing = delegates.stream().map(d -> d.socket().close()).toList();
            io.vertx.core.Future.join(closing).onComplete(all -> gone.complete(null));
        });
        gone.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void state(Delegate delegate) {
        var watch = states;
        if (watch != null && delegate.seq >= watch.seq) watch.reached(index(delegate));
    }

    void done(Delegate delegate) {
        if (answers != null) answers.reached(index(delegate));
    }

    void refused(Delegate delegate, String text) {
        refusals.add(text);
        done(delegate);
    }

    /** Refusals since the last question; must be empty after a burst that everyone may send. */
    List<String> takeRefusals() {
        var taken = List.copyOf(refusals);
        refusals.clear();
        return taken;
    }

    private void ping() {
        var share = Math.ceilDiv(size(), PING_SECONDS);
        for (var i = 0; i < share; i++) {
            delegates.get(pinged++ % size()).say("{\"t\":\"ping\",\"n\":1}");
        }
    }

    private void closed(short code) {
        if (!leaving) fail(new IllegalStateException("a socket was closed with " + code));
    }

    private static int index(Delegate delegate) {
        return Integer.parseInt(delegate.person.substring(1));
    }

    private void fail(Throwable failure) {
        if (states != null) states.all.completeExceptionally(failure);
    }

    private void onLoop(Runnable task) {
        loop.runOnContext(now -> task.run());
    }

    private static long[] await(Watch watch) {
        try {
            return watch.all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(
                    watch.left + " delegates got nothing; "
                            + Arrays.stream(watch.stamps)
                                    .filter(stamp -> stamp != 0)
                                    .count() + " did",
                    late);
        }
    }
}
