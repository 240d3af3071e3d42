package plenum.server.booth;

import java.util.List;
import org.bson.Document;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/**
 * Which sessions have an electronic poll whose box still holds something, so that a server that starts finds them
 * without reading every journal; the journals stay the truth. Blocks.
 */
final class OpenPolls {
    private static final int MOST = 10_000;

    private final RecordTable<OpenOne> rows;

    private record OpenOne(SessionId sessionId) {}

    OpenPolls(Mongo mongo) {
        rows = new RecordTable<>(
                mongo, "secretPolls", OpenOne.class, row -> row.sessionId().value());
    }

    void put(SessionId session) {
        var unused = rows.put(new OpenOne(session));
    }

    void remove(SessionId session) {
        var unused = rows.delete(new Document("_id", session.value()));
    }

    List<SessionId> sessions() {
        return rows.find(new Document(), new Document("_id", 1), MOST).stream()
                .map(OpenOne::sessionId)
                .toList();
    }
}
