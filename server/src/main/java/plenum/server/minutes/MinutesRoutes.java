package plenum.server.minutes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.SessionId;

/** The desk's operations of openapi.yaml. */
public final class MinutesRoutes {
    private final MinutesDesk desk;

    public MinutesRoutes(MinutesDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "minutes", request -> desk.list(session(request)),
                "generateMinutes",
                        request -> Reply.created(desk.generate(request.actor(), request.address(), session(request))),
                "minutesContent", this::content);
    }

    private Object content(Request request) throws IOException {
        var version = request.number("version");
        var file = desk.open(session(request), version);
        return Reply.file(200, file, 0, Files.size(file))
                .with("Content-Type", "application/pdf")
                .with("Content-Disposition", "inline; filename=\"bien-ban-" + version + ".pdf\"")
                .with("Cache-Control", "private, no-store")
                .with("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
