package plenum.server.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import plenum.server.hall.Events;
import plenum.server.hall.Lanes;
import plenum.server.journal.MemoryJournal;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.testkit.Halls;
import plenum.server.testkit.LiveClient;

/** A council's room for tests: a real listener, a real hall, a journal that outlives a stop, tokens written by hand. */
final class Room implements AutoCloseable {
    static final String SESSION = "session-1";
    static final String SITTING = "sitting-1";

    /** Limits with which a test needs no patience. */
    static final LiveLimits QUICK = new LiveLimits(
            Duration.ofMillis(400),
            Duration.ofMillis(900),
            Duration.ofMillis(600),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            250,
            Duration.ofMillis(50));

    final Vertx vertx = Vertx.vertx();
    final MemoryJournal journal;
    private final Map<String, SignedIn> tokens = new ConcurrentHashMap<>();
    private final LiveLimits limits;
    private final int delegates;
    private Lanes lanes;
    private LiveEndpoint live;
    private HttpServer server;

    Room(int delegates) {
        this(delegates, LiveLimits.standard());
    }

    Room(int delegates, LiveLimits limits) {
        this.limits = limits;
        this.delegates = delegates;
        this.journal = new MemoryJournal(Events.codec());
        IntStream.range(0, delegates).forEach(i -> enrol("d" + i, Role.DELEGATE));
        enrol("secretary", Role.SECRETARY);
        enrol("chair", Role.CHAIR);
        enrol("wall", Role.SCREEN);
        enrol("guest", Role.GUEST);
        enrol("stranger");
        open();
        Halls.prepare(lanes, new SessionId(SESSION), delegates);
    }

    private void open() {
        var endpoint = new AtomicReference<LiveEndpoint>();
        lanes = new Lanes(
                journal,
                new MemorySnapshots(),
                InstantSource.system(),
                List.of(committed -> endpoint.get().accept(committed)));
        live = new LiveEndpoint(
                vertx, lanes, this::check, Set.of("https://hop.example.gov.vn"), limits, InstantSource.system());
        endpoint.set(live);
        var router = Router.router(vertx);
        router.route()
                .failureHandler(failed ->
                        failed.response().setStatusCode(failed.statusCode()).end());
        router.get("/live").handler(live);
        server = vertx.createHttpServer(SocketRoute.options(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0), LiveEndpoint.SUBPROTOCOL))
                .requestHandler(router)
                .listen()
                .await();
    }

    /** Stops everything but the journal and begins anew, as after a restart of the server. */
    void restart() {
        shut();
        open();
    }

    void stop() {
        live.close();
    }

    private void shut() {
        live.close();
        lanes.close();
        server.close().await();
    }

    private SignedIn check(String token) {
        var known = tokens.get(token);
        if (known == null || !known.expiresAt().isAfter(Instant.now())) throw NoToken.REFUSED.refusal("bad token");
        return known;
    }

    /** Signs a person in with these roles in the council; the token is the person's id. */
    void enrol(String person, Role... roles) {
        token(person, person, Duration.ofHours(1), roles);
    }

    void token(String token, String person, Duration lifetime, Role... roles) {
        var grants = List.of(roles).stream()
                .map(role -> new Grant(role, Halls.COUNCIL.value()))
                .toList();
        tokens.put(
                token,
                new SignedIn(
                        new Actor(new PersonId(person), person, grants),
                        Instant.now().plus(lifetime)));
    }

    LiveEndpoint live() {
        return live;
    }

    int port() {
        return server.actualPort();
    }

    /** A socket on which nothing was said yet. */
    LiveClient socket() {
        return LiveClient.connect(vertx, port());
    }

    /** A person's tablet after its first state and me. */
    LiveClient join(String person, String as) {
        var client = socket().hello(person, SESSION, as);
        client.await("me");
        return client;
    }

    LiveClient secretary() {
        return join("secretary", "control");
    }

    /** Published, all present, sitting open, two items of which the first is open, a third one hidden. */
    void begin(LiveClient secretary) {
        publish(secretary);
        must(secretary, "attendance.open-roll-call", Map.of("sittingId", SITTING));
        for (var i = 0; i < delegates; i++) {
            try (var delegate = join("d" + i, "delegate")) {
                must(delegate, "attendance.check-in", Map.of("sittingId", SITTING));
            }
        }
        must(secretary, "attendance.approve", Map.of("sittingId", SITTING));
        must(secretary, "sitting.open", Map.of("sittingId", SITTING));
        secretary.awaitSeq(must(secretary, "agenda.open-item", Map.of("itemId", "item-0")));
    }

    void publish(LiveClient secretary) {
        must(
                secretary,
                "sitting.plan",
                Map.of("sittingId", SITTING, "title", "Phiên 1", "date", "2026-12-08", "startsAt", 1_796_695_200_000L));
        addItem(secretary, 0, "Khai mạc", false);
        addItem(secretary, 1, "Báo cáo thẩm tra", false);
        addItem(secretary, 2, "Nội dung chưa công bố", true);
        must(secretary, "session.publish", Map.of());
    }

    static void addItem(LiveClient secretary, int index, String title, boolean hidden) {
        must(
                secretary,
                "agenda.add-item",
                Map.of("itemId", "item-" + index, "index", index, "title", title, "kind", "REPORT", "hidden", hidden));
    }

    /** A vote of the current item is opened. */
    static void openVote(LiveClient secretary, String vote) {
        must(secretary, "voting.prepare", Map.of("voteId", vote, "itemId", "item-0", "title", "Thông qua"));
        must(secretary, "voting.open", Map.of("voteId", vote));
    }

    /** Sends a command that must be done; gives its sequence. */
    static long must(LiveClient client, String name, Map<String, ?> data) {
        var answer = client.ask(name, data);
        if (!answer.path("t").asText().equals("done")) throw new AssertionError(name + ": " + answer);
        return answer.path("seq").asLong();
    }

    /** Pings often enough for the limits of {@link #QUICK}, until the time is over. */
    void keepPinging(LiveClient client, Duration time) {
        var until = System.nanoTime() + time.toNanos();
        var over = new CountDownLatch(1);
        var timer = vertx.setPeriodic(100, tick -> {
            client.send(Map.of("t", "ping", "n", 0));
            if (System.nanoTime() > until) over.countDown();
        });
        awaited(over);
        var ignored = vertx.cancelTimer(timer);
    }

    /** Waits until so many sockets are open at the server. */
    void awaitSockets(int open) {
        var reached = new CountDownLatch(1);
        var timer = vertx.setPeriodic(20, tick -> {
            if (live.sockets() == open) reached.countDown();
        });
        awaited(reached);
        var ignored = vertx.cancelTimer(timer);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) throw new AssertionError("waited in vain");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        shut();
        vertx.close().await();
    }

    private enum NoToken implements Problem.Code {
        REFUSED;

        @Override
        public String part() {
            return "test";
        }

        @Override
        public Problem.Kind kind() {
            return Problem.Kind.UNAUTHENTICATED;
        }

        @Override
        public String title() {
            return "Chưa đăng nhập.";
        }
    }
}
