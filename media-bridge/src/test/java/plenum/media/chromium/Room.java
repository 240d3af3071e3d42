package plenum.media.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Mapping;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.net.NettyTransport;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;
import plenum.media.testkit.BadLine;

/** A bridge, a Chromium with any number of participants, and between them what a server does. */
final class Room implements AutoCloseable {
    private static final ConferenceId CONFERENCE = new ConferenceId("room");

    private final ParticipantsPage page = new ParticipantsPage();
    private final Chromium chromium = Chromium.show(page.url());
    private final EmbeddedBridge bridge;
    private final Map<EndpointId, List<Mapping>> mappings = new ConcurrentHashMap<>();
    private final List<BridgeEvent> events = new CopyOnWriteArrayList<>();

    Room() {
        var transport =
                NettyTransport.Settings.on(InetAddress.getLoopbackAddress()).withTcpPort(0);
        bridge = EmbeddedBridge.start(BridgeSettings.on(transport));
        bridge.listen(this::heard);
        done(bridge.openConference(CONFERENCE));
    }

    private void heard(BridgeEvent event) {
        events.add(event);
        switch (event) {
            case BridgeEvent.SourcesMapped mapped -> mappings.put(mapped.endpoint(), mapped.slots());
            case BridgeEvent.SenderConstraints wanted -> Thread.ofVirtual().start(() -> limit(wanted));
            default -> {}
        }
    }

    private void limit(BridgeEvent.SenderConstraints wanted) {
        page.order(
                "limit",
                Map.of(
                        "name", wanted.source().endpoint().value(),
                        "mid", mid(wanted.source().kind()),
                        "maxHeight", wanted.maxHeight()));
    }

    EmbeddedBridge bridge() {
        return bridge;
    }

    void join(String name, Map<String, ?> how) {
        join(name, Permission.ALL, false, Map.of(), how);
    }

    void join(String name) {
        join(name, Permission.ALL, false, Map.of(), Map.of());
    }

    /** Over another way to the bridge: its UDP port is found behind another one. */
    void joinOver(BadLine line, String name) {
        join(
                name,
                Permission.ALL,
                false,
                Map.of(" 127.0.0.1 \\d+ typ host\r", " 127.0.0.1 " + line.port() + " typ host\r"),
                Map.of());
    }

    BadLine badLine(long seed) {
        var probe = new EndpointId("probe");
        String offer = done(bridge.openEndpoint(CONFERENCE, probe, new EndpointSpec(1, 0, Permission.NONE, false)))
                .sdp();
        done(bridge.closeEndpoint(CONFERENCE, probe));
        return new BadLine(
                Integer.parseInt(offer.replaceAll("(?s).* udp \\d+ 127.0.0.1 (\\d+) typ host.*", "$1")), seed);
    }

    /** @param replacements in the offer, as when the way to the bridge is another one */
    void join(String name, Permission permission, boolean echo, Map<String, String> replacements, Map<String, ?> how) {
        var endpoint = new EndpointId(name);
        String offer = done(bridge.openEndpoint(CONFERENCE, endpoint, new EndpointSpec(4, 4, permission, echo)))
                .sdp();
        for (var replacement : replacements.entrySet()) {
            offer = offer.replaceAll(replacement.getKey(), replacement.getValue());
        }
        var order = new HashMap<String, Object>(how);
        order.put("name", name);
        order.put("offer", offer);
        String answer = page.order("join", order).get("answer").asText();
        done(bridge.answer(CONFERENCE, endpoint, answer));
    }

    /** Begins to send a source; {@code what}: microphone, tone, silence, camera or screen. */
    void send(String name, SourceKind kind, String what, int width, int height, @Nullable String codec) {
        var order = new HashMap<String, Object>(
                Map.of("name", name, "mid", mid(kind), "what", what, "width", width, "height", height));
        if (codec != null) {
            order.put("codec", codec);
        }
        page.order("send", order);
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

    void leave(String name) {
        page.order("leave", Map.of("name", name));
        done(bridge.closeEndpoint(CONFERENCE, new EndpointId(name)));
        mappings.remove(new EndpointId(name));
    }

    static SourceId source(String name, SourceKind kind) {
        return new SourceId(new EndpointId(name), kind);
    }

    /** What a receiver's browser says of the slot that carries a source; missing when none does. */
    JsonNode received(String receiver, SourceId source) {
        return received(page.report(), receiver, source);
    }

    private JsonNode received(JsonNode report, String receiver, SourceId source) {
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

    List<BridgeEvent> events() {
        return events;
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        chromium.close();
        page.close();
        bridge.close();
    }
}
