package plenum.server.platform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.bson.Document;

/**
 * Records of one type in one collection of the store. Blocks: for virtual threads. A record is stored under its JSON
 * names; its {@code _id} is made by the application.
 */
public final class RecordTable<T> {
    private static final int BATCH = 500;
    private static final int AT_ONCE = 100;
    private static final long PATIENCE_SECONDS = 15;
    private final Mongo mongo;
    private final String name;
    private final Class<T> type;
    private final Function<T, String> id;

    public RecordTable(Mongo mongo, String name, Class<T> type, Function<T, String> id) {
        this.mongo = mongo;
        this.name = name;
        this.type = type;
        this.id = id;
    }

    public void index(Mongo.IndexKind kind, String... fields) {
        settled(mongo.index(name, kind, fields));
    }

    public Optional<T> get(String key) {
        return first(new Document("_id", key));
    }

    public Optional<T> first(Document filter) {
        return find(filter, new Document(), 1).stream().findFirst();
    }

    /** @param filter flat equality, or one {@code $in} or bound on an indexed field */
    public List<T> find(Document filter, Document order, int limit) {
        var query = mongo.collection(name).find(filter).sort(order).limit(limit).batchSize(Math.min(limit, BATCH));
        return settled(Publishers.all(query)).stream().map(this::record).toList();
    }

    /** False when the id or a unique key is taken. */
    public boolean insert(T record) {
        return unlessTaken(Publishers.first(mongo.collection(name).insertOne(document(record))));
    }

    /** Inserts or replaces; false when another record has the unique key. */
    public boolean put(T record) {
        if (unlessTaken(upsert(record))) {
            return true;
        }
        return unlessTaken(upsert(record)); // two upserts of a new id at once: one of them fails and finds it now
    }

    /** Inserts or replaces all, in no order. */
    public void putAll(List<T> records) {
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            var some = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            var upserts = some.stream().map(this::replacement).toList();
            settled(Publishers.first(mongo.collection(name).bulkWrite(upserts, new BulkWriteOptions().ordered(false))));
        }
    }

    /** Compare and set: replaces the record that meets the filter; false when there is none any more. */
    public boolean replace(Document filter, T record) {
        var options = new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER);
        return settled(Publishers.first(mongo.collection(name).findOneAndReplace(filter, document(record), options)))
                .isPresent();
    }

    /** Number of records that were deleted. */
    public long delete(Document filter) {
        return settled(Publishers.first(mongo.collection(name).deleteMany(filter)))
                .orElseThrow()
                .getDeletedCount();
    }

    private Future<?> upsert(T record) {
        return Publishers.first(mongo.collection(name)
                .replaceOne(
                        new Document("_id", id.apply(record)), document(record), new ReplaceOptions().upsert(true)));
    }

    private ReplaceOneModel<Document> replacement(T record) {
        return new ReplaceOneModel<>(
                new Document("_id", id.apply(record)), document(record), new ReplaceOptions().upsert(true));
    }

    private Document document(T record) {
        return Document.parse(Json.text(record)).append("_id", id.apply(record));
    }

    private T record(Document stored) {
        var copy = new Document(stored);
        copy.remove("_id");
        return Json.value(Json.node(copy), type);
    }

    private static boolean unlessTaken(Future<?> write) {
        try {
            settled(write);
            return true;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    @CanIgnoreReturnValue
    private static <R> R settled(Future<R> future) {
        try {
            return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new MongoException("the store did not answer within " + PATIENCE_SECONDS + " s", late);
        }
    }
}
