package plenum.server.sessions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.Committed;
import plenum.server.hall.Hall;
import plenum.server.journal.Journal;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.points.Points;

/**
 * The index of all sessions, for lists; the journals stay the truth. As a subscriber it writes, on the lane's thread,
 * when a session's own facts or sittings have changed, so a command's answer comes after the index shows it. Blocking.
 */
public final class SessionIndex implements Consumer<Committed> {
    private static final int KEPT = 10_000;

    /**
     * Who reads a list.
     *
     * @param control bodies whose drafts are shown too
     * @param guest whose invitations to sessions of other bodies are shown too
     * @param only of this body
     */
    record Reader(
            Collection<BodyId> control,
            Collection<BodyId> others,
            @Nullable PersonId guest,
            @Nullable BodyId only) {}

    private final RecordTable<SessionRow> rows;
    private final Journal journal;
    /** People of the points of published sessions that were asked for. */
    private final Map<SessionId, Set<PersonId>> invited = new ConcurrentHashMap<>();

    public SessionIndex(Mongo mongo, Journal journal) {
        this.rows = new RecordTable<>(
                mongo, "sessions", SessionRow.class, row -> row.sessionId().value());
        this.journal = journal;
        rows.index(Mongo.IndexKind.REPEATABLE, "bodyId", "place");
        rows.index(Mongo.IndexKind.REPEATABLE, "invited");
        rows.index(Mongo.IndexKind.REPEATABLE, "pointUnits");
    }

    @Override
    public void accept(Committed committed) {
        var before = committed.before();
        var after = committed.after();
        if (!before.sittings().equals(after.sittings()) || pointsMoved(before.points(), after.points())) {
            follow(after);
            invited.put(committed.session(), after.points().people());
        }
    }

    private static boolean pointsMoved(Points before, Points after) {
        return before.points() != after.points()
                && (!before.people().equals(after.people()) || !before.units().equals(after.units()));
    }

    /** People of the session's points, who see it as guests once it is published. */
    Set<PersonId> invited(SessionId session) {
        if (invited.size() > KEPT) {
            invited.clear();
        }
        return invited.computeIfAbsent(
                session, id -> find(id).map(SessionRow::people).orElse(Set.of()));
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

    /** The session itself when it was ever prepared. */
    public Optional<SessionId> known(SessionId session) {
        return find(session).map(SessionRow::sessionId);
    }

    Optional<SessionRow> find(SessionId session) {
        return rows.get(session.value());
    }

    /**
     * Newest first.
     *
     * @param before rows after this place in the list; empty: from the beginning
     */
    List<SessionRow> page(Reader reader, Optional<String> before, int limit) {
        var control = reader.control();
        var others = reader.others();
        var found = new ArrayList<SessionRow>();
        found.addAll(query(control, new Document(), before, limit));
        found.addAll(query(others, new Document("draft", false), before, limit));
        found.addAll(invitations(reader, before, limit));
        return found.stream()
                .sorted(Comparator.comparing(SessionRow::place).reversed())
                .limit(limit)
                .toList();
    }

    /** Published sessions of other bodies. */
    private List<SessionRow> invitations(Reader reader, Optional<String> before, int limit) {
        if (reader.guest() == null) {
            return List.of();
        }
        var own = Stream.concat(reader.control().stream(), reader.others().stream())
                .map(BodyId::value)
                .toList();
        var filter = new Document("invited", reader.guest().value()).append("draft", false);
        var body = new Document("$nin", own);
        if (reader.only() != null) {
            body.append("$eq", reader.only().value());
        }
        filter.append("bodyId", body);
        before.ifPresent(place -> filter.append("place", new Document("$lt", place)));
        return rows.find(filter, new Document("place", -1), limit);
    }

    /** Published sessions in which one of the units, or one below it, has a point; newest first. */
    public List<SessionId> withPoints(Collection<UnitId> units, int limit) {
        if (units.isEmpty()) {
            return List.of();
        }
        var wanted = units.stream().map(UnitId::value).toList();
        var filter = new Document("pointUnits", new Document("$in", wanted)).append("draft", false);
        return rows.find(filter, new Document("place", -1), limit).stream()
                .map(SessionRow::sessionId)
                .toList();
    }

    /** Published sessions to which the person is invited; newest first. */
    public List<SessionId> invitations(PersonId person, int limit) {
        var filter = new Document("invited", person.value()).append("draft", false);
        return rows.find(filter, new Document("place", -1), limit).stream()
                .map(SessionRow::sessionId)
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
