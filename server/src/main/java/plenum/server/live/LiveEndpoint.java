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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Committed;
import plenum.server.hall.Lanes;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;

/**
 * The route {@code /live}: opens sockets, keeps them by event loop, ends them. To be mounted on a router of event loops
 * and to be told of every commit of the lanes. Thread-safe.
 */
public final class LiveEndpoint implements Handler<RoutingContext>, Consumer<Committed>, AutoCloseable {
    /** The subprotocol of version 1. */
    public static final String SUBPROTOCOL = "plenum.v1";

    private static final Logger LOG = LoggerFactory.getLogger(LiveEndpoint.class);

    /**
     * Frames up to here get a proper close, larger ones cut the connection. Longer messages of ours go in several
     * frames.
     */
    private static final int CUT_BYTES = 4 * LiveLimits.FRAME_BYTES;

    private static final Duration FAREWELL = Duration.ofSeconds(3); // for the clients' answers to our close frames
    private static final Duration DESERTED = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Lanes lanes;
    private final OriginCheck origins;
    private final Door door;
    private final Map<Thread, Loop> loops = new ConcurrentHashMap<>();
    private final Map<SessionId, FanOut> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService encoder = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-encoder").factory());
    private volatile boolean stopping;

    /** @param origins allowed besides the server's own address: {@code https://hop.example.gov.vn} */
    public LiveEndpoint(
            Vertx vertx, Lanes lanes, TokenCheck tokens, Set<String> origins, LiveLimits limits, InstantSource clock) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.origins = new OriginCheck(origins);
        this.door = new Door(
                new Greeter(tokens, this::session),
                new Orders(new CommandCodec()),
                new Door.Revocations(),
                limits,
                clock);
        var ignored = encoder.scheduleWithFixedDelay(
                this::forgetDeserted, DESERTED.toMillis(), DESERTED.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the server that carries the route must be set to. */
    public static HttpServerOptions options(HttpServerOptions options) {
        return options.setWebSocketSubProtocols(List.of(SUBPROTOCOL))
                .setMaxWebSocketFrameSize(CUT_BYTES)
                .setMaxWebSocketMessageSize(CUT_BYTES)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout((int) FAREWELL.toSeconds());
    }

    // opening ------------------------------------------------------------------------------------------------

    /** On an event loop. */
    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        if (stopping) refuse(context, LiveProblem.STOPPING.because("the server stops"));
        else if (!origins.admits(request)) refuse(context, LiveProblem.FOREIGN_ORIGIN.because("Origin is not ours"));
        else if (!speaksOurs(request)) refuse(context, LiveProblem.SUBPROTOCOL_MISSING.because(SUBPROTOCOL));
        else upgrade(request);
    }

    private static boolean speaksOurs(HttpServerRequest request) {
        var offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered != null && Arrays.asList(offered.split("\\s*,\\s*")).contains(SUBPROTOCOL);
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
        LiveSocket.open(socket, channel, loop, door);
    }

    private Loop newLoop() {
        var loop = new Loop(vertx.getOrCreateContext());
        var ignored = vertx.setPeriodic(door.limits().sweep().toMillis(), timer -> {
            var now = door.clock().millis();
            loop.each(socket -> socket.sweep(now));
        });
        return loop;
    }

    /** Blocks at the first hello to a session: virtual threads only. */
    private FanOut session(SessionId id) {
        var lane = lanes.lane(id); // outside of the map's lock, because it may take long
        var session = sessions.compute(id, (same, open) -> asked(open == null ? fanOut(id) : open));
        if (session.lane() != lane) session.renewLane();
        return session;
    }

    private FanOut fanOut(SessionId id) {
        return new FanOut(() -> lanes.lane(id), encoder, door.clock(), door.limits());
    }

    private FanOut asked(FanOut session) {
        session.asked();
        return session;
    }

    private void forgetDeserted() {
        var before = door.clock().millis() - DESERTED.toMillis();
        for (var id : sessions.keySet())
            sessions.computeIfPresent(id, (ignored, open) -> open.desertedSince(before) ? null : open);
    }

    // while open ---------------------------------------------------------------------------------------------

    /** The lane's thread: tells the session's sockets. */
    @Override
    public void accept(Committed committed) {
        var session = sessions.get(committed.session());
        if (session != null) session.committed(committed);
    }

    /** Closes the person's sockets with 4001, also those whose hello is on its way. */
    public void revoke(PersonId person) {
        door.revocations().add(person, door.clock().millis());
        loops.values().forEach(loop -> loop.post(() -> loop.each(socket -> socket.revoke(person))));
    }

    /** Sockets that are open now, about. */
    public int sockets() {
        return loops.values().stream().mapToInt(Loop::size).sum();
    }

    // the end ------------------------------------------------------------------------------------------------

    /** Closes all sockets with 1001 and waits until they are gone, at most 3 s. Not on an event loop. */
    @Override
    public void close() {
        stopping = true;
        var farewells = loops.values().stream().map(Loop::farewell).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(farewells)
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        encoder.shutdownNow();
    }
}
