package plenum.server.box;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.bson.types.Binary;
import plenum.server.platform.Mongo;
import plenum.server.platform.Publishers;
import plenum.server.platform.RecordTable;

/** A database of the ballot box's own: {@code polls}, and a collection of rows a poll. */
final class MongoBoxStore implements BoxStore {
    private static final int MOST_POLLS = 10_000;
    /** More than people in any hall. */
    private static final int MOST_ROWS = 100_000;

    private static final long PATIENCE_SECONDS = 15;

    private final Mongo mongo;
    private final RecordTable<PollRecord> polls;

    MongoBoxStore(Mongo mongo) {
        this.mongo = mongo;
        this.polls = new RecordTable<>(mongo, "polls", PollRecord.class, PollRecord::poll);
    }

    @Override
    public List<PollRecord> polls() {
        return polls.find(new Document(), new Document(), MOST_POLLS);
    }

    @Override
    public Optional<PollRecord> poll(String poll) {
        return polls.get(poll);
    }

    @Override
    public boolean begin(PollRecord poll) {
        var unused = settled(mongo.clustered(name(poll.poll())));
        return polls.insert(poll);
    }

    @Override
    public void put(PollRecord poll) {
        if (!polls.put(poll)) throw new MongoException("a poll could not be written");
    }

    @Override
    public Optional<byte[]> keep(String poll, String name, byte[] sealed) {
        var row = new Document("_id", name).append("c", new Binary(sealed));
        try {
            var unused = settled(Publishers.first(rowsOf(poll).insertOne(row)));
            return Optional.empty();
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) throw refused;
            return Optional.of(row(poll, name).orElseThrow());
        }
    }

    @Override
    public Optional<byte[]> row(String poll, String name) {
        var query = rowsOf(poll).find(new Document("_id", name)).limit(1);
        return settled(Publishers.first(query)).map(MongoBoxStore::sealed);
    }

    @Override
    public List<byte[]> rows(String poll) {
        var query = rowsOf(poll).find().limit(MOST_ROWS).batchSize(1_000);
        return settled(Publishers.all(query)).stream()
                .map(MongoBoxStore::sealed)
                .toList();
    }

    @Override
    public long count(String poll) {
        return settled(Publishers.first(rowsOf(poll).countDocuments())).orElse(0L);
    }

    @Override
    public void drop(String poll) {
        var unused = settled(Publishers.done(rowsOf(poll).drop()));
    }

    private MongoCollection<Document> rowsOf(String poll) {
        return mongo.collection(name(poll));
    }

    private static String name(String poll) {
        return "rows_" + poll;
    }

    private static byte[] sealed(Document row) {
        return row.get("c", Binary.class).getData();
    }

    private static <T> T settled(Future<T> future) {
        try {
            return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new MongoException("the store did not answer within " + PATIENCE_SECONDS + " s", late);
        }
    }
}
