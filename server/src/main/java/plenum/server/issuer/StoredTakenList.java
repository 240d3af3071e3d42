package plenum.server.issuer;

import java.util.List;
import org.bson.Document;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** The list in the server's store; its key is poll and person, so two tablets of one person take one token. */
public final class StoredTakenList implements TakenList {
    private static final int MOST = 10_000;

    private final RecordTable<Taken> table;

    public StoredTakenList(Mongo mongo) {
        this.table = new RecordTable<>(mongo, "secret_taken", Taken.class, Taken::id);
        table.index(Mongo.IndexKind.REPEATABLE, "poll");
    }

    @Override
    public Taken note(Taken taken) {
        return table.insert(taken) ? taken : table.get(taken.id()).orElseThrow();
    }

    @Override
    public List<Taken> of(String poll) {
        return table.find(new Document("poll", poll), new Document("person", 1), MOST);
    }
}
