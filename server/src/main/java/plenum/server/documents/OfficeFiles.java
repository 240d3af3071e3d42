package plenum.server.documents;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/**
 * Office files in the collection {@code officeFiles}, {@code _id} = {@code <session>:<paper>:<version>}. Calls block.
 */
final class OfficeFiles {
    private static final int MOST_OF_A_SESSION = 10_000;
    private final RecordTable<OfficeFile> files;

    OfficeFiles(Mongo mongo) {
        files = new RecordTable<>(
                mongo, "officeFiles", OfficeFile.class, file -> id(file.sessionId(), file.paperId(), file.version()));
        files.index(IndexKind.REPEATABLE, "sessionId");
    }

    /** Durable when it returns. */
    void put(OfficeFile file) {
        if (!files.put(file)) {
            throw new IllegalStateException("office files have no unique key but their id");
        }
    }

    Optional<OfficeFile> find(SessionId session, PaperId paper, int version) {
        return files.get(id(session, paper, version));
    }

    /** Oldest first. */
    List<OfficeFile> of(SessionId session) {
        return files.find(new Document("sessionId", session.value()), new Document("_id", 1), MOST_OF_A_SESSION);
    }

    /** Only one that became no paper. */
    boolean drop(SessionId session, PaperId paper, int version) {
        return files.delete(new Document("_id", id(session, paper, version)).append("attached", false)) > 0;
    }

    private static String id(SessionId session, PaperId paper, int version) {
        return session + ":" + paper + ":" + version;
    }
}
