package plenum.server.joined;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import plenum.server.access.AccessProblem;
import plenum.server.hall.Committed;
import plenum.server.keys.PublicKeys;
import plenum.server.live.CloseCode;
import plenum.server.live.Greeter;
import plenum.server.live.LiveLimits;
import plenum.server.live.SignedIn;
import plenum.server.live.SocketRoute;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;
import plenum.server.units.UnitDesk;

/** The route {@code /joined}: where servers of districts come to. Thread-safe. */
public final class JoinedEndpoint implements Handler<RoutingContext>, Consumer<Committed>, AutoCloseable {
    public static final String SUBPROTOCOL = "plenum.joined.v1";
    /** A server asks for papers as fast as it gets them. */
    private static final int FRAMES_PER_WINDOW = 5_000;

    private static final int MESSAGE_BYTES = 128 * 1024;

    private final JoinedServers servers;
    private final UnitDesk units;
    private final Predicate<String> ownHost;
    private final Sharing sharing;
    private final SocketRoute route;
    /** By fingerprint; a server is connected once. */
    private final Map<String, JoinedSocket> connected = new ConcurrentHashMap<>();

    /**
     * @param ownHost whether this is a name or an address of this server
     * @param origins as for browsers, besides the server's own address
     */
    public JoinedEndpoint(
            Vertx vertx,
            JoinedServers servers,
            UnitDesk units,
            Predicate<String> ownHost,
            Set<String> origins,
            Sharing sharing,
            InstantSource clock) {
        this.servers = servers;
        this.units = units;
        this.ownHost = ownHost;
        this.sharing = sharing;
        this.route = new SocketRoute(
                vertx,
                origins,
                this::check,
                new SocketRoute.Terms(SUBPROTOCOL, MESSAGE_BYTES, limits()),
                connection -> new JoinedSocket(connection, this),
                clock);
    }

    private static LiveLimits limits() {
        var usual = LiveLimits.standard();
        return new LiveLimits(
                usual.hello(),
                Duration.ofSeconds(30),
                usual.slow(),
                usual.merge(),
                usual.window(),
                FRAMES_PER_WINDOW,
                usual.sweep());
    }

    /** On an event loop. */
    @Override
    public void handle(RoutingContext context) {
        route.handle(context);
    }

    /** The lane's thread: what votes and speeches change is for nobody here. */
    @Override
    public void accept(Committed committed) {
        var before = committed.before();
        var after = committed.after();
        if (before.sittings() != after.sittings()
                || before.agenda() != after.agenda()
                || before.points() != after.points()) {
            connected.values().forEach(socket -> socket.touched(committed.session()));
        }
    }

    PointOrders orders() {
        return sharing.orders();
    }

    Sharing sharing() {
        return sharing;
    }

    /** Whoever has no key that was entered is a stranger and hears nothing else. Its sign-in ends with its socket. */
    private SignedIn check(String text) {
        var hello = hello(text);
        var good = ownHost.test(hello.host())
                && PublicKeys.read(hello.key())
                        .filter(key ->
                                PublicKeys.signed(key, Pairing.signed(hello.nonce(), hello.host()), hello.signature()))
                        .isPresent();
        var server = PublicKeys.idOf(hello.key())
                .filter(fingerprint -> good)
                .flatMap(servers::active)
                .orElseThrow(() -> AccessProblem.NOT_PERMITTED.refusal("a stranger"));
        return new SignedIn(server.actor(name(server)), Instant.MAX);
    }

    private static Says.Hello hello(String text) {
        try {
            return Json.read(text, Says.Hello.class);
        } catch (MalformedJson no) {
            throw AccessProblem.NOT_PERMITTED.refusal("no hello");
        }
    }

    /** Blocks. @throws Greeter.Turned when it was revoked meanwhile */
    JoinedServer enter(Says.Hello hello) throws Greeter.Turned {
        return PublicKeys.idOf(hello.key())
                .flatMap(servers::seen)
                .orElseThrow(() -> new Greeter.Turned(CloseCode.UNAUTHENTICATED));
    }

    /** As it is now; empty: revoked. Blocks. */
    Optional<JoinedServer> again(JoinedServer server) {
        return servers.active(server.fingerprint());
    }

    String name(JoinedServer server) {
        return units.unit(server.unitId()).name();
    }

    /** The newest socket of a server takes the place of the one before, which it has given up. */
    void join(JoinedServer server, JoinedSocket socket) {
        var before = connected.put(server.fingerprint(), socket);
        if (before != null) before.close(CloseCode.ANOTHER_DEVICE);
    }

    void leave(JoinedServer server, JoinedSocket socket) {
        if (connected.remove(server.fingerprint(), socket)) {
            Thread.startVirtualThread(() -> {
                var unused = servers.seen(server.fingerprint());
            });
        }
    }

    boolean connected(String fingerprint) {
        return connected.containsKey(fingerprint);
    }

    /** Tells a connected server that the digits were compared. */
    void confirmed(JoinedServer server) {
        var socket = connected.get(server.fingerprint());
        if (socket != null) socket.look();
    }

    /** Closes its socket, also one whose hello is on its way. */
    void revoke(JoinedServer server) {
        route.revoke(server.person());
    }

    @Override
    public void close() {
        route.close();
    }
}
