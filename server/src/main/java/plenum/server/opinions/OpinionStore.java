package plenum.server.opinions;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/** Opinions in the collection of that name, the newest word of each delegate on each item. Blocking. */
public final class OpinionStore {
    private static final int MOST = 100_000;

    private final RecordTable<Opinion> opinions;

    public OpinionStore(Mongo mongo) {
        opinions = new RecordTable<>(mongo, "opinions", Opinion.class, Opinion::key);
        opinions.index(IndexKind.REPEATABLE, "sessionId", "itemId");
        opinions.index(IndexKind.REPEATABLE, "sessionId", "personId");
    }

    Optional<Opinion> find(SessionId session, ItemId item, PersonId person) {
        return opinions.get(Opinion.key(session, item, person));
    }

    List<Opinion> of(SessionId session, PersonId person) {
        var filter = new Document("sessionId", session.value()).append("personId", person.value());
        return opinions.find(filter, new Document(), MOST);
    }

    List<Opinion> of(SessionId session) {
        return opinions.find(new Document("sessionId", session.value()), new Document(), MOST);
    }

    void put(Opinion opinion) {
        if (!opinions.put(opinion)) {
            throw new IllegalStateException("opinion not written: " + opinion.key());
        }
    }
}
