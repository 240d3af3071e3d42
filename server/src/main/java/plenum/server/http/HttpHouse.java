package plenum.server.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP door. All listeners, plain or TLS, share one router: API, health, what the house mounts besides, static
 * files last.
 */
public final class HttpHouse {
    /** Response header with the request's id. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger(HttpHouse.class);
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);
    private static final int LAST = Integer.MAX_VALUE;
    private final Vertx vertx;
    private final Router router;
    private final ClientAddress addresses;
    private final boolean strictTransport;
    private final SecurityHeaders security;
    private final SameSite sameSite;
    private final SecureRandom random = new SecureRandom();

    /**
     * Builds all routes. Blocking: not on an event loop.
     *
     * @throws IllegalStateException when an operationId has no operation, or an operation no operationId
     */
    public HttpHouse(Vertx vertx, HttpSettings settings, HttpParts parts) {
        this(vertx, Contract.load(vertx), settings, parts);
    }

    /** The same with a contract that was read before. */
    public HttpHouse(Vertx vertx, Contract contract, HttpSettings settings, HttpParts parts) {
        this.vertx = vertx;
        this.router = Router.router(vertx);
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.strictTransport = settings.strictTransport();
        this.security = new SecurityHeaders(settings.relays());
        this.sameSite = new SameSite(settings.origins());
        var guard = new Guard(parts.gatekeeper(), parts.places(), parts.denials(), settings, parts.clock());
        router.route().order(-2).failureHandler(context -> failed(context)).handler(this::enter);
        new ApiRoutes(contract, parts.operations(), guard, addresses).mount(router, contract);
        document(contract);
        health(parts.ready());
        settings.webRoot()
                .map(AppFiles::list)
                .ifPresent(files -> router.route()
                        .order(LAST - 1)
                        .method(HttpMethod.GET)
                        .method(HttpMethod.HEAD)
                        .handler(files));
        router.route().order(LAST).handler(context -> Answers.problem(context, Answers.of(404), null));
    }

    /** For further handlers, such as the live socket. They come before the static files, after the security headers. */
    public Router router() {
        return router;
    }

    /** Knows the client's address behind configured proxies. */
    public ClientAddress addresses() {
        return addresses;
    }

    /** Limits that every listener has; the caller sets host, port, TLS and the socket's subprotocol. */
    public static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(16 * 1024)
                .setIdleTimeout(75)
                .setMaxFormAttributeSize(0)
                .setHttp2ClearTextEnabled(false) // no browser speaks it, and an upgrade can hang
                .setHandle100ContinueAutomatically(true)
                .setCompressionSupported(false);
    }

    /** Opens one listener. */
    public Future<HttpServer> listen(HttpServerOptions options) {
        return listen(options, router);
    }

    /** Opens one listener that leads to {@code entrance}, which passes on to {@link #router} what it lets in. */
    public Future<HttpServer> listen(HttpServerOptions options, Handler<HttpServerRequest> entrance) {
        return vertx.createHttpServer(options)
                .requestHandler(entrance)
                .invalidRequestHandler(this::invalid)
                .listen();
    }

    private void enter(RoutingContext context) {
        var request = context.request();
        dress(request);
        if (!METHODS.contains(request.method())) {
            Answers.problem(context, Answers.of(405), null);
        } else if (sameSite.foreign(request)) {
            throw HttpProblem.CROSS_SITE.refusal("Origin or Sec-Fetch-Site is not this site's");
        } else {
            context.next();
        }
    }

    private void dress(HttpServerRequest request) {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        var headers = request.response().headers();
        headers.set(REQUEST_ID, HexFormat.of().formatHex(bytes));
        security.put(headers, strictTransport && addresses.secure(request));
    }

    private static void failed(RoutingContext context) {
        if (context.failure() != null) {
            Answers.fail(context, context.failure());
        } else {
            Answers.problem(context, Answers.of(context.statusCode()), null);
        }
    }

    /** What Netty could not read as HTTP. */
    private void invalid(HttpServerRequest request) {
        dress(request);
        request.response()
                .setStatusCode(400)
                .putHeader("Connection", "close")
                .end()
                .onComplete(ended -> request.connection().close().onFailure(Answers::closed));
    }

    private void document(Contract contract) {
        var bytes = Buffer.buffer(contract.document());
        router.get("/api/openapi.json")
                .handler(context -> Answers.write(
                        context, Reply.bytes(200, bytes, "application/json").with("Cache-Control", "no-cache")));
    }

    private record Health(String status) {}

    private void health(Callable<Boolean> ready) {
        router.route("/health/*").handler(context -> {
            context.response().putHeader("Cache-Control", "no-store");
            context.next();
        });
        router.get("/health/live").handler(context -> Answers.write(context, new Health("live")));
        router.get("/health/ready")
                .handler(context -> Thread.ofVirtual().name("http ready").start(() -> answer(context, ready)));
    }

    private static void answer(RoutingContext context, Callable<Boolean> ready) {
        try {
            if (ready.call()) {
                Answers.write(context, new Health("ready"));
                return;
            }
        } catch (Exception failure) {
            LOG.warn("not ready: {}", failure.toString());
        }
        Answers.problem(context, HttpProblem.NOT_READY.because("the store or the hall does not answer"), 5L);
    }
}
