package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;

/**
 * The private HTTP interface of one Jitsi Videobridge. Calls block and fail with {@link BridgeException}: UNKNOWN when
 * the bridge has no such conference, MALFORMED when it refuses what was asked, UNAVAILABLE for all else. Thread-safe.
 */
final class Videobridge {
    private static final String CONFERENCES = "/colibri/v2/conferences";

    private final String name;
    private final URI rest;
    private final HttpClient http;
    private final Duration patience;

    Videobridge(JitsiSettings.Site site, HttpClient http, Duration patience) {
        this.name = site.name();
        this.rest = site.rest();
        this.http = http;
        this.patience = patience;
    }

    String name() {
        return name;
    }

    /** Makes a conference. When the bridge refuses, an empty conference may be left behind: the caller expires it. */
    Colibri.Modified create(Colibri.Modify what) {
        return done(send("POST", CONFERENCES, Json.text(what), patience));
    }

    Colibri.Modified modify(String meetingId, Colibri.Modify what) {
        return done(send("PATCH", CONFERENCES + "/" + meetingId, Json.text(what), patience));
    }

    /** Whether the bridge says in time that it is well. */
    boolean well(Duration inTime) {
        try {
            return send("GET", "/about/health", "", inTime).statusCode() == 200;
        } catch (BridgeException away) {
            return false;
        }
    }

    /** How busy it is; it counts anew every few seconds only. */
    JsonNode stats() {
        return tree(done("/colibri/stats", send("GET", "/colibri/stats", "", patience)));
    }

    /**
     * All it knows of an endpoint; an empty object when it has none of that id.
     *
     * @param conference the bridge's own id, as in the addresses of its WebSockets
     */
    JsonNode debug(String conference, String endpoint) {
        var path = "/debug/" + conference + "/" + endpoint;
        var all = tree(done(path, send("GET", path, "", patience)));
        var found = all.path("conferences").path(conference).path("endpoints").path(endpoint);
        return found.isObject() ? found : JsonNodeFactory.instance.objectNode();
    }

    /** A drained bridge keeps its conferences and should get no new ones. */
    void drain(boolean on) {
        var path = "/colibri/drain/" + (on ? "enable" : "disable");
        var ignored = done(path, send("POST", path, "", patience));
    }

    private HttpResponse<byte[]> send(String method, String path, String body, Duration inTime) {
        var request = HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json") // otherwise errors are pages for people
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(inTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unavailable("no answer in " + inTime);
        } catch (ExecutionException failed) {
            throw unavailable(String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable("stopped");
        }
    }

    private Colibri.Modified done(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> Json.read(answer.body(), Colibri.Modified.class);
            case 404 -> throw new BridgeException(Kind.UNKNOWN, "bridge " + name + " has no such conference");
            case 400 -> throw refused(reason(answer));
            default -> throw unavailable("status " + answer.statusCode());
        };
    }

    private byte[] done(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 200) return answer.body();
        throw unavailable(path + ": status " + answer.statusCode());
    }

    private static JsonNode tree(byte[] body) {
        return Json.tree(new String(body, StandardCharsets.UTF_8));
    }

    /** A bridge about to end refuses newcomers: elsewhere they may be welcome. */
    private BridgeException refused(String reason) {
        if (reason.contains("graceful")) return unavailable(reason);
        return new BridgeException(Kind.MALFORMED, "bridge " + name + " refuses: " + reason);
    }

    /** Answers to PATCH have no body: the reason is in the bridge's log only. */
    private static String reason(HttpResponse<byte[]> answer) {
        if (answer.body().length == 0) return "its log says why";
        try {
            return tree(answer.body()).path("message").asText("no reason given");
        } catch (BridgeException page) {
            return "no reason given";
        }
    }

    private BridgeException unavailable(String why) {
        return new BridgeException(Kind.UNAVAILABLE, "bridge " + name + ": " + why);
    }
}
