package plenum.server.documents;

import java.time.Instant;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;

/** The operations of openapi.yaml about who opened which paper. */
public final class OpeningRoutes {
    private final OpeningDesk desk;

    public OpeningRoutes(OpeningDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "noteOpening", this::note,
                "ownOpenings", request -> desk.own(request.actor(), session(request)),
                "openingCounts", request -> desk.counts(session(request)),
                "paperReaders", request -> desk.readers(session(request), paper(request)));
    }

    private Object note(Request request) {
        var openedAt = request.optional("openedAt")
                .map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)))
                .orElse(null);
        desk.note(request.actor(), session(request), paper(request), (int) request.number("version"), openedAt);
        return Reply.nothing(204);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }

    private static PaperId paper(Request request) {
        return new PaperId(request.text("paperId"));
    }
}
