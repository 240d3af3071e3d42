package plenum.server.box;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;
import plenum.server.platform.Problems;
import plenum.server.secret.Envelope;
import plenum.server.secret.Step;
import plenum.server.secret.Token;

/**
 * The ballot box's listener: orders of the server under one token, sealed envelopes of the relay under another. It logs
 * no request.
 *
 * <pre>
 * POST /polls/{poll}             keys for a new poll
 * PUT  /polls/{poll}/definition  its bytes
 * POST /polls/{poll}/steps       a step with its approvals
 * GET  /polls/{poll}             phase and numbers
 * GET  /polls/{poll}/board       once it is counted
 * POST /casts                    envelopes one after the other; as many replies in the same order
 * </pre>
 */
public final class BoxEndpoint implements AutoCloseable {
    /** Envelopes in one request. */
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BoxEndpoint.class);
    private static final int MOST_BYTES = MOST * Envelope.REQUEST;

    /**
     * @param port 0 takes a free one
     * @param server token of the server
     * @param relay token of the relay
     * @param tls without it the channel is in clear: this machine only
     */
    public record Settings(String host, int port, String server, String relay, Optional<KeyCertOptions> tls) {
        public Settings {
            Token.check(server);
            Token.check(relay);
            if (server.equals(relay)) throw new IllegalArgumentException("server and relay need tokens of their own");
        }
    }

    private final BallotBox box;
    private final Settings settings;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private BoxEndpoint(Vertx vertx, BallotBox box, Settings settings) {
        this.box = box;
        this.settings = settings;
        this.server = vertx.createHttpServer(options(settings)).requestHandler(this::onRequest);
    }

    /** Begins to listen; the future fails when the port is not free. */
    public static Future<BoxEndpoint> open(Vertx vertx, BallotBox box, Settings settings) {
        var endpoint = new BoxEndpoint(vertx, box, settings);
        return endpoint.server.listen().map(listening -> endpoint);
    }

    private static HttpServerOptions options(Settings settings) {
        var options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setIdleTimeout(60)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        settings.tls().ifPresent(tls -> options.setSsl(true).setKeyCertOptions(tls));
        return options;
    }

    /** TCP. */
    public int port() {
        return server.actualPort();
    }

    // a request ------------------------------------------------------------------------------------------------

    private void onRequest(HttpServerRequest request) {
        var isCast = "/casts".equals(request.path());
        var token = isCast ? settings.relay() : settings.server();
        if (!Token.same(token, request.getHeader("Authorization"))) {
            refuse(request, BoxProblem.NOT_THE_SERVER.because("token"));
            return;
        }
        read(request)
                .onSuccess(body -> work(request, () -> isCast ? casts(body) : Json.bytes(order(request, body))))
                .onFailure(tooLong -> refuse(request, BoxProblem.MALFORMED.because("too long, or cut off")));
    }

    private static Future<byte[]> read(HttpServerRequest request) {
        var body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() + piece.length() <= MOST_BYTES) body.appendBuffer(piece);
            else request.connection().close().onFailure(gone -> LOG.debug("gone"));
        });
        return request.end().map(end -> body.getBytes());
    }

    private void work(HttpServerRequest request, Callable<byte[]> task) {
        workers.execute(() -> {
            try {
                answer(request, 200, task.call());
            } catch (Refusal refusal) {
                refuse(request, refusal.problem());
            } catch (MalformedJson malformed) {
                refuse(request, BoxProblem.MALFORMED.because(String.valueOf(malformed.getMessage())));
            } catch (Exception fault) {
                LOG.error("the ballot box failed: {}", fault.getClass().getName());
                answer(request, 503, new byte[0]);
            }
        });
    }

    private static void answer(HttpServerRequest request, int status, byte[] bytes) {
        request.response().setStatusCode(status).end(Buffer.buffer(bytes)).onFailure(gone -> LOG.debug("gone"));
    }

    private static void refuse(HttpServerRequest request, Problem problem) {
        answer(request, problem.code().kind().status(), Json.bytes(Problems.body(problem)));
    }

    // orders ---------------------------------------------------------------------------------------------------

    private Object order(HttpServerRequest request, byte[] body) {
        var parts = Arrays.asList(String.valueOf(request.path()).split("/", -1));
        if (parts.size() < 3 || parts.size() > 4 || !parts.get(1).equals("polls")) throw unknown();
        var poll = parts.get(2);
        return switch (request.method() + " " + (parts.size() == 4 ? parts.get(3) : "")) {
            case "POST " -> box.prepare(poll);
            case "GET " -> box.status(poll);
            case "PUT definition" -> box.define(body);
            case "POST steps" -> box.step(poll, Json.read(body, Step.class));
            case "GET board" -> box.board(poll);
            default -> throw unknown();
        };
    }

    private static Refusal unknown() {
        return BoxProblem.MALFORMED.refusal("no such order");
    }

    /** Side by side, so that they share the store's flushes; the order of arrival means nothing. */
    private byte[] casts(byte[] body) throws Exception {
        if (body.length % Envelope.REQUEST != 0) throw BoxProblem.MALFORMED.refusal("not whole envelopes");
        var tasks = IntStream.range(0, body.length / Envelope.REQUEST)
                .mapToObj(one -> Arrays.copyOfRange(body, one * Envelope.REQUEST, (one + 1) * Envelope.REQUEST))
                .map(request -> (Callable<byte[]>) () -> box.cast(request))
                .toList();
        var replies = new ByteArrayOutputStream(tasks.size() * Envelope.REPLY);
        for (var reply : workers.invokeAll(tasks)) replies.writeBytes(reply.get());
        return replies.toByteArray();
    }

    /** Waits, so not on an event loop. */
    @Override
    public void close() {
        try {
            var unused = server.close().await(5, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.warn("the ballot box did not close in time");
        }
        workers.close();
    }
}
