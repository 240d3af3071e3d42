package plenum.server.documents;

import java.util.List;
import org.bson.Document;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/**
 * Who opened which version of a paper, in the collection {@code openings}, {@code _id} =
 * {@code <session>:<paper>:<version>:<person>}. Calls block.
 */
public final class Openings {
    private static final int MOST = 1_000_000;

    private final RecordTable<Opening> table;

    public Openings(Mongo mongo) {
        this.table = new RecordTable<>(mongo, "openings", Opening.class, Openings::id);
        table.index(IndexKind.REPEATABLE, "sessionId", "person");
        table.index(IndexKind.REPEATABLE, "sessionId", "paperId");
    }

    /** Durable when it returns. When it is known already, the first time stays. */
    void note(Opening opening) {
        var unused = table.insert(opening);
    }

    List<Opening> of(SessionId session) {
        return found(new Document("sessionId", session.value()));
    }

    List<Opening> of(SessionId session, PersonId person) {
        return found(new Document("sessionId", session.value()).append("person", person.value()));
    }

    List<Opening> of(SessionId session, PaperId paper) {
        return found(new Document("sessionId", session.value()).append("paperId", paper.value()));
    }

    private List<Opening> found(Document filter) {
        return table.find(filter, new Document(), MOST);
    }

    private static String id(Opening opening) {
        return opening.sessionId() + ":" + opening.paperId() + ":" + opening.version() + ":" + opening.person();
    }
}
