package plenum.media.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One handle of Janus' video room plug-in over its HTTP interface. Blocks. */
final class JanusApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http;
    private final URI session;
    private final URI handle;
    private int transactions;

    /** @param root {@code http://host:port/janus} */
    JanusApi(HttpClient http, URI root) {
        this.http = http;
        session = below(root, id(post(root, asked("create"))));
        handle = below(session, id(post(session, asked("attach").put("plugin", "janus.plugin.videoroom"))));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A request that is answered at once. */
    JsonNode ask(ObjectNode body) {
        return data(post(handle, message(body, null)));
    }

    /**
     * A request that is answered by an event.
     *
     * @param sdp of an offer or answer; null: none
     */
    JsonNode tell(ObjectNode body, @Nullable ObjectNode sdp) {
        var message = message(body, sdp);
        var transaction = message.path("transaction").asText();
        check(post(handle, message), "ack");
        var event = poll();
        while (!event.path("transaction").asText().equals(transaction)) {
            event = poll();
        }
        check(event, "event");
        var unused = data(event);
        return event;
    }

    static ObjectNode jsep(String type, String sdp) {
        return object().put("type", type).put("sdp", sdp);
    }

    void destroy() {
        check(post(session, asked("destroy")), "success");
    }

    private ObjectNode message(ObjectNode body, @Nullable ObjectNode sdp) {
        var message = asked("message");
        message.set("body", body);
        if (sdp != null) {
            message.set("jsep", sdp);
        }
        return message;
    }

    private ObjectNode asked(String what) {
        return object().put("janus", what).put("transaction", "t" + transactions++);
    }

    private JsonNode poll() {
        return send(HttpRequest.newBuilder(URI.create(session + "?maxev=1")).GET());
    }

    private JsonNode post(URI where, ObjectNode body) {
        return send(HttpRequest.newBuilder(where).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode data(JsonNode answer) {
        var data = answer.path("plugindata").path("data");
        if (data.isMissingNode() || data.has("error")) {
            throw new IllegalStateException("Janus refuses: " + answer);
        }
        return data;
    }

    private static void check(JsonNode answer, String expected) {
        if (!answer.path("janus").asText().equals(expected)) {
            throw new IllegalStateException("not " + expected + ": " + answer);
        }
    }

    private static long id(JsonNode answer) {
        check(answer, "success");
        return answer.path("data").path("id").asLong();
    }

    private static URI below(URI root, long id) {
        return URI.create(root + "/" + id);
    }
}
