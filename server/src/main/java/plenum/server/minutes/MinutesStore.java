package plenum.server.minutes;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** Versions of minutes in the collection {@code minutes}, {@code _id} = {@code <session>:<version>}. Calls block. */
public final class MinutesStore {
    private final RecordTable<MinutesVersion> versions;

    public MinutesStore(Mongo mongo) {
        this.versions = new RecordTable<>(
                mongo, "minutes", MinutesVersion.class, version -> id(version.sessionId(), version.version()));
        versions.index(Mongo.IndexKind.REPEATABLE, "sessionId", "version");
    }

    List<MinutesVersion> newest(SessionId session, int limit) {
        return versions.find(new Document("sessionId", session.value()), new Document("version", -1), limit);
    }

    Optional<MinutesVersion> find(SessionId session, long version) {
        return versions.get(id(session, version));
    }

    /** False when the version is taken. */
    boolean insert(MinutesVersion version) {
        return versions.insert(version);
    }

    private static String id(SessionId session, long version) {
        return session + ":" + version;
    }
}
