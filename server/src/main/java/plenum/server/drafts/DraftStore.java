package plenum.server.drafts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/**
 * Drafts in the collection {@code drafts}, the office files they were made of in {@code draftOfficeFiles}, who is asked
 * for them in {@code assignments}. Blocking.
 */
public final class DraftStore {
    private static final int MOST = 20_000;
    private static final Document BY_ID = new Document("_id", 1);
    private final RecordTable<Draft> drafts;
    private final RecordTable<Assignment> assignments;
    private final RecordTable<DraftOffice> offices;

    public DraftStore(Mongo mongo) {
        drafts = new RecordTable<>(mongo, "drafts", Draft.class, Draft::key);
        assignments = new RecordTable<>(mongo, "assignments", Assignment.class, Assignment::key);
        offices = new RecordTable<>(mongo, "draftOfficeFiles", DraftOffice.class, DraftOffice::key);
        offices.index(IndexKind.REPEATABLE, "sessionId");
        drafts.index(IndexKind.REPEATABLE, "sessionId");
        assignments.index(IndexKind.REPEATABLE, "sessionId");
        assignments.index(IndexKind.REPEATABLE, "unitId");
    }

    Optional<Draft> find(SessionId session, PaperId draft) {
        return drafts.get(Draft.key(session, draft));
    }

    List<Draft> of(SessionId session) {
        return drafts.find(session(session), BY_ID, MOST);
    }

    /** False when the id is taken. */
    boolean insert(Draft draft) {
        return drafts.insert(draft);
    }

    /** False when another step was faster. */
    boolean replace(Draft before, Draft after) {
        return drafts.replace(same(before), after);
    }

    /** False when another step was faster. */
    boolean delete(Draft draft) {
        return drafts.delete(same(draft)) > 0;
    }

    private static Document same(Draft draft) {
        return new Document("_id", draft.key()).append("revision", draft.revision());
    }

    Optional<Assignment> assignment(SessionId session, ItemId item, UnitId unit) {
        return assignments.get(Assignment.key(session, item, unit));
    }

    List<Assignment> assignments(SessionId session) {
        return assignments.find(session(session), BY_ID, MOST);
    }

    /** What the units are asked for, in all sessions. */
    List<Assignment> assignments(Collection<UnitId> units) {
        var ids = units.stream().map(UnitId::value).toList();
        return ids.isEmpty()
                ? List.of()
                : assignments.find(new Document("unitId", new Document("$in", ids)), BY_ID, MOST);
    }

    void put(Assignment assignment) {
        if (!assignments.put(assignment)) {
            throw new IllegalStateException("assignment not written: " + assignment.key());
        }
    }

    /** False when there was none. */
    boolean drop(Assignment assignment) {
        return assignments.delete(new Document("_id", assignment.key())) > 0;
    }

    Optional<DraftOffice> office(SessionId session, PaperId draft, String sha256) {
        return offices.get(DraftOffice.key(session, draft, sha256));
    }

    List<DraftOffice> offices(SessionId session) {
        return offices.find(session(session), BY_ID, MOST);
    }

    List<DraftOffice> offices(SessionId session, PaperId draft) {
        return offices(session).stream()
                .filter(file -> file.draftId().equals(draft))
                .toList();
    }

    void put(DraftOffice file) {
        if (!offices.put(file)) {
            throw new IllegalStateException("office file not written: " + file.key());
        }
    }

    void drop(DraftOffice file) {
        var unused = offices.delete(new Document("_id", file.key()));
    }

    private static Document session(SessionId session) {
        return new Document("sessionId", session.value());
    }
}
