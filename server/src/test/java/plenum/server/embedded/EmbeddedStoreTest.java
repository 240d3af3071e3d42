package plenum.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.server.platform.Publishers.all;
import static plenum.server.platform.Publishers.done;
import static plenum.server.platform.Publishers.first;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;

/** Who may open and use the embedded store, what it refuses, and what it keeps from one start to the next. */
final class EmbeddedStoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void everythingIsThereAfterAnOrderlyEnd() throws IOException {
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            mongo.index("votes", IndexKind.UNIQUE, "key").await();
            mongo.index("votes", IndexKind.REPEATABLE, "state").await();
            for (int i = 0; i < 100; i++) done(votes(mongo).insertOne(vote(i))).await();
        }
        try (var files = Files.list(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(Journal.SUFFIX))
                            .mapToLong(this::size))
                    .containsExactly(0L);
        }
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            assertThat(all(votes(mongo).find(new Document("state", "odd")).limit(500))
                            .await())
                    .hasSize(50);
            assertThat(first(votes(mongo).find(new Document("key", "k7"))).await())
                    .contains(vote(7));
            assertThatThrownBy(() -> done(votes(mongo).insertOne(vote(7).append("_id", "other")))
                            .await())
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void aDroppedCollectionStaysDroppedAndItsNameCanBeUsedAgain() {
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            mongo.index("votes", IndexKind.UNIQUE, "key").await();
            done(votes(mongo).insertOne(vote(1))).await();
            done(votes(mongo).drop()).await();
            done(votes(mongo).insertOne(vote(1).append("again", true))).await();
        }
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            assertThat(all(votes(mongo).find().limit(10)).await()).containsExactly(vote(1).append("again", true));
        }
    }

    @Test
    void compactingWhileWritingLosesNothing() throws InterruptedException {
        try (var store = EmbeddedStore.open(directory, new Pace(Duration.ofMillis(50), 1 << 20));
                var mongo = Mongo.open(store.connectionString())) {
            var compactor = Thread.ofVirtual().start(() -> store.compact(Duration.ofMillis(700)));
            for (int i = 0; i < 400; i++)
                done(votes(mongo).insertOne(vote(i).append("bytes", new Binary(new byte[2_000]))))
                        .await();
            for (int i = 0; i < 400; i += 2)
                done(votes(mongo).deleteOne(new Document("_id", "v" + i))).await();
            compactor.join();
        }
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            assertThat(all(votes(mongo).find().limit(1_000)).await()).hasSize(200);
        }
    }

    @Test
    void aSecondStoreOnTheSameDirectoryIsRefused() throws Exception {
        try (var other = StoreProcess.start(directory, Duration.ofSeconds(5))) {
            assertThat(other.connectionString()).startsWith("mongodb://");
            assertThatThrownBy(() -> EmbeddedStore.open(directory)).hasMessageContaining("already open");
        }
    }

    @Test
    void aSecondStoreInTheSameProcessIsRefused() {
        try (var store = EmbeddedStore.open(directory)) {
            assertThat(store.connectionString()).startsWith("mongodb://plenum:");
            assertThatThrownBy(() -> EmbeddedStore.open(directory)).hasMessageContaining("already open");
        }
    }

    @Test
    void everyStartHasItsOwnPassword() {
        assertThat(passwordOfAStart()).hasSizeGreaterThan(40).isNotEqualTo(passwordOfAStart());
    }

    @Test
    void aClientWithoutPasswordIsRefused() {
        try (var store = EmbeddedStore.open(directory);
                var stranger = Mongo.open("mongodb://127.0.0.1:" + port(store) + "/plenum")) {
            assertThatThrownBy(() -> all(votes(stranger).find().limit(1)).await())
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getCode()).isEqualTo(13));
            assertThatThrownBy(() -> done(votes(stranger).insertOne(vote(1))).await())
                    .isInstanceOf(MongoCommandException.class);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (var store = EmbeddedStore.open(directory);
                var stranger = Mongo.open("mongodb://plenum:guess@127.0.0.1:" + port(store)
                        + "/plenum?authMechanism=PLAIN&authSource=$external")) {
            assertThatThrownBy(() -> all(votes(stranger).find().limit(1)).await())
                    .isInstanceOf(MongoSecurityException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 15, 20_000, 50_000_000, Integer.MAX_VALUE})
    void aStrangersHugeOrNegativeMessageOnlyCostsItsConnection(int length) throws IOException {
        try (var store = EmbeddedStore.open(directory);
                var socket = new Socket(InetAddress.getLoopbackAddress(), port(store))) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(10));
            var header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(length).putInt(1).putInt(0).putInt(2013);
            socket.getOutputStream().write(header.array());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            try (var mongo = Mongo.open(store.connectionString())) {
                mongo.ping().await();
            }
        }
    }

    @Test
    void valuesMadeByTheServerAreRefused() {
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            var votes = votes(mongo);
            var now = new Document("$currentDate", new Document("at", true));
            assertThatThrownBy(() ->
                            done(votes.updateOne(new Document("_id", "a"), now)).await())
                    .hasMessageContaining("$currentDate");
            var set = new Document("$set", new Document("x", 1));
            var upsert = new UpdateOptions().upsert(true);
            assertThatThrownBy(() -> done(votes.updateOne(new Document("key", "k"), set, upsert))
                            .await())
                    .hasMessageContaining("_id");
            assertThatThrownBy(() -> done(votes.updateOne(new Document("_id", "a"), List.of(set)))
                            .await())
                    .hasMessageContaining("pipeline");
            assertThatThrownBy(() -> done(votes.createIndex(
                                    new Document("at", 1), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)))
                            .await())
                    .hasMessageContaining("expireAfterSeconds");
            assertThatThrownBy(() -> all(votes.aggregate(List.of(new Document("$out", "x"))))
                            .await())
                    .hasMessageContaining("$out");
            assertThat(first(votes.countDocuments()).await()).contains(0L);
        }
    }

    @Test
    void aListInAUniqueKeyIsRefusedBeforeAnythingChanges() {
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            mongo.index("votes", IndexKind.UNIQUE, "key").await();
            assertThatThrownBy(() -> done(votes(mongo).insertOne(vote(1).append("key", List.of("a", "b"))))
                            .await())
                    .hasMessageContaining("list");
            assertThat(first(votes(mongo).countDocuments()).await()).contains(0L);
        }
    }

    private String passwordOfAStart() {
        try (var store = EmbeddedStore.open(directory)) {
            return URI.create(store.connectionString()).getUserInfo().substring("plenum:".length());
        }
    }

    private static int port(EmbeddedStore store) {
        return URI.create(store.connectionString()).getPort();
    }

    private static MongoCollection<Document> votes(Mongo mongo) {
        return mongo.collection("votes");
    }

    private static Document vote(int number) {
        return new Document("_id", "v" + number)
                .append("key", "k" + number)
                .append("state", number % 2 == 0 ? "even" : "odd");
    }

    private long size(Path file) {
        return file.toFile().length();
    }
}
