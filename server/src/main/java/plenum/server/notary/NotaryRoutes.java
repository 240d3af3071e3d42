package plenum.server.notary;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import plenum.server.audit.Audit;
import plenum.server.hall.Lanes;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.journal.Journal;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionId;

/** The notary's operations of openapi.yaml. */
public final class NotaryRoutes {
    private final Notary notary;
    private final Lanes lanes;
    private final Journal journal;
    private final Audit audit;

    /** The schema PollLines. */
    record Lines(List<ProvenLine> lines) {}

    public NotaryRoutes(Notary notary, Lanes lanes, Journal journal, Audit audit) {
        this.notary = notary;
        this.lanes = lanes;
        this.journal = journal;
        this.audit = audit;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "checkpoint",
                request -> notary.since(session(request), request.number("from")),
                "exportJournal",
                this::export,
                "pollLines",
                request -> new Lines(notary.pollLines(
                        session(request),
                        new PollId(request.text("pollId")),
                        request.actor().person(),
                        request.number("size"))),
                "ownBallotLines",
                request -> new OwnBallots(journal)
                        .between(
                                session(request),
                                request.actor().person(),
                                request.number("from"),
                                request.number("to")));
    }

    private Object export(Request request) throws IOException {
        var session = session(request);
        var last = notary.signNow(session);
        var zip = new JournalExport(lanes.lane(session).hall(), journal, last).zip();
        audit.record(
                request.actor().person(),
                request.address(),
                "journal.exported",
                session.value(),
                Map.of("size", Long.toString(last.size()), "root", last.root()));
        return Reply.bytes(200, Buffer.buffer(zip), "application/zip")
                .with("Content-Disposition", "attachment; filename=\"nhat-ky-" + session + ".zip\"")
                .with("Cache-Control", "no-store");
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
