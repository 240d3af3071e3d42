package plenum.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same commands give the same documents and answers, whether the store ran through or was opened again in between.
 */
final class ReplayTest {
    private static final int COMMANDS = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aReplayEndsWhereTheLiveStoreEnded(long seed) {
        var random = new Random(seed);
        var commands = new ArrayList<>(List.of(index("a", false), index("b", false), index("c", true)));
        IntStream.range(0, COMMANDS).forEach(i -> commands.add(command(random)));
        var live = new ArrayList<Document>();
        var again = new ArrayList<Document>();

        var store = MVStore.open(null);
        var backend = new StoreBackend(store);
        for (var command : commands) live.add(copy(backend.execute(copy(command))));
        var expected = content(backend);

        var file = openFile();
        var reopened = new StoreBackend(file);
        for (int i = 0; i < commands.size(); i++) {
            if (i % 50 == 49) {
                file.commit();
                file.closeImmediately();
                file = openFile();
                reopened = new StoreBackend(file);
            }
            again.add(copy(reopened.execute(copy(commands.get(i)))));
        }
        assertThat(content(reopened)).isEqualTo(expected);
        for (int i = 0; i < commands.size(); i++)
            assertThat(again.get(i)).as("%s", commands.get(i)).isEqualTo(live.get(i));
        file.closeImmediately();
        store.closeImmediately();
    }

    private MVStore openFile() {
        return new MVStore.Builder()
                .fileName(directory.resolve("store.mv").toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
    }

    private static String content(StoreBackend backend) {
        var find = new Document("find", "t").append("$db", "p").append("filter", new Document());
        return copy(backend.execute(find)).toString();
    }

    /** As the wire and the journal give it: other objects, the same bytes. */
    private static Document copy(Document document) {
        return BsonDecoder.decodeBson(BsonBytes.encode(document));
    }

    private static Document index(String field, boolean unique) {
        var index = new Document("key", new Document(field, 1)).append("name", field + "_1");
        if (unique) index.append("unique", true).append("sparse", true);
        return new Document("createIndexes", "t").append("$db", "p").append("indexes", List.of(index));
    }

    private static Document command(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> insert(random);
            case 2 -> update(random, random.nextBoolean());
            case 3 -> findAndModify(random);
            case 4 -> upsert(random);
            default -> delete(random);
        };
    }

    private static Document insert(Random random) {
        var documents = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> fields(random).append("_id", id(random)))
                .toList();
        return new Document("insert", "t")
                .append("$db", "p")
                .append("ordered", random.nextBoolean())
                .append("documents", documents);
    }

    private static Document update(Random random, boolean multi) {
        return updates(
                new Document("q", filter(random)).append("u", change(random)).append("multi", multi));
    }

    private static Document upsert(Random random) {
        return updates(new Document("q", new Document("_id", id(random)))
                .append("u", change(random))
                .append("upsert", true));
    }

    private static Document updates(Document one) {
        return new Document("update", "t").append("$db", "p").append("updates", List.of(one));
    }

    private static Document findAndModify(Random random) {
        var command = new Document("findAndModify", "t")
                .append("$db", "p")
                .append("query", filter(random))
                .append("new", random.nextBoolean())
                .append("update", change(random));
        return random.nextBoolean()
                ? command.append("sort", new Document("b", random.nextBoolean() ? 1 : -1))
                : command;
    }

    private static Document delete(Random random) {
        var one = new Document("q", filter(random)).append("limit", random.nextInt(4) == 0 ? 0 : 1);
        return new Document("delete", "t").append("$db", "p").append("deletes", List.of(one));
    }

    private static Document filter(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Document("_id", id(random));
            case 1 -> new Document("a", random.nextInt(5));
            case 2 -> new Document("a", random.nextInt(5)).append("b", new Document("$gt", random.nextInt(5)));
            case 3 -> new Document("b", new Document("$in", List.of(random.nextInt(5), random.nextInt(5))));
            default -> new Document("c", random.nextInt(30));
        };
    }

    private static Document change(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("$set", new Document("a", random.nextInt(5)));
            case 1 -> new Document("$inc", new Document("n", 1)).append("$set", new Document("c", random.nextInt(30)));
            case 2 -> new Document("$push", new Document("b", random.nextInt(5)));
            case 3 -> new Document("$unset", new Document("c", "").append("a", ""));
            case 4 -> new Document("$addToSet", new Document("b", random.nextInt(3)));
            default -> fields(random);
        };
    }

    private static Document fields(Random random) {
        var document = new Document("a", random.nextInt(5));
        if (random.nextBoolean())
            document.append("b", random.ints(random.nextInt(3), 0, 5).boxed().toList());
        else document.append("b", random.nextInt(5));
        if (random.nextInt(3) == 0) document.append("c", random.nextInt(30));
        return document;
    }

    private static String id(Random random) {
        return "id" + random.nextInt(60);
    }
}
