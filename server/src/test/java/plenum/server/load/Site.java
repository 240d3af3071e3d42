package plenum.server.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;
import plenum.media.testkit.Broadcaster;
import plenum.server.platform.Json;

/**
 * A meeting room of the conference, as its tablet behaves: it follows the session, shows the stage and three small
 * pictures, and opens its camera when it is called. One event loop.
 */
final class Site {
    private static final Map<String, List<String>> SENDING = Map.of("0", List.of(), "1", List.of("q", "h", "f"));
    private static final int STAGE_LINES = 720;
    private static final int SMALL_LINES = 180;

    /** What all have in common. */
    record House(
            WebSocketClient sockets, MediaPeers peers, int port, String session, String centre, List<String> small) {}

    private final House house;
    private final String person;
    private final String token;
    private final String station;
    private final int mark;
    private final boolean always;
    private final ObjectNode parts = JsonNodeFactory.instance.objectNode();
    private final Map<String, CompletableFuture<Long>> asked = new ConcurrentHashMap<>();
    private volatile Sight.Glimpse glimpse = Sight.Glimpse.of(0);
    private volatile Sight sight = new Sight(new Deaf(), () -> glimpse);
    private CompletableFuture<Long> secured = new CompletableFuture<>();
    private @Nullable WebSocket live;
    private @Nullable WebSocket media;
    private volatile @Nullable MediaPeer peer;
    private @Nullable Broadcaster camera;
    private boolean films;
    private volatile boolean leaving;

    /**
     * @param station PERSON or KIOSK
     * @param mark of the camera, 1 to 255
     * @param always the camera is on without being called
     */
    Site(House house, String person, String token, String station, int mark, boolean always) {
        this.house = house;
        this.person = person;
        this.token = token;
        this.station = station;
        this.mark = mark;
        this.always = always;
    }

    String person() {
        return person;
    }

    Sight sight() {
        return sight;
    }

    /** From now on it looks out for somebody's picture. */
    Sight.Glimpse lookFor(Site other) {
        var next = Sight.Glimpse.of(other.mark);
        glimpse = next;
        return next;
    }

    // the session --------------------------------------------------------------------------------------------

    /** Comes to the live socket; done with the first state. */
    CompletableFuture<Long> open(String as) {
        var first = new CompletableFuture<Long>();
        house.sockets
                .connect(where("/live", "plenum.v1"))
                .onFailure(first::completeExceptionally)
                .onSuccess(socket -> {
                    live = socket;
                    socket.textMessageHandler(text -> heard(Json.tree(text), first));
                    socket.closeHandler(end -> closed("live", socket));
                    say(socket, Map.of("t", "hello", "v", 1, "token", token, "session", house.session, "as", as));
                });
        return first;
    }

    private void closed(String which, WebSocket socket) {
        if (!leaving) System.err.println(which + " socket of " + person + " closed: " + socket.closeStatusCode());
    }

    private synchronized void heard(JsonNode message, CompletableFuture<Long> first) {
        switch (message.path("t").asText()) {
            case "state" -> {
                parts.setAll((ObjectNode) message.path("parts"));
                first.complete(System.nanoTime());
                arrange();
            }
            case "done" -> answered(message).complete(System.nanoTime());
            case "refused" ->
                answered(message).completeExceptionally(new IllegalStateException(person + ": " + message));
            default -> {}
        }
    }

    private CompletableFuture<Long> answered(JsonNode message) {
        return Objects.requireNonNull(asked.remove(message.path("id").asText()));
    }

    /** When the command is durable. */
    CompletableFuture<Long> order(String name, Map<String, ?> data) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Long>();
        asked.put(id, answer);
        say(live, Map.of("t", "do", "id", id, "name", name, "data", data));
        return answer;
    }

    /** The newest of the session. */
    synchronized JsonNode part(String name) {
        return parts.path(name);
    }

    // the media ----------------------------------------------------------------------------------------------

    /** Enters the room, comes to the media socket and connects; done when it has its keys. */
    CompletableFuture<Long> enter() {
        return order("room.join", Map.of("as", station)).thenCompose(durable -> connect());
    }

    private CompletableFuture<Long> connect() {
        house.sockets
                .connect(where("/media", "plenum.media.v1"))
                .onFailure(secured::completeExceptionally)
                .onSuccess(socket -> {
                    media = socket;
                    socket.textMessageHandler(text -> told(socket, Json.tree(text)));
                    socket.closeHandler(end -> closed("media", socket));
                    say(
                            socket,
                            Map.of(
                                    "t",
                                    "hello",
                                    "v",
                                    1,
                                    "token",
                                    token,
                                    "session",
                                    house.session,
                                    "videoSlots",
                                    4,
                                    "test",
                                    false));
                });
        return secured;
    }

    private void told(WebSocket socket, JsonNode message) {
        if (!message.path("t").asText().equals("offer")) return;
        var before = peer;
        if (before != null) before.vanish();
        var own = new Broadcaster((byte) mark);
        var eyes = new Sight(own, () -> glimpse);
        sight = eyes;
        var next = house.peers.answer(message.path("sdp").asText(), SENDING, eyes);
        peer = next;
        say(socket, Map.of("t", "answer", "n", message.path("n").asLong(), "sdp", next.answer()));
        var unused = next.connect().thenAccept(ready -> {
            secured.complete(System.nanoTime());
            shutter(own, ready);
            arrange();
        });
    }

    /** From now on another connection is waited for. */
    CompletableFuture<Long> nextConnection() {
        secured = new CompletableFuture<>();
        return secured;
    }

    private synchronized void shutter(@Nullable Broadcaster other, MediaPeer ready) {
        if (camera != null) camera.close();
        camera = other;
        films = false;
        if (always || called()) film(ready);
    }

    private void film(MediaPeer ready) {
        films = true;
        if (camera != null) camera.begin(ready);
        say(media, Map.of("t", "mine", "microphone", true, "camera", true, "screen", false));
    }

    private boolean called() {
        return parts.at("/floor/speech/personId").asText().equals(person);
    }

    /** Shows who is on stage now, opens the camera when called and closes it afterwards. */
    private synchronized void arrange() {
        var connected = peer;
        if (media == null || connected == null) return;
        if (called() && !films) film(connected);
        if (!called() && films && !always) {
            films = false;
            if (camera != null) camera.close();
            camera = new Broadcaster((byte) mark);
            say(media, Map.of("t", "mine", "microphone", false, "camera", false, "screen", false));
        }
        say(media, want());
    }

    private Map<String, Object> want() {
        var speaker = parts.at("/floor/speech/personId").asText();
        var large = speaker.isEmpty() || speaker.equals(person) ? house.centre : speaker;
        Set<String> shown = new LinkedHashSet<>(List.of(large));
        shown.addAll(house.small);
        shown.remove(person);
        var heights = new LinkedHashMap<String, Integer>();
        shown.forEach(one -> heights.put(one + "/CAMERA", one.equals(large) ? STAGE_LINES : SMALL_LINES));
        return Map.of(
                "t",
                "want",
                "selected",
                List.copyOf(heights.keySet()),
                "heights",
                heights,
                "defaultHeight",
                0,
                "lastN",
                -1,
                "downlinkBps",
                0);
    }

    /** Any thread: feedback of what has arrived. */
    void report() {
        var connected = peer;
        var eyes = sight;
        if (connected != null) connected.execute(() -> eyes.report(connected));
    }

    void ping() {
        for (var socket : new WebSocket[] {live, media}) {
            if (socket != null && !socket.isClosed()) say(socket, Map.of("t", "ping", "n", 1));
        }
    }

    synchronized void leave() {
        leaving = true;
        if (camera != null) camera.close();
    }

    private WebSocketConnectOptions where(String path, String protocol) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(house.port)
                .setURI(path)
                .addSubProtocol(protocol)
                .addHeader("Origin", "http://127.0.0.1:" + house.port);
    }

    private static void say(@Nullable WebSocket socket, Map<String, ?> message) {
        if (socket != null && !socket.isClosed()) socket.writeTextMessage(Json.text(message));
    }

    private static final class Deaf implements MediaPeer.Listener {
        @Override
        public void rtp(byte[] data, int offset, int length, long nowNs) {}

        @Override
        public void rtcp(byte[] data, int offset, int length, long nowNs) {}
    }
}
