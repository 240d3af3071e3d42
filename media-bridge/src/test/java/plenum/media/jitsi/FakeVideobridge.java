package plenum.media.jitsi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Jitsi Videobridge without media: speaks Colibri2 over REST and the colibri WebSocket as real ones were observed to,
 * their traps included, on one port. Dies, hangs, forgets and drains when it is told to.
 */
public final class FakeVideobridge implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONFERENCES = "/colibri/v2/conferences";

    private final Vertx vertx;
    private final String region;
    private final List<String> requests = new ArrayList<>(); // method, path, body
    private final Map<String, FakeConference> conferences = new LinkedHashMap<>(); // by meeting id
    private HttpServer server;
    private int port;
    private boolean frozen;
    private boolean drained;
    private boolean ending;
    private int healthStatus = 200;
    private long healthDelayMs;
    private double stress = 0.1;
    private boolean relaying = true;

    public FakeVideobridge(Vertx vertx, String region) {
        this.vertx = vertx;
        this.region = region;
        this.server = listen(0);
        this.port = server.actualPort();
    }

    private HttpServer listen(int wanted) {
        var fresh = vertx.createHttpServer();
        fresh.requestHandler(this::onRequest);
        return fresh.listen(wanted, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    // what tests do to it ----------------------------------------------------------------------------------------

    /** Every connection ends, nothing is remembered; {@link #restart} brings it back on the same port. */
    public void kill() {
        server.close().toCompletionStage().toCompletableFuture().join();
        forget();
    }

    void restart() {
        server = listen(port);
    }

    synchronized void forget() {
        conferences.values().forEach(conference -> conference.endpoints.values().forEach(FakeEndpoint::expire));
        conferences.clear();
    }

    /** Takes requests and answers none. */
    synchronized void freeze(boolean on) {
        frozen = on;
    }

    synchronized void health(int status, long delayMs) {
        healthStatus = status;
        healthDelayMs = delayMs;
    }

    synchronized void drained(boolean on) {
        drained = on;
    }

    /** Graceful shutdown: no new conferences. */
    synchronized void ending(boolean on) {
        ending = on;
    }

    synchronized void stress(double level) {
        stress = level;
    }

    /** Whether it makes relays to others. */
    synchronized void relaying(boolean on) {
        relaying = on;
    }

    /** ICE and DTLS of the endpoint are done. */
    synchronized void connect(String endpoint) {
        endpoint(endpoint).connected = true;
    }

    /** The endpoint expires as for silence: the focus is not told. */
    synchronized void expire(String endpoint) {
        conferences.values().forEach(conference -> {
            var gone = conference.endpoints.remove(endpoint);
            if (gone != null) gone.expire();
        });
        conferences.values().removeIf(conference -> conference.endpoints.isEmpty() && conference.relays.isEmpty());
    }

    synchronized void hangUp(String endpoint) {
        endpoint(endpoint).expire();
    }

    /** A message over the endpoint's WebSocket. */
    synchronized void say(String endpoint, String json) {
        var socket = endpoint(endpoint).socket;
        if (socket == null) throw new AssertionError("no socket of " + endpoint);
        var ignored = socket.writeTextMessage(json);
    }

    // what tests see ---------------------------------------------------------------------------------------------

    synchronized boolean drained() {
        return drained;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized Collection<FakeConference> conferences() {
        return List.copyOf(conferences.values());
    }

    /** Whether somebody is there. */
    public synchronized boolean busy() {
        return !conferences.isEmpty();
    }

    synchronized boolean has(String endpoint) {
        return conferences.values().stream().anyMatch(one -> one.endpoints.containsKey(endpoint));
    }

    /** The newest of that id. */
    synchronized FakeEndpoint endpoint(String id) {
        return conferences.values().stream()
                .flatMap(conference -> conference.endpoints.values().stream())
                .filter(endpoint -> endpoint.id.equals(id))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no endpoint " + id));
    }

    /** Waits until the endpoint is as it should be; what it is told arrives on other threads. */
    synchronized void await(String id, String what, Predicate<FakeEndpoint> condition) throws InterruptedException {
        var endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!(has(id) && condition.test(endpoint(id)))) {
            var leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
            if (leftMs <= 0) throw new AssertionError(id + ": " + what);
            wait(leftMs);
        }
    }

    /** Waits until this is so, looked at whenever a request comes. */
    synchronized void awaitAtRequests(String what, BooleanSupplier condition) {
        var endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (!condition.getAsBoolean()) {
                var leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
                if (leftMs <= 0) throw new AssertionError("not " + what);
                wait(leftMs);
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Waits until a message of that class came over the endpoint's WebSocket; gives the newest. */
    JsonNode heard(String id, String colibriClass) throws InterruptedException {
        await(id, colibriClass, endpoint -> newest(endpoint, colibriClass) != null);
        synchronized (this) {
            var found = newest(endpoint(id), colibriClass);
            return found == null ? JSON.nullNode() : found;
        }
    }

    private static @Nullable JsonNode newest(FakeEndpoint endpoint, String colibriClass) {
        return endpoint.heard.stream()
                .filter(said -> said.path("colibriClass").asText().equals(colibriClass))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    // HTTP -------------------------------------------------------------------------------------------------------

    private void onRequest(HttpServerRequest request) {
        if (path(request).startsWith("/colibri-ws/")) upgrade(request);
        else request.body().onSuccess(body -> onBody(request, body));
    }

    private static String path(HttpServerRequest request) {
        return String.valueOf(request.path());
    }

    private synchronized void onBody(HttpServerRequest request, Buffer body) {
        requests.add(request.method() + " " + path(request) + " " + body);
        notifyAll();
        if (frozen) return;
        var path = path(request);
        if (path.startsWith(CONFERENCES)) onConference(request, path.substring(CONFERENCES.length()), body.toString());
        else if (path.equals("/about/health")) health(request);
        else if (path.equals("/colibri/stats")) answer(request, 200, stats().toString());
        else if (path.startsWith("/colibri/drain")) drain(request);
        else if (path.startsWith("/debug/"))
            answer(request, 200, debug(path.split("/")).toString());
        else answer(request, 404, "");
    }

    private void onConference(HttpServerRequest request, String rest, String body) {
        var meeting = rest.isEmpty() ? "" : rest.substring(1);
        switch (request.method().name()) {
            case "POST" -> create(request, body);
            case "PATCH" -> patch(request, meeting, body);
            case "GET" -> answer(request, conferences.containsKey(meeting) ? 501 : 404, "");
            default -> answer(request, 405, "");
        }
    }

    private void create(HttpServerRequest request, String body) {
        try {
            var wanted = parsed(body);
            var conference = made(wanted);
            answer(request, 200, conference.modify(wanted).toString());
        } catch (FakeConference.Refused refused) {
            var text = "Failed to create conference: " + refused.getMessage();
            var json = "application/json".equals(request.getHeader("Accept"));
            answer(request, 400, json ? error(text) : "<html><title>Error 400 " + text + "</title></html>");
        }
        notifyAll();
    }

    private FakeConference made(JsonNode wanted) throws FakeConference.Refused {
        var meeting = wanted.path("meeting-id").asText();
        if (conferences.containsKey(meeting)) {
            throw new FakeConference.Refused("Conference already exists for ID: " + meeting);
        }
        if (ending) throw new FakeConference.Refused("In graceful shutdown");
        if (!wanted.path("name").asText().matches("[^@\\s]+@[^@\\s]+")) {
            throw new FakeConference.Refused("Invalid conference name (not a JID)");
        }
        var id = UUID.randomUUID().toString().substring(0, 8);
        var fresh = new FakeConference(meeting, id, "ws://127.0.0.1:" + port + "/colibri-ws/jvb1/");
        conferences.put(meeting, fresh); // and there it stays, whatever follows
        return fresh;
    }

    private void patch(HttpServerRequest request, String meeting, String body) {
        var conference = conferences.get(meeting);
        try {
            if (conference == null) answer(request, 404, "");
            else answer(request, 200, patched(conference, parsed(body)).toString());
        } catch (FakeConference.Refused refused) {
            answer(request, 400, "");
        }
        notifyAll();
    }

    private ObjectNode patched(FakeConference conference, JsonNode wanted) throws FakeConference.Refused {
        if (wanted.path("expire").asBoolean()) {
            conference.endpoints.values().forEach(FakeEndpoint::expire);
            conferences.remove(conference.meetingId);
            return JSON.objectNode();
        }
        var answer = conference.modify(wanted);
        if (conference.endpoints.isEmpty() && conference.relays.isEmpty()) conferences.remove(conference.meetingId);
        return answer;
    }

    private static JsonNode parsed(String body) throws FakeConference.Refused {
        try {
            var read = MAPPER.readTree(body);
            if (read.has("create") && !read.get("create").isBoolean()) {
                throw new FakeConference.Refused("Expected boolean for create, got STRING");
            }
            if (read.findValues("rtp-hdrexts").stream().anyMatch(FakeVideobridge::textIds)) {
                throw new FakeConference.Refused("Expected number for id, got STRING");
            }
            return read;
        } catch (JsonProcessingException broken) {
            throw new FakeConference.Refused("could not parse JSON");
        }
    }

    private static boolean textIds(JsonNode extensions) {
        return extensions.findValues("id").stream().anyMatch(JsonNode::isTextual);
    }

    private static String error(String text) {
        return JSON.objectNode()
                .put("message", text)
                .put("url", CONFERENCES)
                .put("status", "400")
                .toString();
    }

    private void health(HttpServerRequest request) {
        var status = healthStatus;
        if (healthDelayMs == 0) answer(request, status, "");
        else vertx.setTimer(healthDelayMs, ignored -> answer(request, status, ""));
    }

    private ObjectNode stats() {
        var endpoints = conferences.values().stream()
                .mapToInt(one -> one.endpoints.size())
                .sum();
        return JSON.objectNode()
                .put("conferences", conferences.size())
                .put("local_endpoints", endpoints)
                .put("stress_level", stress)
                .put("region", region)
                .put("relay_id", relaying ? "relay-" + region : "")
                .put("drain", drained)
                .put("graceful_shutdown", ending)
                .put("total_packets_received", 1_000)
                .put("total_packets_sent", 2_000);
    }

    private void drain(HttpServerRequest request) {
        if (path(request).endsWith("/enable")) drained = true;
        if (path(request).endsWith("/disable")) drained = false;
        answer(request, 200, JSON.objectNode().put("drain", drained).toString());
    }

    private ObjectNode debug(String[] path) {
        var all = JSON.objectNode();
        var found = conferences.values().stream()
                .filter(one -> one.id.equals(path[2]))
                .findFirst();
        if (found.isEmpty()) {
            all.putObject("conferences").put(path[2], "null");
            return all;
        }
        var endpoints = all.putObject("conferences").putObject(path[2]).putObject("endpoints");
        var endpoint = found.get().endpoints.get(path[3]);
        if (endpoint != null) endpoints.set(path[3], endpoint.debug());
        return all;
    }

    private static void answer(HttpServerRequest request, int status, String body) {
        var ignored = request.response().setStatusCode(status).end(body);
    }

    // the colibri WebSocket --------------------------------------------------------------------------------------

    private synchronized void upgrade(HttpServerRequest request) {
        if (frozen) return;
        var path = path(request).split("/"); // "", colibri-ws, server, conference, endpoint
        var endpoint = conferences.values().stream()
                .filter(one -> one.id.equals(path[3]))
                .map(one -> one.endpoints.get(path[4]))
                .findFirst()
                .orElse(null);
        if (endpoint == null || !("pwd=" + endpoint.pwd).equals(request.query())) answer(request, 403, "");
        else request.toWebSocket().onSuccess(socket -> opened(endpoint, socket));
    }

    private synchronized void opened(FakeEndpoint endpoint, ServerWebSocket socket) {
        endpoint.socket = socket;
        socket.textMessageHandler(text -> heard(endpoint, socket, text));
        var ignored = socket.writeTextMessage("{\"colibriClass\":\"ServerHello\"}");
        notifyAll();
    }

    private synchronized void heard(FakeEndpoint endpoint, ServerWebSocket socket, String text) {
        if (frozen) return;
        try {
            var said = MAPPER.readTree(text);
            endpoint.heard.add(said);
            if (said.path("colibriClass").asText().equals("ClientHello")) {
                var ignored = socket.writeTextMessage("{\"colibriClass\":\"ServerHello\"}");
            }
        } catch (JsonProcessingException garbage) {
            return; // as the real one
        }
        notifyAll();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
