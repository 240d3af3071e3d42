package plenum.server.joined;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import plenum.server.audit.Audit;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** Which servers may join this one: collection {@code joinedServers}. Calls block. */
public final class JoinedServers {
    private static final int ALL = 10_000;

    private final RecordTable<JoinedServer> table;
    private final Audit audit;
    private final InstantSource clock;

    public JoinedServers(Mongo mongo, Audit audit, InstantSource clock) {
        this.table = new RecordTable<>(mongo, "joinedServers", JoinedServer.class, JoinedServer::fingerprint);
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order in which they were added. */
    List<JoinedServer> all() {
        return table.find(new Document(), new Document("addedAt", 1), ALL);
    }

    /** Not revoked. */
    Optional<JoinedServer> active(String fingerprint) {
        return table.get(fingerprint).filter(one -> one.revokedAt() == null);
    }

    /** A key that was revoked may be entered again and begins anew. */
    synchronized JoinedServer add(Actor by, String address, String fingerprint, UnitId unit) {
        if (active(fingerprint).isPresent()) {
            throw JoinedProblem.SERVER_EXISTS.refusal("key " + fingerprint);
        }
        if (all().stream()
                .anyMatch(one -> one.revokedAt() == null && one.unitId().equals(unit))) {
            throw JoinedProblem.UNIT_JOINED.refusal("unit " + unit);
        }
        var fresh =
                new JoinedServer(fingerprint, unit, Pairing.random(), clock.instant(), by.person(), null, null, null);
        if (!table.put(fresh)) throw JoinedProblem.SERVER_EXISTS.refusal("key " + fingerprint);
        note(by.person(), address, "joined.added", fresh);
        return fresh;
    }

    /** @param digits that the other server's administrator has read out */
    synchronized JoinedServer confirm(Actor by, String address, String fingerprint, String digits) {
        var server = known(fingerprint);
        if (server.state() == JoinedServer.State.WAITING) {
            throw JoinedProblem.NOT_SEEN.refusal("key " + fingerprint);
        }
        if (!server.digits().equals(digits)) {
            note(by.person(), address, "joined.other-digits", server);
            throw JoinedProblem.OTHER_DIGITS.refusal("key " + fingerprint);
        }
        if (server.state() == JoinedServer.State.JOINED) return server;
        var next = change(fingerprint, one -> one.confirmed(clock.instant())).orElseThrow();
        note(by.person(), address, "joined.confirmed", next);
        return next;
    }

    synchronized JoinedServer revoke(Actor by, String address, String fingerprint) {
        var unused = known(fingerprint);
        var next = change(fingerprint, one -> one.revoked(clock.instant())).orElseThrow();
        note(by.person(), address, "joined.revoked", next);
        return next;
    }

    /** Empty: it was revoked meanwhile. */
    synchronized Optional<JoinedServer> seen(String fingerprint) {
        return change(fingerprint, one -> one.seen(clock.instant()));
    }

    private JoinedServer known(String fingerprint) {
        return active(fingerprint).orElseThrow(() -> JoinedProblem.NO_SUCH_SERVER.refusal("key " + fingerprint));
    }

    private Optional<JoinedServer> change(String fingerprint, UnaryOperator<JoinedServer> deed) {
        return active(fingerprint)
                .map(deed)
                .filter(next -> table.replace(new Document("_id", fingerprint).append("revokedAt", null), next));
    }

    private void note(PersonId by, String address, String action, JoinedServer server) {
        audit.record(
                by,
                address,
                action,
                server.fingerprint(),
                Map.of("unit", server.unitId().value()));
    }
}
