package plenum.server.conference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import plenum.media.api.MediaBridge;
import plenum.server.hall.Answer;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Committed;
import plenum.server.hall.Events;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.identity.IdentityProblem;
import plenum.server.journal.MemoryJournal;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.live.LiveLimits;
import plenum.server.live.SignedIn;
import plenum.server.live.SocketRoute;
import plenum.server.platform.Json;
import plenum.server.points.Invitation;
import plenum.server.points.PointCommand;
import plenum.server.points.Technician;
import plenum.server.testkit.Halls;
import plenum.server.testkit.HandClock;
import plenum.server.testkit.LiveClient;

/**
 * A council with a room for tests: a real hall, a real listener with the media socket, a bridge; tokens written by
 * hand, each is the person's id.
 */
final class Chamber implements AutoCloseable {
    static final SessionId SESSION = new SessionId("session-1");

    /** Limits with which a test needs no patience. */
    static final ConferenceLimits QUICK = new ConferenceLimits(
            new LiveLimits(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(5),
                    250,
                    Duration.ofMillis(50)),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMinutes(10),
            200);

    private static final Turn TURN =
            new Turn(List.of("turn:127.0.0.1:3478?transport=udp"), "a secret", Duration.ofHours(12));

    final Vertx vertx = Vertx.vertx();
    final MemoryJournal journal = new MemoryJournal(Events.codec());
    private final HandClock clock = new HandClock(); // of the director
    private final Object commit = new Object();
    private final MediaBridge bridge;
    private final ConferenceLimits limits;
    private final Optional<Tapes> tapes;
    private final Regions regions;
    private final Map<String, SignedIn> tokens = new ConcurrentHashMap<>();
    private final CommandCodec codec = new CommandCodec();
    private Lanes lanes;
    private RoomDirector director;
    private MediaEndpoint media;
    private HttpServer server;

    Chamber(MediaBridge bridge) {
        this(bridge, QUICK);
    }

    Chamber(MediaBridge bridge, ConferenceLimits limits) {
        this(bridge, limits, (hall, person) -> "", Optional.empty());
    }

    Chamber(MediaBridge bridge, ConferenceLimits limits, Optional<Tapes> tapes) {
        this(bridge, limits, (hall, person) -> "", tapes);
    }

    Chamber(MediaBridge bridge, ConferenceLimits limits, Regions regions) {
        this(bridge, limits, regions, Optional.empty());
    }

    private Chamber(MediaBridge bridge, ConferenceLimits limits, Regions regions, Optional<Tapes> tapes) {
        this.bridge = bridge;
        this.tapes = tapes;
        this.limits = limits;
        this.regions = regions;
        IntStream.range(0, 5).forEach(i -> enrol("d" + i, Role.DELEGATE));
        enrol("secretary", Role.SECRETARY);
        enrol("chair", Role.CHAIR);
        enrol("guest", Role.GUEST);
        enrol("stranger");
        open();
        Halls.prepare(lanes, SESSION, 5);
        publish();
    }

    private void open() {
        var toDirector = new AtomicReference<RoomDirector>();
        lanes = new Lanes(
                journal,
                new MemorySnapshots(),
                InstantSource.system(),
                List.of(committed -> committed(committed, toDirector.get())));
        director = new RoomDirector(bridge, lanes::lane, regions, limits, Optional.of(TURN), tapes, clock);
        toDirector.set(director);
        media = new MediaEndpoint(vertx, director, lanes::lane, this::check, Set.of(), limits, InstantSource.system());
        var router = Router.router(vertx);
        router.get("/media").handler(media);
        server = vertx.createHttpServer(SocketRoute.options(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0), MediaEndpoint.SUBPROTOCOL))
                .requestHandler(router)
                .listen()
                .await();
    }

    private void publish() {
        must(
                "secretary",
                "sitting.plan",
                Map.of("sittingId", "s", "title", "Phiên 1", "date", "2026-12-08", "startsAt", 1));
        must(
                "secretary",
                "agenda.add-item",
                Map.of("itemId", "item", "index", 0, "title", "Khai mạc", "kind", "REPORT", "hidden", false));
        must("secretary", "session.publish", Map.of());
    }

    /** The sitting is open and all delegates are present. */
    void begin() {
        must("secretary", "attendance.open-roll-call", Map.of("sittingId", "s"));
        for (var person : List.of("d0", "d1", "d2", "d3", "d4")) {
            must(person, "attendance.check-in", Map.of("sittingId", "s"));
        }
        must("secretary", "attendance.approve", Map.of("sittingId", "s"));
        must("secretary", "sitting.open", Map.of("sittingId", "s"));
    }

    /** Stops the server and begins anew on the same journal, as after a restart. */
    void restart() {
        shut();
        open();
        director.recover(List.of(SESSION));
    }

    private void shut() {
        media.close();
        director.close();
        lanes.close();
        server.close().await();
    }

    MediaEndpoint media() {
        return media;
    }

    private SignedIn check(String token) {
        var known = tokens.get(token);
        if (known == null || !known.expiresAt().isAfter(Instant.now())) {
            throw IdentityProblem.NOT_SIGNED_IN.refusal("bad token");
        }
        return known;
    }

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

    Hall hall() {
        return lanes.lane(SESSION).hall();
    }

    /** Waits until the hall is so; looked at after every commit. */
    void awaitHall(Predicate<Hall> fact) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        synchronized (commit) {
            while (!fact.test(hall())) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) throw new AssertionError("waited in vain: " + hall().room());
                try {
                    commit.wait(left);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        }
    }

    /** From now on the director lives fifty times as fast. */
    void timeFlies() {
        var ignored = vertx.setPeriodic(20, timer -> clock.pass(Duration.ofSeconds(1)));
    }

    private void committed(Committed committed, RoomDirector director) {
        director.accept(committed);
        synchronized (commit) {
            commit.notifyAll();
        }
    }

    /** The person looks after a point that is invited. */
    void point(String id, String person) {
        var point = new PointId(id);
        var unit = new Invitation(point, new UnitId(id), "Xã " + id, 1, List.of());
        var secretary = check("secretary").actor();
        var technician = new Technician(new PersonId(person), person, null);
        submit(secretary, new HallCommand.OfPoints(new PointCommand.InvitePoints(List.of(unit))));
        submit(secretary, new HallCommand.OfPoints(new PointCommand.AssignPoint(point, technician, List.of(), 1)));
    }

    /** A command that must be done. */
    @CanIgnoreReturnValue
    Chamber must(String person, String name, Map<String, ?> data) {
        var answer = may(person, name, data);
        if (answer instanceof Answer.Refused refused) throw new AssertionError(name + ": " + refused);
        return this;
    }

    /** A command that may be refused. */
    @CanIgnoreReturnValue
    Answer may(String person, String name, Map<String, ?> data) {
        var actor = check(person).actor();
        var command = codec.read(name, (ObjectNode) Json.node(data));
        return submit(actor, command);
    }

    @CanIgnoreReturnValue
    private Answer submit(Actor actor, HallCommand command) {
        var order = new Order(new CommandId(UUID.randomUUID().toString()), actor, command);
        return lanes.lane(SESSION)
                .submit(order)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** The room is open, without a lobby, and these are in. */
    @CanIgnoreReturnValue
    Chamber room(String microphones, String... people) {
        must("secretary", "room.open", Map.of("lobby", false, "microphones", microphones));
        for (var person : people) must(person, "room.join", Map.of("as", "PERSON"));
        return this;
    }

    // browsers ---------------------------------------------------------------------------------------------------

    /** A socket on which nothing was said yet. */
    LiveClient socket() {
        return LiveClient.connect(
                vertx,
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.actualPort())
                        .setURI("/media")
                        .addSubProtocol(MediaEndpoint.SUBPROTOCOL)
                        .addHeader("Origin", "http://127.0.0.1:" + server.actualPort()));
    }

    LiveClient hello(String token) {
        return hello(token, false);
    }

    LiveClient hello(String token, boolean test) {
        return socket().send(Map.of(
                "t", "hello", "v", 1, "token", token, "session", SESSION.value(), "videoSlots", 9, "test", test));
    }

    /** Of one who comes to watch. */
    LiveClient watching(String token) {
        return socket().send(Map.of(
                "t",
                "hello",
                "v",
                1,
                "token",
                token,
                "session",
                SESSION.value(),
                "videoSlots",
                9,
                "test",
                false,
                "watch",
                true));
    }

    /** With media. */
    LiveClient connected(String person) {
        var client = hello(person);
        connect(client);
        return client;
    }

    /** Answers the next offer and waits until the media flow. */
    @CanIgnoreReturnValue
    static JsonNode connect(LiveClient client) {
        var offer = client.await("offer");
        client.send(Map.of("t", "answer", "n", offer.path("n").asLong(), "sdp", "v=0 answer"));
        return offer;
    }

    /** Waits for a list in which the person is so. */
    @CanIgnoreReturnValue
    static JsonNode awaitPerson(LiveClient client, String person, boolean connected) {
        Predicate<JsonNode> fits = one -> one.path("personId").asText().equals(person)
                && one.path("connected").asBoolean() == connected;
        var list = client.await(message -> find(message, fits).isPresent());
        return find(list, fits).orElseThrow();
    }

    static void awaitSpeaker(LiveClient client, String person) {
        var ignored = client.await(message -> message.path("t").asText().equals("speaker")
                && message.path("personId").asText().equals(person));
    }

    /** Waits until so many sockets are open at the server. */
    void awaitSockets(int open) {
        var reached = new CountDownLatch(1);
        var timer = vertx.setPeriodic(20, tick -> {
            if (media.sockets() == open) reached.countDown();
        });
        try {
            if (!reached.await(30, TimeUnit.SECONDS)) throw new AssertionError(media.sockets() + " sockets");
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        var ignored = vertx.cancelTimer(timer);
    }

    private static Optional<JsonNode> find(JsonNode message, Predicate<JsonNode> fits) {
        return message.path("people").valueStream().filter(fits).findFirst();
    }

    @Override
    public void close() {
        shut();
        vertx.close().await();
        bridge.close();
    }
}
