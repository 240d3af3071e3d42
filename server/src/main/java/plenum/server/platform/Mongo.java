package plenum.server.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import java.util.Optional;
import org.bson.Document;
import org.bson.UuidRepresentation;

/**
 * The store of records, over MongoDB's wire protocol: a replica set, or the embedded store. A write is acknowledged
 * when a majority has it in its journal; a read sees only such writes.
 */
public final class Mongo implements AutoCloseable {
    /** How an index treats documents with equal values. */
    public enum IndexKind {
        REPEATABLE,
        UNIQUE,
        /** Documents that have none of the fields are left out. */
        UNIQUE_IF_PRESENT
    }

    private static final String DATABASE = "plenum";
    /** Error of MongoDB. */
    private static final int NAMESPACE_EXISTS = 48;

    private final MongoClient client;
    private final MongoDatabase database;

    private Mongo(MongoClient client, String database) {
        this.client = client;
        this.database = client.getDatabase(database);
    }

    /** @param uri as MongoDB writes it; its database name counts, or `plenum` */
    public static Mongo open(String uri) {
        var connection = new ConnectionString(uri);
        var settings = MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applicationName("plenum")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build();
        var database = Optional.ofNullable(connection.getDatabase()).orElse(DATABASE);
        return new Mongo(MongoClients.create(settings), database);
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** Declares an ascending index on these fields, in this order; a second time it changes nothing. */
    public Future<Void> index(String collection, IndexKind kind, String... fields) {
        var keys = new Document();
        for (var field : fields) keys.append(field, 1);
        var options =
                new IndexOptions().unique(kind != IndexKind.REPEATABLE).sparse(kind == IndexKind.UNIQUE_IF_PRESENT);
        return Publishers.done(collection(collection).createIndex(keys, options));
    }

    /**
     * Makes a collection that a replica set keeps in the order of its ids, not of their arrival; one that is there
     * already stays. The embedded store takes no notice of the order.
     */
    public Future<Void> clustered(String collection) {
        var index = new Document("key", new Document("_id", 1)).append("unique", true);
        var create = new Document("create", collection).append("clusteredIndex", index);
        return Publishers.done(database.runCommand(create))
                .recover(failed -> exists(failed) ? Future.succeededFuture() : Future.failedFuture(failed));
    }

    private static boolean exists(Throwable failed) {
        return failed instanceof MongoCommandException refused && refused.getErrorCode() == NAMESPACE_EXISTS;
    }

    /** Completes when the server has answered; fails after the driver's selection timeout. */
    public Future<Void> ping() {
        return Publishers.done(database.runCommand(new Document("ping", 1)));
    }

    @Override
    public void close() {
        client.close();
    }
}
