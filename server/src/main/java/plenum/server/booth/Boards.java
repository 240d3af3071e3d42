package plenum.server.booth;

import java.util.Optional;
import org.bson.Document;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.secret.Published;

/** The boards of counted polls, kept after their box has gone. Blocks. */
final class Boards {
    private final RecordTable<Row> rows;

    /** @param poll its name at the box */
    private record Row(String poll, Published board) {}

    Boards(Mongo mongo) {
        rows = new RecordTable<>(mongo, "secretBoards", Row.class, Row::poll);
    }

    void put(String poll, Published board) {
        var unused = rows.put(new Row(poll, board));
    }

    Optional<Published> find(String poll) {
        return rows.get(poll).map(Row::board);
    }

    void remove(String poll) {
        var unused = rows.delete(new Document("_id", poll));
    }
}
