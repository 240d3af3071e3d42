package plenum.server.notes;

import java.util.List;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.SessionId;

/** The desk's operations of openapi.yaml. */
public final class NoteRoutes {
    private final NoteDesk desk;

    public NoteRoutes(NoteDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "notes", request -> desk.changes(request.actor(), session(request), request.number("since")),
                "writeNotes",
                        request -> desk.write(
                                request.actor(),
                                session(request),
                                request.body(Sent.class).marks()),
                "sharedNotes", request -> desk.shared(request.actor(), session(request)));
    }

    /** The body of writeNotes. */
    private record Sent(List<Mark> marks) {}

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
