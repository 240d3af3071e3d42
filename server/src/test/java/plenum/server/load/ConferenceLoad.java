package plenum.server.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plenum.media.peer.MediaPeers;
import plenum.server.app.Main;

/**
 * A conference of a province, its districts and communes, through the real signalling and the real media path: units
 * are invited and assigned, points test themselves, report heads, enter, are called, lose their bridge and come back.
 * Each point is a browser in Java: live socket, media socket, ICE, DTLS and SRTP with feedback.
 */
final class ConferenceLoad {
    private static final String SITTING = Load.SITTING;
    private static final int DISTRICTS = 10;
    private static final int SMALL = 3;
    private static final int CALLS = 10;
    private static final int STEADY_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 120;
    private static final int FULL_SECONDS = 20;

    /**
     * @param levels 3: ten districts and their communes; 2: communes below the province, as since July 2025
     * @param branches bridges below the province's: at so many districts, or at so many clusters of communes
     */
    record Shape(int points, int levels, int branches) {
        Shape {
            if (levels != 2 && levels != 3) throw new IllegalArgumentException("--levels is 2 or 3");
            if (branches > DISTRICTS) throw new IllegalArgumentException("--branches is at most " + DISTRICTS);
        }

        int districts() {
            return levels == 3 ? Math.min(points, DISTRICTS) : 0;
        }
    }

    private final Shape shape;
    private final int points;
    private final int port;
    private final List<String> jvm;
    private final PlenumInstallation server;
    private final Child plenum;
    private final Path secret;
    private Child bridge;
    private final List<Child> branches = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final MediaPeers peers = new MediaPeers();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Site> sites = new ArrayList<>();
    private final Site centre;
    private final Site director;
    private final List<Future<?>> ticking;

    private ConferenceLoad(Shape shape, int port, List<String> jvm) throws IOException {
        this.shape = shape;
        this.points = shape.points();
        this.port = port;
        this.jvm = jvm;
        secret = Files.writeString(Files.createTempFile("plenum-bridge", ".secret"), UUID.randomUUID() + "\n");
        bridge = bridge(control(0));
        for (var i = 1; i <= shape.branches(); i++) branches.add(bridge(control(i)));
        server = PlenumInstallation.beside(media(), 1, port, jvm);
        plenum = server.start();
        server.also(units(), grants());
        var house = new Site.House(
                vertx.createWebSocketClient(new WebSocketClientOptions()
                        .setMaxConnections(2 * points + 10)
                        .setMaxFrameSize(1 << 24)
                        .setMaxMessageSize(1 << 24)),
                peers,
                port,
                server.session(),
                "secretary",
                ids().limit(SMALL).map(ConferenceLoad::technician).toList());
        centre = new Site(house, "secretary", server.token("secretary"), "PERSON", 255, true);
        director = new Site(house, "director", server.token("director"), "PERSON", 254, false);
        ids().forEach(unit -> sites.add(new Site(
                house,
                technician(unit),
                server.token(technician(unit)),
                "KIOSK",
                1 + sites.size(),
                sites.size() < SMALL)));
        var reporting = clock.scheduleAtFixedRate(this::report, 100, 100, TimeUnit.MILLISECONDS);
        var pinging = clock.scheduleAtFixedRate(this::ping, 15, 15, TimeUnit.SECONDS);
        ticking = List.of(reporting, pinging);
    }

    static void main(Shape shape, int port, List<String> jvm) {
        try {
            new ConferenceLoad(shape, port, jvm).run();
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }

    /** Where the province's bridge is told what to do, and from 1 on those below it. */
    private String control(int number) {
        return "127.0.0.1:" + (port + 1 + number);
    }

    private Map<String, Object> media() {
        var below = IntStream.rangeClosed(1, shape.branches())
                .mapToObj(number ->
                        Map.of("region", "vung-" + number, "url", url(number), "tokenFile", secret.toString()))
                .toList();
        var regions = new HashMap<String, String>();
        for (var i = 0; i < points && !below.isEmpty(); i++) {
            if (shape.levels() == 2) regions.put("xa-" + i, "vung-" + (1 + i % shape.branches()));
            else if (i < shape.branches()) regions.put("huyen-" + i, "vung-" + (1 + i));
        }
        return Map.of(
                "mode", "remote", "url", url(0), "tokenFile", secret.toString(), "branches", below, "regions", regions);
    }

    private String url(int number) {
        return "ws://" + control(number);
    }

    private Child bridge(String control) {
        var arguments = List.of("bridge", "--token-file", secret.toString(), "--control", control, "--media-port", "0");
        var started = Child.java(jvm, Main.class, arguments);
        System.out.println("bridge: " + started.awaitLine("Plenum bridge sẵn sàng / ready:"));
        return started;
    }

    private void report() {
        everybody().forEach(Site::report);
    }

    private void ping() {
        everybody().forEach(Site::ping);
        director.ping();
    }

    private Stream<Site> everybody() {
        return Stream.concat(Stream.of(centre), sites.stream());
    }

    // the register -------------------------------------------------------------------------------------------

    /** Districts first. */
    private Stream<String> ids() {
        return Stream.iterate(0, number -> number + 1)
                .limit(points)
                .map(number -> number < shape.districts() ? "huyen-" + number : "xa-" + number);
    }

    private static String technician(String unit) {
        return "kt-" + unit;
    }

    private List<Map<String, String>> units() {
        return ids().map(this::unit).toList();
    }

    private Map<String, String> unit(String id) {
        var number = Integer.parseInt(id.substring(id.indexOf('-') + 1));
        var district = id.startsWith("huyen-");
        return Map.of(
                "unitId",
                id,
                "code",
                "99-" + number,
                "name",
                (district ? "Huyện số " : "Xã số ") + number,
                "level",
                district ? "DISTRICT" : "COMMUNE",
                "parentId",
                district || shape.districts() == 0 ? "do-tai" : "huyen-" + number % shape.districts(),
                "validFrom",
                "2026-01-01");
    }

    private List<Map<String, String>> grants() {
        var technicians = ids().map(unit -> Map.of("personId", technician(unit), "role", "UNIT_ADMIN", "scope", unit));
        return Stream.concat(technicians, Stream.of(PlenumInstallation.grant("director", "TECHNICIAN")))
                .toList();
    }

    // the conference -----------------------------------------------------------------------------------------

    private void run() {
        try {
            sitting();
            invited();
            assigned();
            come();
            tested();
            counted();
            entered();
            steady();
            called();
            if (!branches.isEmpty()) lostBranch();
            lostBridge();
        } finally {
            everybody().forEach(Site::leave);
            ticking.forEach(task -> task.cancel(false));
            clock.shutdown();
            plenum.close();
            bridge.close();
            branches.forEach(Child::close);
            server.close();
        }
    }

    private void sitting() {
        order(
                "secretary",
                "sitting.plan",
                Map.of(
                        "sittingId",
                        SITTING,
                        "title",
                        "Hội nghị",
                        "date",
                        "2026-12-08",
                        "startsAt",
                        1_796_695_200_000L));
        order("secretary", "agenda.add-item", Load.item(0));
        order("secretary", "session.publish", Map.of());
        order("secretary", "attendance.open-roll-call", Map.of("sittingId", SITTING));
        order("d0", "attendance.check-in", Map.of("sittingId", SITTING));
        order("secretary", "attendance.approve", Map.of("sittingId", SITTING));
        order("secretary", "sitting.open", Map.of("sittingId", SITTING));
    }

    private void order(String person, String name, Map<String, ?> data) {
        server.command(person, name, data);
    }

    private void invited() {
        var started = System.nanoTime();
        var units = ids().toList();
        var unused = server.send("POST", path(""), server.token("secretary"), with(Map.of("units", units)));
        say("invited", started, units.size() + " units in one request, durable");
    }

    private String path(String more) {
        return "/api/sessions/" + server.session() + "/points" + more;
    }

    private static Map<String, Object> with(Map<String, ?> wanted) {
        var body = new HashMap<String, Object>(wanted);
        body.put("id", UUID.randomUUID().toString());
        return body;
    }

    private void assigned() {
        var started = System.nanoTime();
        var stamps = new long[points];
        try (var eight = Executors.newFixedThreadPool(8)) {
            var units = ids().toList();
            for (var i = 0; i < points; i++) {
                var index = i;
                eight.execute(() -> {
                    assign(units.get(index));
                    stamps[index] = System.nanoTime();
                });
            }
        }
        say("assigned", started, "each unit by its administrator, eight at a time");
    }

    private void assign(String unit) {
        var wanted = with(Map.of(
                "technicianId", technician(unit),
                "attendees", List.of(Map.of("name", "Chủ tịch " + unit, "leader", true)),
                "expected", 20));
        var unused = server.send("PUT", path("/" + unit + "/assignment"), server.token(technician(unit)), wanted);
    }

    private void come() {
        all(director.open("technician"));
        all(centre.open("control"));
        timed("at the session", site -> site.open("guest"));
    }

    /** Each point says what it measured; the director's board has all of them. */
    private void tested() {
        var started = timed("self-tests told", site -> site.order("point.test", measured(site)));
        until(() -> rows("/test") == points);
        say("on the director's board", started, rows("/test") + " rows");
    }

    private Map<String, Object> measured(Site site) {
        return Map.of(
                "pointId",
                site.person().substring(3),
                "camera",
                "OK",
                "microphone",
                "OK",
                "loudspeaker",
                "OK",
                "upKbps",
                2_000,
                "downKbps",
                4_000,
                "roundTripMs",
                40,
                "lossPermille",
                1);
    }

    private void counted() {
        var started = timed(
                "heads reported",
                site -> site.order(
                        "point.report",
                        Map.of("pointId", site.person().substring(3), "present", 18, "leaders", List.of("Chủ tịch"))));
        until(() -> rows("/roll") == points);
        say("on the director's board", started, rows("/roll") + " rows");
    }

    private long rows(String with) {
        synchronized (director) {
            long found = 0;
            for (var row : director.part("points").path("rows")) if (row.at(with) instanceof ObjectNode) found++;
            return found;
        }
    }

    private void entered() {
        order("secretary", "room.open", Map.of("lobby", false, "microphones", "CALLED"));
        order("secretary", "stage.layout", Map.of("kind", "STAGE", "persons", List.of()));
        all(centre.enter());
        var cpu = cpu();
        var pictures = lookFor(sites, centre);
        var started = timed("in the room, with keys", Site::enter);
        seen("who conducts is seen", started, pictures);
        System.out.printf(
                Locale.ROOT,
                "%26s server %.2f, bridges %.2f CPU-s%n",
                "",
                plenum.cpuSeconds() - cpu[0],
                cpu()[1] - cpu[1]);
    }

    private double[] cpu() {
        var bridges = Stream.concat(Stream.of(bridge), branches.stream());
        return new double[] {
            plenum.cpuSeconds(), bridges.mapToDouble(Child::cpuSeconds).sum()
        };
    }

    private void steady() {
        Load.pause(5_000);
        sites.forEach(site -> site.sight().countAnew());
        var cpu = cpu();
        Load.pause(STEADY_SECONDS * 1_000);
        var packets = sites.stream().mapToLong(site -> site.sight().packets()).sum();
        var missing = sites.stream().mapToLong(site -> site.sight().missing()).sum();
        var used = cpu()[1] - cpu[1];
        Load.line(
                branches.isEmpty() ? "bridge" : 1 + branches.size() + " bridges",
                100 * used / STEADY_SECONDS,
                "% of core",
                String.format(
                        Locale.ROOT,
                        "%d packets/s to %d points, %d missing, %.2f us each; server %.1f %%",
                        packets / STEADY_SECONDS,
                        points,
                        missing,
                        used * 1e6 / packets,
                        100 * (plenum.cpuSeconds() - cpu[0]) / STEADY_SECONDS));
    }

    /** Ten points ask, are called and dismissed, one after the other. */
    private void called() {
        var first = new ArrayList<Double>();
        var full = new ArrayList<Double>();
        var back = new ArrayList<Double>();
        for (var i = SMALL; i < SMALL + CALLS; i++) {
            var speaker = sites.get(i);
            all(speaker.order("floor.raise-hand", Map.of()));
            var others = sites.stream().filter(site -> site != speaker).toList();
            var pictures = lookFor(others, speaker);
            var started = System.nanoTime();
            all(centre.order("floor.grant", Map.of("personId", speaker.person(), "seconds", 300)));
            times(started, pictures.stream().map(Sight.Glimpse::any).toList(), first);
            timesInFull(started, pictures, full);
            var again = lookFor(others, centre);
            started = System.nanoTime();
            all(centre.order("floor.end-speech", Map.of()));
            times(started, again.stream().map(Sight.Glimpse::any).toList(), back);
        }
        line(
                "called: on stage for all",
                first,
                CALLS + " points, the other " + (points - 1) + " each, camera opened when called");
        line(
                "in full",
                full,
                "in 720 lines, " + full.size() + " of " + first.size() + " within " + FULL_SECONDS + " s");
        line("dismissed", back, "who conducts is seen again");
    }

    private static List<Sight.Glimpse> lookFor(List<Site> watching, Site whom) {
        return watching.stream().map(site -> site.lookFor(whom)).toList();
    }

    /** The first branch's bridge is killed and stays away: its points are called to the province's. */
    private void lostBranch() {
        var started = System.nanoTime();
        branches.removeFirst().kill();
        var every = shape.districts() > 0 ? shape.districts() : shape.branches();
        var struck = IntStream.range(0, points)
                .filter(index -> index % every == 0)
                .mapToObj(sites::get)
                .toList();
        seen("a branch killed", started, lookFor(struck, centre));
    }

    /** The bridge is killed and started again by hand of the system; nobody at a point does anything. */
    private void lostBridge() {
        var pictures = lookFor(sites, centre);
        var connections = everybody().map(Site::nextConnection).toList();
        var started = System.nanoTime();
        bridge.kill();
        bridge = bridge(control(0));
        Load.line("bridge killed", (System.nanoTime() - started) / 1e6, "ms", "until another one was ready");
        var times = new ArrayList<Double>();
        times(started, connections, times);
        line("all have keys again", times, "since the kill");
        seen("who conducts is seen again", started, pictures);
    }

    // measuring ----------------------------------------------------------------------------------------------

    private static void seen(String name, long started, List<Sight.Glimpse> pictures) {
        var any = new ArrayList<Double>();
        var stamps = pictures.stream().map(Sight.Glimpse::any).toList();
        timesWithin(PATIENCE_SECONDS, started, stamps, any);
        var without = IntStream.range(0, stamps.size())
                .filter(i -> !stamps.get(i).isDone())
                .boxed()
                .toList();
        line(name, any, "the first picture" + (without.isEmpty() ? "" : "; NEVER SEEN by the points " + without));
        var full = new ArrayList<Double>();
        timesInFull(started, pictures, full);
        line(
                "in full",
                full,
                "in 720 lines, " + full.size() + " of " + pictures.size() + " within " + FULL_SECONDS + " s");
    }

    private long timed(String name, Function<Site, CompletableFuture<Long>> step) {
        var cpu = plenum.cpuSeconds();
        var started = System.nanoTime();
        var times = new ArrayList<Double>();
        times(started, sites.stream().map(step).toList(), times);
        line(name, times, String.format(Locale.ROOT, "all %d at once, %.2f CPU-s", points, plenum.cpuSeconds() - cpu));
        return started;
    }

    private static void times(long started, List<CompletableFuture<Long>> stamps, List<Double> into) {
        for (var stamp : stamps) into.add((all(stamp) - started) / 1e6);
    }

    /** Whose line or machine does not carry it keeps the smaller picture. */
    private static void timesInFull(long started, List<Sight.Glimpse> pictures, List<Double> into) {
        timesWithin(
                FULL_SECONDS,
                started,
                pictures.stream().map(Sight.Glimpse::full).toList(),
                into);
    }

    /** Of those that come until so many seconds from now. */
    private static void timesWithin(
            int seconds, long started, List<CompletableFuture<Long>> stamps, List<Double> into) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && !stamps.stream().allMatch(CompletableFuture::isDone)) Load.pause(5);
        stamps.stream().filter(CompletableFuture::isDone).forEach(stamp -> into.add((stamp.join() - started) / 1e6));
    }

    private static long all(CompletableFuture<Long> stamp) {
        try {
            return stamp.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void until(BooleanSupplier fact) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("in vain");
            Load.pause(5);
        }
    }

    private static void line(String name, List<Double> times, String more) {
        var samples = Samples.of(times.stream().mapToDouble(Double::doubleValue).toArray());
        Load.line(name, samples.at(0.5), "ms", samples + ", " + more);
    }

    private static void say(String name, long started, String more) {
        Load.line(name, (System.nanoTime() - started) / 1e6, "ms", more);
    }
}
