package plenum.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;
import plenum.server.platform.Problems;
import plenum.server.platform.Throttled;

/** Writes what an operation returned or threw. May be called from any thread. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    static void write(RoutingContext context, Object answer) {
        var reply = answer instanceof Reply given ? given : Reply.ok(answer);
        var response = context.response();
        if (reply.content() instanceof Reply.Content.Sent) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        gone(context, body(response, reply.content()));
    }

    private static Future<Void> body(HttpServerResponse response, Reply.Content content) {
        return switch (content) {
            case Reply.Content.Nothing nothing -> response.end();
            case Reply.Content.Value json ->
                response.putHeader("Content-Type", "application/json").end(Buffer.buffer(Json.bytes(json.value())));
            case Reply.Content.Bytes bytes ->
                response.putHeader("Content-Type", bytes.mediaType()).end(bytes.bytes());
            case Reply.Content.FilePart part -> response.sendFile(part.file().toString(), part.offset(), part.length());
            case Reply.Content.Sent sent -> Future.succeededFuture();
        };
    }

    /** Any failure as a problem; what is nobody's mistake is logged once, with the request's id. */
    static void fail(RoutingContext context, @Nullable Throwable failure) {
        if (failure == null) {
            fault(context, null);
            return;
        }
        switch (failure) {
            case Refusal refusal -> problem(context, refusal.problem(), null);
            case Throttled throttled -> problem(context, throttled.problem(), throttled.retryAfterSeconds());
            case MalformedJson broken ->
                problem(context, HttpProblem.BAD_REQUEST.because(String.valueOf(broken.getMessage())), null);
            case HttpException http -> problem(context, of(http.getStatusCode()), null);
            default -> fault(context, failure);
        }
    }

    static Problem of(int status) {
        return switch (status) {
            case 400 -> HttpProblem.BAD_REQUEST.because("not a request that can be read");
            case 404 -> HttpProblem.NO_SUCH_PAGE.because("no such path");
            case 405 -> HttpProblem.METHOD_NOT_ALLOWED.because("no such method here");
            case 413 -> HttpProblem.TOO_LARGE.because("the body is larger than allowed here");
            case 415 -> HttpProblem.UNSUPPORTED_MEDIA.because("another Content-Type is expected");
            default -> HttpProblem.FAULT.because("status " + status);
        };
    }

    private static void fault(RoutingContext context, @Nullable Throwable failure) {
        LOG.error(
                "request {} failed: {} {}", id(context), context.request().method(), context.normalizedPath(), failure);
        problem(context, HttpProblem.FAULT.because("see the server's log"), null);
    }

    static void problem(RoutingContext context, Problem problem, @Nullable Long retryAfterSeconds) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close().onFailure(Answers::closed);
            return;
        }
        if (retryAfterSeconds != null) {
            response.putHeader("Retry-After", Long.toString(retryAfterSeconds));
        }
        if (problem.code().kind() == Problem.Kind.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(problem.code().kind().status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        var bytes = Json.bytes(Problems.body(problem, id(context), retryAfterSeconds));
        gone(context, response.end(Buffer.buffer(bytes)));
    }

    static String id(RoutingContext context) {
        return String.valueOf(context.response().headers().get(HttpHouse.REQUEST_ID));
    }

    /** A connection that is to be closed and already is. */
    static void closed(Throwable late) {
        LOG.debug("already closed", late);
    }

    private static void gone(RoutingContext context, Future<Void> written) {
        written.onFailure(failure -> LOG.debug("request {}: the client left before the answer", id(context)));
    }
}
