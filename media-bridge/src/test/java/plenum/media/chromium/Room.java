package plenum.media.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Mapping;
import plenum.media.api.MediaBridge;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.net.NettyTransport;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;
import plenum.media.testkit.BadLine;

/** A bridge, Chromium with any number of participants, at one place or more, and between them what a server does. */
final class Room implements AutoCloseable {
    static final ConferenceId CONFERENCE = new ConferenceId("room");

    private final ParticipantsPage page;
    private final Map<String, Chromium> chromiums;
    private final MediaBridge bridge;
    private final Map<EndpointId, List<Mapping>> mappings = new ConcurrentHashMap<>();
    private final Set<String> present = new HashSet<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Map<String, String> regions = new ConcurrentHashMap<>();
    /** In the order in which the bridge asks: nothing and 360 lines within 50 ms are 360 lines. */
    private final ExecutorService limits =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    Room() {
        this(EmbeddedBridge.start(BridgeSettings.on(
                NettyTransport.Settings.on(InetAddress.getLoopbackAddress()).withTcpPort(0))));
    }

    /** @param bridge is closed with the room */
    Room(MediaBridge bridge) {
        this(bridge, List.of(Place.HERE));
    }

    /**
     * @param bridge is closed with the room
     * @param places one browser each; who is in a region without one of its own is in the first
     */
    Room(MediaBridge bridge, List<Place> places) {
        this.bridge = bridge;
        page = new ParticipantsPage(places.stream().map(Place::from).toList());
        chromiums = places.stream()
                .collect(Collectors.toMap(Place::region, place -> Chromium.show(page.url(place), place)));
        bridge.listen(this::heard);
        var unused = ready.orTimeout(60, TimeUnit.SECONDS).join(); // of a process that begins, on a busy machine
        done(bridge.openConference(CONFERENCE));
    }

    private void heard(BridgeEvent event) {
        switch (event) {
            case BridgeEvent.Ready well -> ready.complete(well.bridge());
            case BridgeEvent.SourcesMapped mapped -> mappings.put(mapped.endpoint(), mapped.slots());
            case BridgeEvent.SenderConstraints wanted -> limits.execute(() -> limit(wanted));
            default -> {}
        }
    }

    private JsonNode order(String name, String order, Map<String, ?> what) {
        var region = regions.getOrDefault(name, "");
        return page.order(chromiums.containsKey(region) ? region : "", order, what);
    }

    private void limit(BridgeEvent.SenderConstraints wanted) {
        var name = wanted.source().endpoint().value();
        var unused = order(
                name,
                "limit",
                Map.of(
                        "name", name,
                        "mid", mid(wanted.source().kind()),
                        "maxHeight", wanted.maxHeight()));
    }

    /** At the bridge of a region. */
    void joinIn(String region, String name) {
        regions.put(name, region);
        join(name);
    }

    void join(String name) {
        join(name, false, UnaryOperator.identity());
    }

    /** In a conference of one, hearing and seeing oneself. */
    void joinEcho(String name) {
        join(name, true, UnaryOperator.identity());
    }

    /** Over another way to the bridge. */
    void joinOver(BadLine line, String name) {
        join(name, false, offer -> offer.replaceAll("( udp \\d+ 127.0.0.1) \\d+ ", "$1 " + line.port() + " "));
    }

    /** With no UDP candidate. */
    void joinOverTcp(String name) {
        join(name, false, offer -> offer.replaceAll("a=candidate:\\d+ 1 udp .*\r\n", ""));
    }

    private void join(String name, boolean echo, UnaryOperator<String> way) {
        var endpoint = new EndpointId(name);
        String offer = offer(endpoint, new EndpointSpec(4, 4, Permission.ALL, echo, regions.getOrDefault(name, "")));
        String answer = order(name, "join", Map.of("name", name, "offer", way.apply(offer)))
                .get("answer")
                .asText();
        done(bridge.answer(CONFERENCE, endpoint, answer));
        present.add(name);
    }

    private String offer(EndpointId endpoint, EndpointSpec spec) {
        return done(bridge.openEndpoint(CONFERENCE, endpoint, spec)).sdp();
    }

    BadLine badLine(long seed) {
        var probe = new EndpointId("probe");
        String offer = offer(probe, new EndpointSpec(1, 0, Permission.NONE, false));
        done(bridge.closeEndpoint(CONFERENCE, probe));
        String port = offer.replaceAll("(?s).* udp \\d+ 127.0.0.1 (\\d+) .*", "$1");
        return new BadLine(Integer.parseInt(port), seed);
    }

    /** Begins to send a microphone. */
    void send(String name, SourceKind kind, String what) {
        var unused = order(name, "send", Map.of("name", name, "mid", mid(kind), "what", what));
    }

    /** Begins to send a camera or screen in all layers. */
    void send(String name, SourceKind kind, String what, int width, int height) {
        var unused = order(
                name, "send", Map.of("name", name, "mid", mid(kind), "what", what, "width", width, "height", height));
    }

    /** Begins to send a camera in one layer of another codec. */
    void send(String name, SourceKind kind, String what, int width, int height, String codec) {
        var unused = order(
                name,
                "send",
                Map.of("name", name, "mid", mid(kind), "what", what, "width", width, "height", height, "codec", codec));
    }

    /** They come in, talk, and see each other in 360 lines. */
    void assemble(List<String> names) {
        for (String name : names) {
            join(name);
            send(name, SourceKind.MICROPHONE, "tone");
            send(name, SourceKind.CAMERA, "camera", 640, 360);
            want(name, 360);
        }
    }

    static boolean loud(JsonNode voice) {
        return voice.path("audioLevel").asDouble() > 0.01;
    }

    /** The RIDs of the layers that it sends now, by the report. */
    List<String> sending(JsonNode report, String name, SourceKind kind) {
        var out = report.path(name).path("out");
        return Stream.of("q", "h", "f")
                .filter(rid -> out.path(mid(kind) + rid).path("framesPerSecond").asInt() > 0)
                .toList();
    }

    private static String mid(SourceKind kind) {
        return Integer.toString(kind.ordinal());
    }

    void want(String name, int defaultHeight, SourceId... selected) {
        want(name, new ReceiverConstraints(Arrays.asList(selected), Map.of(), defaultHeight, -1, 0));
    }

    void want(String name, ReceiverConstraints constraints) {
        done(bridge.constrain(CONFERENCE, new EndpointId(name), constraints));
    }

    void permit(String name, Permission permission) {
        done(bridge.permit(CONFERENCE, new EndpointId(name), permission));
    }

    /** All go. */
    void leave() {
        for (String name : present) {
            var unused = order(name, "leave", Map.of("name", name));
            done(bridge.closeEndpoint(CONFERENCE, new EndpointId(name)));
            mappings.remove(new EndpointId(name));
        }
        present.clear();
    }

    static SourceId source(String name, SourceKind kind) {
        return new SourceId(new EndpointId(name), kind);
    }

    /** What a receiver's browser says of the slot that carries a source; missing when none does. */
    JsonNode received(String receiver, SourceId source) {
        return received(page.report(), receiver, source);
    }

    JsonNode received(JsonNode report, String receiver, SourceId source) {
        return mappings.getOrDefault(new EndpointId(receiver), List.of()).stream()
                .filter(mapping -> mapping.source().equals(Optional.of(source)))
                .findFirst()
                .map(mapping -> report.path(receiver).path("in").path(mapping.mid()))
                .orElse(MissingNode.getInstance());
    }

    JsonNode report(String participant) {
        return page.report().path(participant);
    }

    JsonNode awaitReceived(String receiver, SourceId source, String what, Predicate<JsonNode> condition)
            throws InterruptedException {
        String text = receiver + " of " + source + ": " + what;
        return received(
                page.await(text, report -> condition.test(received(report, receiver, source)), 20), receiver, source);
    }

    JsonNode await(String what, Predicate<JsonNode> condition) throws InterruptedException {
        return page.await(what, condition, 20);
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        var ignored = limits.shutdownNow();
        chromiums.values().forEach(Chromium::close);
        page.close();
        bridge.close();
    }
}
