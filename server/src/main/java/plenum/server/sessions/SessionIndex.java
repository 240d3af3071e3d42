package plenum.server.sessions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import plenum.server.hall.Committed;
import plenum.server.hall.Hall;
import plenum.server.journal.Journal;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/**
 * The index of all sessions, for lists; the journals stay the truth. As a subscriber it writes, on the lane's thread,
 * when a session's own facts or sittings have changed, so a command's answer comes after the index shows it. Blocking.
 */
public final class SessionIndex implements Consumer<Committed> {
    private final RecordTable<SessionRow> rows;
    private final Journal journal;

    public SessionIndex(Mongo mongo, Journal journal) {
        this.rows = new RecordTable<>(
                mongo, "sessions", SessionRow.class, row -> row.sessionId().value());
        this.journal = journal;
        rows.index(Mongo.IndexKind.REPEATABLE, "bodyId", "place");
    }

    @Override
    public void accept(Committed committed) {
        if (!committed.before().sittings().equals(committed.after().sittings())) {
            follow(committed.after());
        }
    }

    /** Makes the row show at least this state; an older state changes nothing. */
    void follow(Hall hall) {
        var known = rows.get(hall.session().value());
        if (known.isEmpty()) {
            var first = journal.read(hall.session(), 0, 1).getFirst();
            if (rows.insert(SessionRow.of(hall, first.at()))) {
                return;
            }
        }
        var row = known.or(() -> rows.get(hall.session().value())).orElseThrow();
        var next = row.following(hall);
        if (row.seq() < next.seq() && !row.shows(next)) {
            var older = new Document("_id", hall.session().value()).append("seq", new Document("$lt", next.seq()));
            var unused = rows.replace(older, next); // false: another writer knew even more
        }
    }

    /** All that were ever prepared, of all bodies. */
    public List<SessionId> sessions() {
        return rows.find(new Document(), new Document("_id", 1), Integer.MAX_VALUE / 2).stream()
                .map(SessionRow::sessionId)
                .toList();
    }

    Optional<SessionRow> find(SessionId session) {
        return rows.get(session.value());
    }

    /**
     * Newest first.
     *
     * @param control bodies whose drafts are shown too
     * @param before rows after this place in the list; empty: from the beginning
     */
    List<SessionRow> page(Collection<BodyId> control, Collection<BodyId> others, Optional<String> before, int limit) {
        var found = new ArrayList<SessionRow>();
        found.addAll(query(control, new Document(), before, limit));
        found.addAll(query(others, new Document("draft", false), before, limit));
        return found.stream()
                .sorted(Comparator.comparing(SessionRow::place).reversed())
                .limit(limit)
                .toList();
    }

    private List<SessionRow> query(Collection<BodyId> bodies, Document filter, Optional<String> before, int limit) {
        if (bodies.isEmpty()) {
            return List.of();
        }
        filter.append(
                "bodyId", new Document("$in", bodies.stream().map(BodyId::value).toList()));
        before.ifPresent(place -> filter.append("place", new Document("$lt", place)));
        return rows.find(filter, new Document("place", -1), limit);
    }
}
