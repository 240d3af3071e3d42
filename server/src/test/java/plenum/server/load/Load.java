package plenum.server.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.VoteId;
import plenum.server.keys.Tablet;
import plenum.server.testkit.LiveClient;
import plenum.server.voting.BallotSignature;
import plenum.server.voting.Choice;

/**
 * Measures a running session with many delegates. Starts the server as a child with fresh data, drives it over real
 * sockets from one event loop, and prints processor time of the server (from /proc), times and memory.
 *
 * <pre>
 * mvn -o -q -pl server test-compile exec:exec …   see server/doc/load.md for the one-line command
 * --server plenum|hall  --users 2000  --scenario all|join|change|votes|signed|watched|secret|resume|idle|bare|room  --repeat 3  --port 21300  --jvm "-Xmx512m"
 * </pre>
 */
public final class Load {
    private static final int CHANGES = 20;
    private static final Set<String> IN_SITTING = Set.of("change", "votes", "signed", "watched", "secret");
    static final String SITTING = "sitting-1";
    private static final String TITLE = "Thông qua Nghị quyết";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Vertx desk =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)); // secretary's, reads large states
    private final Installation server;
    private final Fleet fleet;
    private final Set<String> scenarios;
    private final int repeat;
    private Child child;
    private LiveClient secretary;
    private String current = "item-0"; // agenda item that is open
    private int changeChars = 300;
    private double changeCpu;

    private Load(Installation server, int users, Set<String> scenarios, int repeat) {
        this.server = server;
        this.scenarios = scenarios;
        this.repeat = repeat;
        this.child = server.start();
        this.fleet = new Fleet(vertx, users, server.session(), server::token);
        this.secretary = secretary();
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "load-logback.xml");
        var flags = Flags.of(arguments);
        var users = flags.number("users", 2000);
        var scenario = flags.text("scenario", "all");
        var jvm = List.of(flags.text("jvm", "-Xmx512m").split(" "));
        var scenarios = scenario.equals("all")
                ? Set.of("join", "idle", "change", "votes", "resume", "bare")
                : Set.of(scenario.split(","));
        var port = flags.number("port", 21300);
        if (scenario.equals("conference")) {
            var shape = new ConferenceLoad.Shape(
                    flags.number("points", 139), flags.number("levels", 3), flags.number("branches", 0));
            ConferenceLoad.main(shape, port, jvm);
            System.exit(0);
        }
        try (var server = installation(flags.text("server", "plenum"), users, port, jvm, scenarios)) {
            new Load(server, users, scenarios, flags.number("repeat", 3)).run(port + 1, jvm);
        }
        System.exit(0);
    }

    private static Installation installation(
            String name, int users, int port, List<String> jvm, Set<String> scenarios) {
        return switch (name) {
            case "plenum" ->
                new PlenumInstallation(users, port, jvm, scenarios.contains("room"), scenarios.contains("secret"));
            case "hall" -> new HallInstallation(users, port, jvm);
            default -> throw new IllegalArgumentException("--server is plenum or hall");
        };
    }

    private void run(int barePort, List<String> jvm) {
        prepare();
        server.signedIn(fleet.delegates.stream().map(delegate -> delegate.token).toList());
        join("join, server just started");
        if (scenarios.contains("join")) joinAgain();
        if (scenarios.contains("idle")) idle();
        if (scenarios.contains("heap")) heap();
        if (!Collections.disjoint(scenarios, IN_SITTING)) openSitting();
        if (scenarios.contains("change")) changes();
        else if (!Collections.disjoint(scenarios, IN_SITTING)) fleet.awaitSequence(open("item-1"));
        if (scenarios.contains("votes") || scenarios.contains("watched")) votes();
        if (scenarios.contains("watched")) watched();
        if (scenarios.contains("signed")) signed();
        if (scenarios.contains("secret")) secret();
        if (scenarios.contains("room")) room();
        if (scenarios.contains("resume")) resume();
        fleet.leave();
        child.close();
        if (scenarios.contains("bare")) bare(barePort, jvm);
    }

    // the session --------------------------------------------------------------------------------------------

    private LiveClient secretary() {
        var client = LiveClient.connect(desk, server.port()).keepAwake(desk);
        client.hello(server.token("secretary"), server.session(), "control").await("me");
        return client;
    }

    private long ask(String name, Map<String, ?> data) {
        var answer = secretary.ask(name, data);
        if (!answer.path("t").asText().equals("done")) throw new IllegalStateException(name + ": " + answer);
        return answer.path("seq").asLong();
    }

    private void prepare() {
        ask(
                "sitting.plan",
                Map.of(
                        "sittingId",
                        SITTING,
                        "title",
                        "Phiên khai mạc",
                        "date",
                        "2026-12-08",
                        "startsAt",
                        1_796_695_200_000L));
        for (var i = 0; i < 12; i++) ask("agenda.add-item", item(i));
        ask("session.publish", Map.of());
    }

    static Map<String, Object> item(int index) {
        return Map.of(
                "itemId",
                "item-" + index,
                "index",
                index,
                "title",
                "Xem xét, thông qua dự thảo Nghị quyết về kế hoạch phát triển kinh tế - xã hội, nội dung số " + index,
                "kind",
                "RESOLUTION",
                "presenter",
                "Ủy ban nhân dân tỉnh",
                "minutes",
                30,
                "sittingId",
                SITTING,
                "hidden",
                false,
                "resolution",
                "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2027");
    }

    private long open(String item) {
        current = item;
        return ask("agenda.open-item", Map.of("itemId", item));
    }

    private void openSitting() {
        ask("attendance.open-roll-call", Map.of("sittingId", SITTING));
        burst("check-in", person -> "\"name\":\"attendance.check-in\",\"data\":{\"sittingId\":\"" + SITTING + "\"}");
        ask("attendance.approve", Map.of("sittingId", SITTING));
        var seq = ask("sitting.open", Map.of("sittingId", SITTING));
        fleet.awaitSequence(seq);
    }

    // scenarios ----------------------------------------------------------------------------------------------

    private void join(String name) {
        var cpu = child.cpuSeconds();
        var chars = fleet.delegates.getFirst().chars;
        var started = System.nanoTime();
        var stamps = fleet.join(server.port(), false);
        pause(300);
        line(
                name,
                child.cpuSeconds() - cpu,
                "CPU-s",
                Samples.ofNanos(started, stamps) + ", state " + (fleet.delegates.getFirst().chars - chars) + " chars");
    }

    private void joinAgain() {
        for (var i = 0; i < repeat; i++) {
            fleet.leave();
            pause(500);
            join("join again");
        }
    }

    /** Both sides of the difference are a server that has had this many sockets before. */
    private void idle() {
        fleet.leave();
        pause(1500);
        var empty = child.memory();
        join("join again");
        pause(1500);
        var full = child.memory();
        var heap = (double) (full.liveHeap() - empty.liveHeap()) / fleet.size();
        var outside = (double) (full.outsideHeap() - empty.outsideHeap()) / fleet.size();
        line(
                "idle",
                heap + outside,
                "KiB/conn",
                String.format(Locale.ROOT, "live heap %.1f, outside of the heap %.1f", heap, outside));
    }

    /** Objects that live in the server now, the largest first. */
    private void heap() {
        System.out.println(child.histogram(40));
    }

    private void changes() {
        var cpus = new ArrayList<Double>();
        var p50 = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        var max = new ArrayList<Double>();
        var seq = open("item-0");
        fleet.awaitSequence(seq);
        for (var i = 0; i < CHANGES; i++) {
            pause(250);
            var chars = fleet.delegates.getFirst().chars;
            var cpu = child.cpuSeconds();
            var arrivals = fleet.watchFrom(seq + 1);
            var started = System.nanoTime();
            seq = open("item-" + (1 + i % 2));
            var times = Samples.ofNanos(
                    started,
                    arrivals.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                            .join());
            pause(50);
            cpus.add(child.cpuSeconds() - cpu);
            changeChars = (int) (fleet.delegates.getFirst().chars - chars);
            p50.add(times.at(0.5));
            p99.add(times.at(0.99));
            max.add(times.max());
        }
        changeCpu = median(cpus);
        line(
                "change",
                changeCpu,
                "CPU-s",
                String.format(
                        Locale.ROOT,
                        "medians of %d: p50 %.0f  p99 %.0f  max %.0f ms, %d chars",
                        CHANGES,
                        median(p50),
                        median(p99),
                        median(max),
                        changeChars));
    }

    private void votes() {
        for (var i = 0; i < repeat; i++) vote("vote-" + i, "votes");
    }

    private void vote(String vote, String name) {
        ask("voting.prepare", Map.of("voteId", vote, "itemId", current, "title", TITLE));
        fleet.awaitSequence(ask("voting.open", Map.of("voteId", vote)));
        pause(500);
        burst(name, person -> "\"name\":\"voting.cast\",\"data\":{\"voteId\":\"" + vote + "\",\"choice\":\"FOR\"}");
        pause(500);
        fleet.awaitSequence(ask("voting.close", Map.of("voteId", vote)));
    }

    /** Every delegate has a second tablet that shows the progress. */
    private void watched() {
        var second = new Fleet(vertx, fleet.size(), server.session(), server::token);
        var ignored = second.join(server.port(), false);
        pause(500);
        for (var i = 0; i < repeat; i++) vote("watched-" + i, "votes, " + fleet.size() + " screens more");
        second.leave();
    }

    /** Every ballot is signed by the delegate's paired tablet; pairing and signing are not measured. */
    private void signed() {
        var tablets = new HashMap<String, Tablet>();
        for (var delegate : fleet.delegates) {
            var tablet = new Tablet();
            server.pair(delegate.person, tablet);
            tablets.put(delegate.person, tablet);
        }
        for (var i = 0; i < repeat; i++) {
            var vote = "signed-" + i;
            var commands = new HashMap<String, String>();
            tablets.forEach((person, tablet) -> commands.put(person, signed(vote, person, tablet)));
            ask("voting.prepare", Map.of("voteId", vote, "itemId", current, "title", TITLE));
            fleet.awaitSequence(ask("voting.open", Map.of("voteId", vote)));
            pause(500);
            burst("signed votes", person -> Objects.requireNonNull(commands.get(person)));
            pause(500);
            fleet.awaitSequence(ask("voting.close", Map.of("voteId", vote)));
        }
    }

    private String signed(String vote, String person, Tablet tablet) {
        var text = BallotSignature.text(
                new SessionId(server.session()), new VoteId(vote), new PersonId(person), 1, Choice.FOR, TITLE);
        return "\"name\":\"voting.cast\",\"data\":{\"voteId\":\"" + vote
                + "\",\"choice\":\"FOR\",\"signature\":{\"publicKey\":\"" + tablet.publicKey()
                + "\",\"turn\":1,\"value\":\"" + tablet.sign(text) + "\"}}";
    }

    private void secret() {
        if (!(server instanceof PlenumInstallation whole)) {
            throw new IllegalArgumentException("secret ballots need --server plenum");
        }
        var run = new SecretRun(whole, fleet, () -> child.cpuSeconds());
        for (var i = 0; i < repeat; i++) run.poll("kin-" + i, current);
    }

    private void burst(String name, java.util.function.UnaryOperator<String> command) {
        var batches = server.journalBatches();
        var before = child.cpuByTask();
        var states = fleet.delegates.getFirst().states;
        var started = System.nanoTime();
        var stamps = fleet.command(command);
        var times = Samples.ofNanos(started, stamps);
        pause(300);
        var used = new TreeMap<>(child.cpuByTask());
        before.forEach((task, seconds) -> used.merge(task, -seconds, Double::sum));
        var refusals = fleet.takeRefusals();
        if (!refusals.isEmpty()) throw new IllegalStateException(refusals.size() + " refused: " + refusals.getFirst());
        line(
                name,
                fleet.size() / times.max() * 1000,
                "acks/s",
                times
                        + String.format(
                                Locale.ROOT,
                                ", %.2f CPU-s (compiler %.2f, collector %.2f), %s%d states each",
                                used.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum(),
                                used.getOrDefault("compiler", 0.0),
                                used.getOrDefault("collector", 0.0),
                                batches.isEmpty()
                                        ? ""
                                        : server.journalBatches().orElseThrow() - batches.getAsLong() + " batches, ",
                                fleet.delegates.getFirst().states - states));
    }

    /** All come into the video room at once, then to the media; nobody answers the offers. */
    private void room() {
        ask("room.open", Map.of("lobby", false, "microphones", "FREE"));
        var chars = fleet.delegates.getFirst().chars;
        burst("room.join", person -> "\"name\":\"room.join\",\"data\":{\"as\":\"PERSON\"}");
        var shown = fleet.delegates.getFirst().chars - chars;
        var cpu = child.cpuSeconds();
        var started = System.nanoTime();
        var times = Samples.ofNanos(started, fleet.media(server.port()));
        pause(1_000);
        line("media offers", child.cpuSeconds() - cpu, "CPU-s", times + ", " + shown + " chars shown to each before");
    }

    private void resume() {
        fleet.expectEnd();
        child.kill();
        pause(500);
        var started = System.nanoTime();
        child = server.start();
        var ready = System.nanoTime();
        var startCpu = child.cpuSeconds();
        var stamps = fleet.join(server.port(), true);
        pause(300);
        line(
                "restart",
                (ready - started) / 1e9,
                "s",
                String.format(Locale.ROOT, "to ready after kill -9, %.2f CPU-s", startCpu));
        line("resume", child.cpuSeconds() - startCpu, "CPU-s", "since ready: " + Samples.ofNanos(ready, stamps));
    }

    private void bare(int port, List<String> jvm) {
        try (var peer = Child.java(jvm, BareServer.class, List.of(Integer.toString(port)))) {
            var ignored = peer.awaitLine("READY");
            new BareRun(vertx, peer, port, fleet.size(), changeChars).run(CHANGES, changeCpu);
        }
    }

    static double median(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .at(0.5);
    }

    static void line(String name, double value, String unit, String more) {
        System.out.printf(Locale.ROOT, "%-26s %10.3f %-9s %s%n", name, value, unit, more);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
