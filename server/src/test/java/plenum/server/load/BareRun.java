package plenum.server.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Broadcasts of {@link BareServer}, measured as the changes are. */
final class BareRun {
    private final WebSocketClient client;
    private final Child peer;
    private final int port;
    private final long[] stamps;
    private final String message;
    private int left;
    private CompletableFuture<Void> all = new CompletableFuture<>();

    BareRun(Vertx vertx, Child peer, int port, int users, int chars) {
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(users));
        this.peer = peer;
        this.port = port;
        this.stamps = new long[users];
        this.message = "x".repeat(chars);
    }

    void run(int rounds, double changeCpu) {
        connect();
        var cpus = new ArrayList<Double>();
        var p50 = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        for (var i = 0; i < rounds; i++) {
            Load.pause(250);
            var cpu = peer.cpuSeconds();
            var times = round();
            Load.pause(50);
            cpus.add(peer.cpuSeconds() - cpu);
            p50.add(times.at(0.5));
            p99.add(times.at(0.99));
        }
        var bare = Load.median(cpus);
        Load.line(
                "bare Vert.x, same bytes",
                bare,
                "CPU-s",
                String.format(
                        Locale.ROOT,
                        "medians of %d: p50 %.0f  p99 %.0f ms; change / bare = %.2f",
                        rounds,
                        Load.median(p50),
                        Load.median(p99),
                        changeCpu / bare));
    }

    private void connect() {
        var where = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/")
                .addSubProtocol("plenum.v1");
        var opened = IntStream.range(0, stamps.length)
                .mapToObj(i -> client.connect(where).onSuccess(socket -> listen(socket, i)))
                .toList();
        var done = new CompletableFuture<Void>();
        Future.all(opened).onSuccess(yes -> done.complete(null)).onFailure(done::completeExceptionally);
        done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void listen(WebSocket socket, int index) {
        socket.textMessageHandler(text -> {
            stamps[index] = System.nanoTime();
            if (--left == 0) all.complete(null);
        });
    }

    private Samples round() {
        left = stamps.length;
        all = new CompletableFuture<>();
        var started = System.nanoTime();
        peer.tell(message);
        all.orTimeout(30, TimeUnit.SECONDS).join();
        return Samples.ofNanos(started, stamps);
    }
}
