package plenum.server.joined;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.Document;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.platform.Sha256;

/**
 * What this server has heard of the sessions of the one above, kept for when the line is down: collection
 * {@code joinedSessions}, and papers in a blob store of their own. Blocking.
 */
public final class SessionsAbove {
    private static final int ALL = 10_000;

    /** @param at when it was heard */
    record Kept(SharedSession session, Instant at) {
        String sessionId() {
            return session.sessionId();
        }

        private long starts() {
            return session.sittings().stream()
                    .mapToLong(SharedSession.Sitting::startsAt)
                    .max()
                    .orElse(0);
        }
    }

    private final RecordTable<Kept> table;
    private final Map<String, Kept> known = new ConcurrentHashMap<>();
    private final BlobStore papers;
    private final InstantSource clock;

    /** @param papers nobody else keeps anything there: what no session names is removed */
    public SessionsAbove(Mongo mongo, BlobStore papers, InstantSource clock) {
        this.table = new RecordTable<>(mongo, "joinedSessions", Kept.class, Kept::sessionId);
        this.papers = papers;
        this.clock = clock;
        table.find(new Document(), new Document("_id", 1), ALL).forEach(kept -> known.put(kept.sessionId(), kept));
    }

    /** Newest first. */
    List<Kept> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Kept::starts).reversed().thenComparing(Kept::sessionId))
                .toList();
    }

    Optional<Kept> find(String session) {
        return Optional.ofNullable(known.get(session));
    }

    /** Takes the place of what was known of it. */
    synchronized void take(SharedSession session) throws IOException {
        var before = named();
        var kept = new Kept(session, clock.instant());
        if (!table.put(kept)) throw new IOException("not kept: " + session.sessionId());
        known.put(session.sessionId(), kept);
        sweep(before);
    }

    /** Whatever is not among them is no longer for us. */
    synchronized void only(Set<String> sessions) throws IOException {
        var before = named();
        for (var kept : all()) {
            if (!sessions.contains(kept.sessionId())) {
                var unused = table.delete(new Document("_id", kept.sessionId()));
                known.remove(kept.sessionId());
            }
        }
        sweep(before);
    }

    private void sweep(Set<String> before) throws IOException {
        var still = named();
        for (var sha256 : before) {
            if (!still.contains(sha256)) papers.remove(new Sha256(sha256));
        }
    }

    private Set<String> named() {
        return all().stream()
                .flatMap(kept -> kept.session().papers())
                .map(SharedSession.Paper::sha256)
                .collect(Collectors.toSet());
    }

    Optional<Path> bytes(SharedSession.Paper paper) {
        return papers.find(new Sha256(paper.sha256()));
    }

    BlobStore papers() {
        return papers;
    }
}
