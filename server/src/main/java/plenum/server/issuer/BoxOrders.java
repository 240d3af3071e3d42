package plenum.server.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import plenum.server.platform.Json;
import plenum.server.secret.BoxKeys;
import plenum.server.secret.PollStatus;
import plenum.server.secret.Published;
import plenum.server.secret.Step;
import plenum.server.secret.Token;

/**
 * The server's orders to the ballot box, over its listener. Each may be sent again after any failure: the box does a
 * thing once. Thread-safe; blocks, so for virtual threads.
 */
public final class BoxOrders implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Supplier<URI> box;
    private final String token;

    /**
     * @param box address of the ballot box, {@code http://127.0.0.1:10090} or https; asked before each order, may block
     * @param token of the server, not the relay's
     * @param trust whose certificates it believes; absent: those the JDK does
     */
    public BoxOrders(Supplier<URI> box, String token, Optional<SSLContext> trust) {
        Token.check(token);
        this.box = box;
        this.token = token;
        var building =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        trust.ifPresent(building::sslContext);
        this.client = building.build();
    }

    /** Keys for a new poll; the same again until it is defined. */
    public BoxKeys prepare(String poll) {
        return Json.read(order("POST", poll, "", new byte[0]), BoxKeys.class);
    }

    public PollStatus define(String poll, byte[] definition) {
        return Json.read(order("PUT", poll, "/definition", definition), PollStatus.class);
    }

    public PollStatus step(String poll, Step step) {
        return Json.read(order("POST", poll, "/steps", Json.bytes(step)), PollStatus.class);
    }

    public PollStatus status(String poll) {
        return Json.read(order("GET", poll, "", new byte[0]), PollStatus.class);
    }

    /** Once it is counted. */
    public Published board(String poll) {
        return Json.read(order("GET", poll, "/board", new byte[0]), Published.class);
    }

    private byte[] order(String method, String poll, String what, byte[] body) {
        var request = HttpRequest.newBuilder(box.get().resolve("/polls/" + poll + what))
                .timeout(PATIENCE)
                .header("Authorization", Token.header(token))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        var answer = sent(request);
        if (answer.statusCode() != 200) throw refusal(answer.body());
        return answer.body();
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw IssuerProblem.NO_BOX.refusal(away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw IssuerProblem.NO_BOX.refusal("interrupted");
        }
    }

    /** What the box says; its own words reach the committee as they are. */
    private static RuntimeException refusal(byte[] body) {
        if (body.length == 0) return IssuerProblem.NO_BOX.refusal("the ballot box failed");
        var said = Json.tree(body);
        return IssuerProblem.BOX_REFUSED.refusal(
                said.path("code").asText() + ": " + said.path("detail").asText());
    }

    @Override
    public void close() {
        client.close();
    }
}
