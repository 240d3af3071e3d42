package plenum.server.keys;

import java.util.List;
import org.bson.Document;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** Collection {@code votingKeys}. Calls block. */
public final class KeyStore {
    private static final int ALL = 100_000;
    private final RecordTable<VotingKey> keys;

    public KeyStore(Mongo mongo) {
        keys = new RecordTable<>(mongo, "votingKeys", VotingKey.class, VotingKey::keyId);
    }

    List<VotingKey> all() {
        return keys.find(new Document(), new Document("_id", 1), ALL);
    }

    /** False: there is one with this id. */
    boolean insert(VotingKey key) {
        return keys.insert(key);
    }

    /** False: it is revoked already. */
    boolean revoke(VotingKey revoked) {
        return keys.replace(new Document("_id", revoked.keyId()).append("revokedAt", null), revoked);
    }
}
