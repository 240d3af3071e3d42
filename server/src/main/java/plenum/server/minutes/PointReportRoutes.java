package plenum.server.minutes;

import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.Map;
import plenum.server.audit.Audit;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.journal.Journal;
import plenum.server.kernel.SessionId;

/** Operations of openapi.yaml: how the points of a conference took part. Rights are checked before. */
public final class PointReportRoutes {
    private final Journal journal;
    private final Audit audit;
    private final InstantSource clock;

    public PointReportRoutes(Journal journal, Audit audit, InstantSource clock) {
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    public Map<String, Operation> operations() {
        return Map.of("pointReport", request -> PointReportView.of(report(request)), "pointReportSheet", this::sheet);
    }

    private Object sheet(Request request) {
        audit.record(
                request.actor().person(),
                request.address(),
                "points.exported",
                session(request).value(),
                Map.of());
        return Reply.bytes(200, Buffer.buffer(PointSheet.of(report(request))), "text/csv; charset=utf-8")
                .with("Content-Disposition", "attachment; filename=\"diem-cau.csv\"")
                .with("Cache-Control", "private, no-store");
    }

    private PointReport report(Request request) {
        var session = session(request);
        return PointReport.of(session, ReadJournal.of(journal, session).entries(), clock.instant());
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
