package plenum.server.notes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/** Marks in the collection {@code notes}, a document each, and a ledger a person and session. Blocking. */
public final class NoteStore {
    private final RecordTable<MarkRow> notes;
    private final RecordTable<Ledger> ledgers;

    public NoteStore(Mongo mongo) {
        notes = new RecordTable<>(mongo, "notes", MarkRow.class, MarkRow::key);
        ledgers = new RecordTable<>(mongo, "noteLedgers", Ledger.class, Ledger::key);
        notes.index(IndexKind.REPEATABLE, "personId", "sessionId", "seq");
        notes.index(IndexKind.REPEATABLE, "sessionId", "shared");
    }

    Ledger ledger(PersonId person, SessionId session) {
        var empty = Ledger.empty(person, session);
        return ledgers.get(empty.key()).orElse(empty);
    }

    void put(Ledger ledger) {
        if (!ledgers.put(ledger)) {
            throw new IllegalStateException("ledger not written: " + ledger.key());
        }
    }

    /** Those that are there, by mark id. */
    Map<String, MarkRow> find(PersonId person, SessionId session, Collection<String> marks) {
        var keys =
                marks.stream().map(mark -> MarkRow.key(person, session, mark)).toList();
        return keys.isEmpty()
                ? Map.of()
                : notes.find(new Document("_id", new Document("$in", keys)), new Document(), keys.size()).stream()
                        .collect(Collectors.toMap(row -> row.mark().markId(), Function.identity()));
    }

    void putAll(List<MarkRow> rows) {
        notes.putAll(rows);
    }

    /** In the order of {@code seq}. */
    List<MarkRow> changed(PersonId person, SessionId session, long since, int limit) {
        var filter = new Document("personId", person.value())
                .append("sessionId", session.value())
                .append("seq", new Document("$gt", since));
        return notes.find(filter, new Document("seq", 1), limit);
    }

    List<MarkRow> shared(SessionId session, int limit) {
        var filter = new Document("sessionId", session.value()).append("shared", true);
        return notes.find(filter, new Document(), limit);
    }
}
