package plenum.server.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Publishers;

/**
 * The journal in the store: one document per batch, {@code _id} made of session and first sequence, so that the index
 * that every collection has also stops a second writer. Wants an index on session and last.
 */
public final class MongoJournal implements Journal {
    /** Batches of up to 8 MB, so few per reply. */
    private static final int BATCHES_PER_REPLY = 5;

    private final MongoCollection<Document> batches;
    private final EventCodec codec;

    /** @param batches acknowledges a write when a majority has journalled it */
    public MongoJournal(MongoCollection<Document> batches, EventCodec codec) {
        this.batches = batches;
        this.codec = codec;
    }

    @Override
    public void append(JournalBatch batch) {
        try {
            Publishers.done(batches.insertOne(document(batch))).await();
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new SequenceTaken(batch.session(), batch.first());
            }
            throw refused;
        }
    }

    @Override
    public List<JournalBatch> batches(SessionId session, long after, int limit) {
        var query = new Document("session", session.value()).append("last", new Document("$gt", after));
        return Publishers.all(batches.find(query)
                        .sort(new Document("session", 1).append("last", 1))
                        .limit(limit)
                        .batchSize(BATCHES_PER_REPLY))
                .await()
                .stream()
                .map(MongoJournal::batch)
                .toList();
    }

    @Override
    public EventCodec codec() {
        return codec;
    }

    private static Document document(JournalBatch batch) {
        return new Document("_id", "%s:%012d".formatted(batch.session().value(), batch.first()))
                .append("session", batch.session().value())
                .append("first", batch.first())
                .append("last", batch.last())
                .append("at", batch.at().toEpochMilli())
                .append("bytes", new Binary(batch.bytes()))
                .append("prev", binary(batch.prev()))
                .append("hash", binary(batch.hash()));
    }

    private static JournalBatch batch(Document stored) {
        return new JournalBatch(
                new SessionId(stored.getString("session")),
                stored.getLong("first"),
                stored.getLong("last"),
                Instant.ofEpochMilli(stored.getLong("at")),
                stored.get("bytes", Binary.class).getData(),
                hex(stored, "prev"),
                hex(stored, "hash"));
    }

    private static Binary binary(String hex) {
        return new Binary(HexFormat.of().parseHex(hex));
    }

    private static String hex(Document stored, String field) {
        return HexFormat.of().formatHex(stored.get(field, Binary.class).getData());
    }
}
