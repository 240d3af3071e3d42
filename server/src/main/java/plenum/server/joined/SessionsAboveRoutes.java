package plenum.server.joined;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.server.access.StrangerProblem;
import plenum.server.documents.FileAnswer;
import plenum.server.documents.FileName;
import plenum.server.documents.PaperProblem;
import plenum.server.documents.StoredPaper;
import plenum.server.hall.PointRights;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.Actor;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Sha256;

/** The operations of openapi.yaml by which people of this server read sessions of the one above. */
public final class SessionsAboveRoutes {
    private final SessionsAbove sessions;
    private final InstantSource clock;

    public SessionsAboveRoutes(SessionsAbove sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    private record Rows(List<Row> sessions) {}

    private record Row(
            String sessionId,
            String title,
            String bodyName,
            String unitName,
            String state,
            List<SharedSession.Sitting> sittings,
            Instant at) {
        static Row of(SessionsAbove.Kept kept) {
            var one = kept.session();
            return new Row(
                    one.sessionId(),
                    one.title(),
                    one.bodyName(),
                    one.unitName(),
                    one.state(),
                    one.sittings(),
                    kept.at());
        }
    }

    private record View(SharedSession session, Instant at, List<String> papersHere) {}

    public Map<String, Operation> operations() {
        return Map.of(
                "sessionsAbove", this::list,
                "sessionAbove", this::view,
                "paperAbove", this::paper);
    }

    private Object list(Request request) {
        return new Rows(sessions.all().stream()
                .filter(kept -> reads(request.actor(), kept.session()))
                .map(Row::of)
                .toList());
    }

    private Object view(Request request) {
        var kept = permitted(request);
        var session = kept.session().at(clock.millis());
        var here = session.papers()
                .filter(paper -> sessions.bytes(paper).isPresent())
                .map(SharedSession.Paper::paperId)
                .toList();
        return new View(session, kept.at(), here);
    }

    private Object paper(Request request) {
        var id = request.text("paperId");
        var paper = permitted(request)
                .session()
                .at(clock.millis())
                .papers()
                .filter(one -> one.paperId().equals(id))
                .findFirst();
        var stored = paper.flatMap(one -> sessions.bytes(one)
                .map(file -> new StoredPaper(
                        file, one.bytes(), new Sha256(one.sha256()), FileName.of(one.fileName()), false)));
        return FileAnswer.of(request, stored.orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("paper " + id)));
    }

    /** To whom it is nothing, the session does not exist. */
    private SessionsAbove.Kept permitted(Request request) {
        return Optional.of(request.text("sessionId"))
                .flatMap(sessions::find)
                .filter(kept -> reads(request.actor(), kept.session()))
                .orElseThrow(() -> StrangerProblem.SESSIONS_NO_SUCH_SESSION.refusal("no such session above"));
    }

    /** Who administers a unit that has a point in it, or one above that. */
    static boolean reads(Actor actor, SharedSession session) {
        return session.points().stream().anyMatch(point -> administers(actor, point));
    }

    static boolean administers(Actor actor, SharedSession.Place point) {
        return PointRights.administered(actor)
                .map(UnitId::value)
                .anyMatch(unit -> unit.equals(point.unitId()) || point.above().contains(unit));
    }
}
