package plenum.server.conference;

import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import plenum.server.hall.Committed;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/**
 * Which sessions have an open room, so that a server that starts finds them without reading every journal; the journals
 * stay the truth. As a subscriber it writes on the lane's thread. Blocking.
 */
public final class OpenRooms implements Consumer<Committed> {
    private static final int MOST = 10_000;
    private final RecordTable<OpenOne> rows;

    private record OpenOne(SessionId sessionId) {}

    public OpenRooms(Mongo mongo) {
        rows = new RecordTable<>(
                mongo, "rooms", OpenOne.class, row -> row.sessionId().value());
    }

    @Override
    public void accept(Committed committed) {
        var open = committed.after().room().open();
        if (open == committed.before().room().open()) return;
        var session = committed.session();
        var unused = open ? rows.put(new OpenOne(session)) : rows.delete(new Document("_id", session.value())) > 0;
    }

    public List<SessionId> sessions() {
        return rows.find(new Document(), new Document(), MOST).stream()
                .map(OpenOne::sessionId)
                .toList();
    }
}
