package plenum.server.app;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import plenum.server.http.HttpProblem;
import plenum.server.platform.Throttled;

/** Answers 503 in front of the records while they are still being loaded; pages, health and contract pass. */
final class Opening implements Handler<RoutingContext> {
    private static final Set<String> OPEN = Set.of("/api/server", "/api/openapi.json");
    private volatile boolean over;

    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    @Override
    public void handle(RoutingContext context) {
        if (over || OPEN.contains(context.normalizedPath())) {
            context.next();
        } else {
            context.fail(
                    new Throttled(HttpProblem.NOT_READY.because("records are being loaded"), Duration.ofSeconds(1)));
        }
    }
}
