package plenum.server.live;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Committed;
import plenum.server.hall.Lanes;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * The route {@code /live}: shows sessions to its sockets. To be mounted on a router of event loops and to be told of
 * every commit of the lanes. Thread-safe.
 */
public final class LiveEndpoint implements Handler<RoutingContext>, Consumer<Committed>, AutoCloseable {
    /** The subprotocol of version 1. */
    public static final String SUBPROTOCOL = "plenum.v1";

    private static final Duration DESERTED = Duration.ofMinutes(10);

    private final Lanes lanes;
    private final LiveLimits limits;
    private final InstantSource clock;
    private final SocketRoute route;
    private final Map<SessionId, FanOut> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService encoder = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-encoder").factory());

    /** @param origins allowed besides the server's own address: {@code https://hop.example.gov.vn} */
    public LiveEndpoint(
            Vertx vertx, Lanes lanes, TokenCheck tokens, Set<String> origins, LiveLimits limits, InstantSource clock) {
        this.lanes = lanes;
        this.limits = limits;
        this.clock = clock;
        var entry = new Entry(this::session);
        var orders = new Orders(new CommandCodec());
        this.route = new SocketRoute(
                vertx,
                origins,
                tokens,
                new SocketRoute.Terms(SUBPROTOCOL, LiveLimits.FRAME_BYTES, limits),
                connection -> new LiveSocket(connection, entry, orders),
                clock);
        var ignored = encoder.scheduleWithFixedDelay(
                this::forgetDeserted, DESERTED.toMillis(), DESERTED.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** On an event loop. */
    @Override
    public void handle(RoutingContext context) {
        route.handle(context);
    }

    /** Blocks at the first hello to a session: virtual threads only. */
    private FanOut session(SessionId id) {
        var lane = lanes.lane(id); // outside of the map's lock, because it may take long
        var session = sessions.compute(id, (same, open) -> asked(open == null ? fanOut(id) : open));
        if (session.lane() != lane) session.renewLane();
        return session;
    }

    private FanOut fanOut(SessionId id) {
        return new FanOut(() -> lanes.lane(id), encoder, clock, limits);
    }

    private FanOut asked(FanOut session) {
        session.asked();
        return session;
    }

    private void forgetDeserted() {
        var before = clock.millis() - DESERTED.toMillis();
        for (var id : sessions.keySet())
            sessions.computeIfPresent(id, (ignored, open) -> open.desertedSince(before) ? null : open);
    }

    /** The lane's thread: tells the session's sockets. */
    @Override
    public void accept(Committed committed) {
        var session = sessions.get(committed.session());
        if (session != null) session.committed(committed);
    }

    /** Closes the person's sockets with 4001, also those whose hello is on its way. */
    public void revoke(PersonId person) {
        route.revoke(person);
    }

    /** Whether a device of the person shows the session now; of one that vanished the server hears within 45 s. */
    public boolean connected(SessionId session, PersonId person) {
        var open = sessions.get(session);
        return open != null && open.has(person);
    }

    /** Sockets that are open now, about. */
    public int sockets() {
        return route.connections();
    }

    /** Closes all sockets with 1001 and waits until they are gone, at most 3 s. Not on an event loop. */
    @Override
    public void close() {
        route.close();
        encoder.shutdownNow();
    }
}
