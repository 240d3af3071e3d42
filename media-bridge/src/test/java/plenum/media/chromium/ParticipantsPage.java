package plenum.media.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page with the participants to browsers at one or more places, gives orders, and knows what was reported
 * last.
 */
final class ParticipantsPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Object monitor = new Object();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> orders = new HashMap<>();
    private final Map<String, JsonNode> reports = new HashMap<>();
    private JsonNode report = JsonNodeFactory.instance.objectNode();

    /** @param bind the addresses under which it is seen; several: any */
    ParticipantsPage(Collection<InetAddress> bind) {
        var one = Set.copyOf(bind);
        try {
            server = HttpServer.create(
                    one.size() == 1 ? new InetSocketAddress(one.iterator().next(), 0) : new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::resource);
        server.createContext(
                "/report",
                exchange -> reply(
                        exchange,
                        reported(
                                Objects.requireNonNullElse(
                                        exchange.getRequestURI().getQuery(), ""),
                                JSON.readTree(exchange.getRequestBody()))));
        server.createContext("/done", exchange -> reply(exchange, done(JSON.readTree(exchange.getRequestBody()))));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(Place place) {
        return "http://" + place.from().getHostAddress() + ":"
                + server.getAddress().getPort() + "/page.html?" + place.region();
    }

    /** Has an order done by the page in the browser of that region. */
    JsonNode order(String region, String order, Map<String, ?> what) {
        ObjectNode text = JSON.valueToTree(what);
        int number = numbers.incrementAndGet();
        text.put("order", order).put("number", number);
        var result = new CompletableFuture<JsonNode>();
        pending.put(number, result);
        synchronized (monitor) {
            orders.computeIfAbsent(region, any -> new ArrayList<>()).add(text);
        }
        JsonNode answer = result.orTimeout(20, TimeUnit.SECONDS).join();
        if (answer.has("failed")) {
            throw new AssertionError(answer.get("failed").asText());
        }
        return answer;
    }

    /** Waits until the reports of all participants say so; they come several times a second. */
    JsonNode await(String what, Predicate<JsonNode> condition, int seconds) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        synchronized (monitor) {
            while (!condition.test(report)) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
                if (leftMs <= 0) {
                    throw new AssertionError(
                            what + ", but:\n" + report.toPrettyString().replaceAll("\\n {8,}", " "));
                }
                monitor.wait(leftMs);
            }
            return report;
        }
    }

    JsonNode report() {
        synchronized (monitor) {
            return report;
        }
    }

    private JsonNode reported(String region, JsonNode newest) {
        synchronized (monitor) {
            reports.put(region, newest);
            var all = JsonNodeFactory.instance.objectNode();
            reports.values().forEach(one -> one.properties().forEach(said -> all.set(said.getKey(), said.getValue())));
            report = all;
            monitor.notifyAll();
            var todo = orders.remove(region);
            return JSON.valueToTree(todo == null ? List.of() : todo);
        }
    }

    private JsonNode done(JsonNode result) {
        var waiting = pending.remove(result.get("number").asInt());
        if (waiting != null) {
            waiting.complete(result);
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private void resource(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        try (var file = ParticipantsPage.class.getResourceAsStream(name.isEmpty() ? "page.html" : name)) {
            exchange.getResponseHeaders().set("Content-Type", name.endsWith(".js") ? "text/javascript" : "text/html");
            byte @Nullable [] body = file == null ? null : file.readAllBytes();
            send(exchange, body == null ? 404 : 200, body == null ? new byte[0] : body);
        }
    }

    private static void reply(HttpExchange exchange, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, 200, JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
