package plenum.server.live;

import io.netty.channel.Channel;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;

/**
 * A route of browsers' WebSockets: opens connections for Plenum's own pages, keeps them by event loop, ends them. To be
 * mounted on a router of event loops. Thread-safe.
 */
public final class SocketRoute implements Handler<RoutingContext>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketRoute.class);

    /**
     * Frames up to here get a proper close when they are too long, larger ones cut the connection. Longer messages of
     * ours go in several frames.
     */
    static final int FRAME_BYTES = 128 * 1024;

    private static final Duration FAREWELL = Duration.ofSeconds(3); // for the clients' answers to our close frames

    /**
     * What is particular to a route.
     *
     * @param subprotocol that a client must offer
     * @param messageBytes the longest message that a client may send, at most 128 KiB
     */
    public record Terms(String subprotocol, int messageBytes, LiveLimits limits) {}

    /** Makes what is spoken over a new connection. On the connection's event loop. */
    @FunctionalInterface
    public interface Speech {
        Connection.Protocol over(Connection connection);
    }

    private final Vertx vertx;
    private final OriginCheck origins;
    private final Terms terms;
    private final Door door;
    private final Speech speech;
    private final Map<Thread, Loop> loops = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** @param origins allowed besides the server's own address: {@code https://hop.example.gov.vn} */
    public SocketRoute(
            Vertx vertx, Set<String> origins, TokenCheck tokens, Terms terms, Speech speech, InstantSource clock) {
        this.vertx = vertx;
        this.origins = new OriginCheck(origins);
        this.terms = terms;
        this.door = new Door(new Greeter(tokens), new Door.Revocations(), terms.limits(), terms.messageBytes(), clock);
        this.speech = speech;
    }

    /** What the server that carries such routes must be set to. */
    public static HttpServerOptions options(HttpServerOptions options, String... subprotocols) {
        return options.setWebSocketSubProtocols(List.of(subprotocols))
                .setMaxWebSocketFrameSize(FRAME_BYTES)
                .setMaxWebSocketMessageSize(FRAME_BYTES)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout((int) FAREWELL.toSeconds());
    }

    /** On an event loop. */
    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        if (stopping) refuse(context, LiveProblem.STOPPING.because("the server stops"));
        else if (!origins.admits(request)) refuse(context, LiveProblem.FOREIGN_ORIGIN.because("Origin is not ours"));
        else if (!speaksOurs(request)) refuse(context, LiveProblem.SUBPROTOCOL_MISSING.because(terms.subprotocol()));
        else upgrade(request);
    }

    private boolean speaksOurs(HttpServerRequest request) {
        var offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered != null && Arrays.asList(offered.split("\\s*,\\s*")).contains(terms.subprotocol());
    }

    private static void refuse(RoutingContext context, Problem problem) {
        context.fail(problem.code().kind().status(), new Refusal(problem));
    }

    private void upgrade(HttpServerRequest request) {
        var channel =
                ((ConnectionBase) request.connection()).channelHandlerContext().channel();
        request.toWebSocket()
                .onSuccess(socket -> open(socket, channel))
                .onFailure(no -> LOG.debug("no upgrade: {}", no.toString()));
    }

    private void open(ServerWebSocket socket, Channel channel) {
        socket.headers().clear(); // the browser's headers would stay as long as the socket
        var loop = loops.computeIfAbsent(Thread.currentThread(), thread -> newLoop());
        Connection.open(socket, channel, loop, door, speech);
    }

    private Loop newLoop() {
        var loop = new Loop(vertx.getOrCreateContext());
        var ignored = vertx.setPeriodic(door.limits().sweep().toMillis(), timer -> {
            var now = door.clock().millis();
            loop.each(connection -> connection.sweep(now));
        });
        return loop;
    }

    /** Closes the person's connections with 4001, also those whose hello is on its way. */
    public void revoke(PersonId person) {
        door.revocations().add(person, door.clock().millis());
        loops.values().forEach(loop -> loop.post(() -> loop.each(connection -> connection.revoke(person))));
    }

    /** Connections that are open now, about. */
    public int connections() {
        return loops.values().stream().mapToInt(Loop::size).sum();
    }

    /** Closes all connections with 1001 and waits until they are gone, at most 3 s. Not on an event loop. */
    @Override
    public void close() {
        stopping = true;
        var farewells = loops.values().stream().map(Loop::farewell).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(farewells)
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
