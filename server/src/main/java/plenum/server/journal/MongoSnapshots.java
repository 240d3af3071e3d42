package plenum.server.journal;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Publishers;

/** Snapshots in the store, one document per session. */
public final class MongoSnapshots implements Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(MongoSnapshots.class);

    private final MongoCollection<Document> snapshots;

    public MongoSnapshots(MongoCollection<Document> snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void write(Snapshot snapshot) {
        var id = new Document("_id", snapshot.session().value());
        var document = new Document(id)
                .append("seq", snapshot.seq())
                .append("hash", snapshot.hash())
                .append("form", snapshot.form())
                .append("bytes", new Binary(snapshot.bytes()))
                .append("sha256", new Binary(sha256(snapshot.bytes())));
        Publishers.done(snapshots.replaceOne(id, document, new ReplaceOptions().upsert(true)))
                .await();
    }

    @Override
    public Optional<Snapshot> newest(SessionId session) {
        var query = new Document("_id", session.value());
        return Publishers.first(snapshots.find(query).limit(1)).await().flatMap(MongoSnapshots::read);
    }

    private static Optional<Snapshot> read(Document stored) {
        var session = new SessionId(stored.getString("_id"));
        var bytes = stored.get("bytes", Binary.class).getData();
        if (!Arrays.equals(sha256(bytes), stored.get("sha256", Binary.class).getData())) {
            LOG.warn("snapshot damaged, ignored: session={} seq={}", session, stored.getLong("seq"));
            return Optional.empty();
        }
        return Optional.of(new Snapshot(
                session, stored.getLong("seq"), stored.getString("hash"), stored.getString("form"), bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
