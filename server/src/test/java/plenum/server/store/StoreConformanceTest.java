package plenum.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.server.platform.Publishers.all;
import static plenum.server.platform.Publishers.done;
import static plenum.server.platform.Publishers.first;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.server.platform.Mongo.IndexKind;

/**
 * Every operation that the house allows itself (data.md 2.4), on the embedded store and on a real server if one is
 * given.
 */
@ParameterizedClass
@MethodSource("plenum.server.store.OpenStore#all")
final class StoreConformanceTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    private OpenStore store;

    @SuppressWarnings("NullAway.Init")
    private String name;

    @SuppressWarnings("NullAway.Init")
    private MongoCollection<Document> collection;

    @BeforeEach
    void newCollection() {
        name = "t" + UUID.randomUUID().toString().replace("-", "");
        collection = store.mongo().collection(name);
    }

    @Test
    void aDocumentIsFoundByItsId() {
        insert(new Document("_id", "a").append("title", "Kỳ họp thứ nhất"));
        assertThat(byId("a")).isEqualTo(new Document("_id", "a").append("title", "Kỳ họp thứ nhất"));
        assertThat(first(collection.find(new Document("_id", "b"))).await()).isEmpty();
    }

    @Test
    void manyDocumentsAreInsertedInOneCommand() {
        done(collection.insertMany(numbered(300))).await();
        assertThat(all(collection.find().batchSize(500).limit(500)).await()).hasSize(300);
        assertThat(first(collection.countDocuments(new Document("n", 7))).await())
                .contains(1L);
    }

    @Test
    void anOrderedInsertStopsAtTheFirstDuplicateAndAnUnorderedOneDoesNot() {
        insert(new Document("_id", "id2").append("n", 2));
        assertThatThrownBy(() -> done(collection.insertMany(numbered(5))).await())
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).hasSize(1);
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                });
        assertThat(ids(new Document())).containsExactly("id0", "id1", "id2");
        assertThatThrownBy(() -> done(collection.insertMany(numbered(5), new InsertManyOptions().ordered(false)))
                        .await())
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2));
        assertThat(ids(new Document())).hasSize(5);
    }

    @Test
    void aSecondDocumentWithTheSameIdIsADuplicateKey() {
        insert(new Document("_id", "a"));
        assertDuplicate(() -> insert(new Document("_id", "a")));
    }

    @Test
    void aUniqueKeyIsHeldOnInsertUpdateAndUpsert() {
        index(IndexKind.UNIQUE, "vote", "delegate");
        insert(ballot("1", "v", "an"));
        insert(ballot("2", "v", "bình"));
        assertDuplicate(() -> insert(ballot("3", "v", "an")));
        assertDuplicate(() -> update("2", new Document("$set", new Document("delegate", "an"))));
        assertDuplicate(() -> done(collection.updateOne(
                        new Document("_id", "4"),
                        new Document("$set", new Document("vote", "v").append("delegate", "an")),
                        new UpdateOptions().upsert(true)))
                .await());
        assertThat(ids(new Document("vote", "v").append("delegate", "bình"))).containsExactly("2");
        assertThat(ids(new Document())).containsExactly("1", "2");
    }

    @Test
    void aFreedUniqueKeyCanBeTakenAgain() {
        index(IndexKind.UNIQUE, "vote", "delegate");
        insert(ballot("1", "v", "an"));
        done(collection.deleteOne(new Document("_id", "1"))).await();
        insert(ballot("2", "v", "an"));
        update("2", new Document("$set", new Document("delegate", "bình")));
        insert(ballot("3", "v", "an"));
        assertThat(ids(new Document("vote", "v").append("delegate", "an"))).containsExactly("3");
    }

    @Test
    void manyDocumentsMayLackASparseUniqueField() {
        index(IndexKind.UNIQUE_IF_PRESENT, "code");
        insert(new Document("_id", "a"));
        insert(new Document("_id", "b"));
        insert(new Document("_id", "c").append("code", "NQ-1"));
        assertDuplicate(() -> insert(new Document("_id", "d").append("code", "NQ-1")));
        assertDuplicate(() -> update("a", new Document("$set", new Document("code", "NQ-1"))));
        update("c", new Document("$unset", new Document("code", "")));
        update("a", new Document("$set", new Document("code", "NQ-1")));
        assertThat(ids(new Document("code", "NQ-1"))).containsExactly("a");
        assertThat(ids(new Document())).containsExactly("a", "b", "c");
    }

    @Test
    void aUniqueIndexIsNotBuiltOverDuplicatesAndCanBeBuiltAfterwards() {
        insert(ballot("1", "v", "an"));
        insert(ballot("2", "v", "an"));
        assertThatThrownBy(() -> index(IndexKind.UNIQUE, "vote", "delegate")).hasMessageContaining("E11000");
        done(collection.deleteOne(new Document("_id", "2"))).await();
        insert(ballot("3", "v", "bình"));
        index(IndexKind.UNIQUE, "vote", "delegate");
        assertDuplicate(() -> insert(ballot("4", "v", "an")));
        assertThat(ids(new Document("vote", "v").append("delegate", "bình"))).containsExactly("3");
    }

    @Test
    void anIndexMayBeDeclaredAgain() {
        index(IndexKind.REPEATABLE, "vote");
        insert(ballot("1", "v", "an"));
        index(IndexKind.REPEATABLE, "vote");
        assertThat(ids(new Document("vote", "v"))).containsExactly("1");
    }

    @Test
    void aSecondaryIndexFollowsEveryChange() {
        index(IndexKind.REPEATABLE, "state");
        for (int i = 0; i < 50; i++)
            insert(new Document("_id", "d%02d".formatted(i)).append("state", i % 2 == 0 ? "open" : "closed"));
        update("d00", new Document("$set", new Document("state", "closed")));
        done(collection.deleteOne(new Document("_id", "d02"))).await();
        done(collection.replaceOne(new Document("_id", "d04"), new Document("title", "no state")))
                .await();
        assertThat(ids(new Document("state", "open"))).hasSize(22).doesNotContain("d00", "d02", "d04");
        assertThat(ids(new Document("state", "closed"))).hasSize(26).contains("d00");
        assertThat(ids(new Document("state", new Document("$in", List.of("open", "closed")))))
                .hasSize(48);
    }

    @Test
    void aDocumentIsFoundByEachElementOfAnIndexedList() {
        index(IndexKind.REPEATABLE, "members");
        insert(new Document("_id", "a").append("members", List.of("an", "bình")));
        insert(new Document("_id", "b").append("members", List.of("bình")));
        insert(new Document("_id", "c").append("members", List.of()));
        assertThat(ids(new Document("members", "bình"))).containsExactly("a", "b");
        update("a", new Document("$pull", new Document("members", "bình")));
        assertThat(ids(new Document("members", "bình"))).containsExactly("b");
        done(collection.deleteMany(new Document("members", "an"))).await();
        done(collection.deleteOne(new Document("_id", "c"))).await();
        assertThat(ids(new Document())).containsExactly("b");
    }

    @Test
    void entriesOfASessionAfterANumberComeInOrder() {
        index(IndexKind.UNIQUE, "session", "first");
        var entries = new ArrayList<Document>();
        for (int first = 1; first <= 400; first++)
            for (var session : List.of("s1", "s2", "s10")) entries.add(entry(session, first));
        java.util.Collections.shuffle(entries, new Random(7));
        for (int i = 0; i < entries.size(); i += 200)
            done(collection.insertMany(entries.subList(i, i + 200))).await();
        assertThat(firsts(new Document("session", "s1").append("first", new Document("$gt", 390L)), 500))
                .isEqualTo(IntStream.rangeClosed(391, 400).boxed().toList());
        assertThat(firsts(new Document("session", "s1").append("first", new Document("$gte", 100)), 3))
                .containsExactly(100, 101, 102);
        var window = new Document("session", "s2").append("first", new Document("$gt", 10).append("$lte", 12));
        assertThat(firsts(window, 500)).containsExactly(11, 12);
        assertThat(firsts(new Document("session", "s3"), 500)).isEmpty();
        var newest = all(collection
                        .find(new Document("session", "s10"))
                        .sort(new Document("first", -1))
                        .limit(2)
                        .batchSize(500))
                .await();
        assertThat(newest).extracting(each -> each.getInteger("first")).containsExactly(400, 399);
    }

    @Test
    void anIndexGivesWhatAScanGives() {
        var random = new Random(42);
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 300; i++) documents.add(randomDocument(random, "id%03d".formatted(i)));
        done(collection.insertMany(documents)).await();
        var filters = IntStream.range(0, 60).mapToObj(i -> randomFilter(random)).toList();
        var scanned = filters.stream().map(this::sortedIds).toList();
        index(IndexKind.REPEATABLE, "a", "b");
        index(IndexKind.REPEATABLE, "b");
        index(IndexKind.UNIQUE_IF_PRESENT, "c");
        for (int i = 0; i < filters.size(); i++)
            assertThat(sortedIds(filters.get(i))).as("%s", filters.get(i)).isEqualTo(scanned.get(i));
    }

    @Test
    void aVersionLetsOnlyOneWriterThrough() {
        insert(new Document("_id", "a").append("version", 1));
        var tries = IntStream.range(0, 50)
                .mapToObj(i -> first(collection.updateOne(
                        new Document("_id", "a").append("version", 1),
                        new Document("$set", new Document("version", 2).append("by", i)))))
                .toList();
        long winners = tries.stream()
                .map(attempt -> attempt.await())
                .filter(result -> result.orElseThrow().getModifiedCount() == 1)
                .count();
        assertThat(winners).isEqualTo(1);
    }

    @Test
    void aThousandConcurrentNumbersAreDistinct() {
        insert(new Document("_id", "counter").append("n", 0));
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        var increment = new Document("$inc", new Document("n", 1));
        var numbers = IntStream.range(0, 1_000)
                .mapToObj(i -> first(collection.findOneAndUpdate(new Document("_id", "counter"), increment, options)))
                .toList();
        var distinct = new HashSet<Integer>();
        for (var number : numbers) distinct.add(number.await().orElseThrow().getInteger("n"));
        assertThat(distinct).hasSize(1_000).contains(1, 1_000);
    }

    @Test
    void concurrentReadersNeverSeeATornDocument() throws InterruptedException {
        insert(new Document("_id", "a")
                .append("left", 0)
                .append("list", List.of())
                .append("right", 0));
        var stop = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            for (int n = 1; !stop.get(); n++) {
                var both = new Document("left", 1).append("right", 1);
                var change = new Document("$inc", both).append("$push", new Document("list", n));
                if (n % 50 == 0) change = new Document("$inc", both).append("$set", new Document("list", List.of()));
                if (n % 2 == 0) change.append("$unset", new Document("odd", ""));
                update("a", change);
            }
        });
        for (int round = 0; round < 60; round++) {
            var reads = IntStream.range(0, 20)
                    .mapToObj(i -> first(collection.find(new Document("_id", "a"))))
                    .toList();
            for (var read : reads) {
                var seen = read.await().orElseThrow();
                assertThat(seen.get("left")).isEqualTo(seen.get("right"));
            }
        }
        stop.set(true);
        writer.join();
    }

    @Test
    void aReplacedDocumentKeepsNothingOfTheOldOne() {
        insert(new Document("_id", "a").append("old", 1));
        var result = first(collection.replaceOne(new Document("_id", "a"), new Document("new", 2)))
                .await()
                .orElseThrow();
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(byId("a")).isEqualTo(new Document("_id", "a").append("new", 2));
    }

    @Test
    void everyAllowedUpdateOperatorWorks() {
        insert(new Document("_id", "a")
                .append("n", 1)
                .append("gone", true)
                .append("tags", List.of("x", "y"))
                .append("items", List.of(new Document("id", 1).append("open", false), new Document("id", 2))));
        update("a", new Document("$set", new Document("title", "Tờ trình").append("sub.deep", 5)));
        update("a", new Document("$unset", new Document("gone", "")));
        update("a", new Document("$inc", new Document("n", 41)));
        update("a", new Document("$push", new Document("tags", "z")));
        update("a", new Document("$addToSet", new Document("tags", "x")));
        update("a", new Document("$pull", new Document("tags", "y")));
        done(collection.updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("items.$[item].open", true)),
                        new UpdateOptions().arrayFilters(List.of(new Document("item.id", 2)))))
                .await();
        assertThat(byId("a"))
                .isEqualTo(new Document("_id", "a")
                        .append("n", 42)
                        .append("tags", List.of("x", "z"))
                        .append(
                                "items",
                                List.of(
                                        new Document("id", 1).append("open", false),
                                        new Document("id", 2).append("open", true)))
                        .append("title", "Tờ trình")
                        .append("sub", new Document("deep", 5)));
    }

    @Test
    void anUpsertInsertsOnceAndUpdatesAfterwards() {
        var change = new Document("$inc", new Document("n", 1)).append("$setOnInsert", new Document("made", "first"));
        var tries = IntStream.range(0, 100)
                .mapToObj(i ->
                        done(collection.updateOne(new Document("_id", "u"), change, new UpdateOptions().upsert(true))))
                .toList();
        tries.forEach(attempt -> attempt.await());
        assertThat(byId("u"))
                .isEqualTo(new Document("_id", "u").append("n", 100).append("made", "first"));
        done(collection.replaceOne(
                        new Document("_id", "r"), new Document("whole", 1), new ReplaceOptions().upsert(true)))
                .await();
        assertThat(byId("r")).isEqualTo(new Document("_id", "r").append("whole", 1));
    }

    @Test
    void aMegabyteOfBytesComesBackUnchanged() {
        var bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        insert(new Document("_id", "a").append("bytes", new Binary(bytes)));
        assertThat(byId("a").get("bytes", Binary.class).getData()).isEqualTo(bytes);
    }

    @Test
    void manyLargeDocumentsComeInBatchesThatFitAMessage() {
        for (int i = 0; i < 60; i++)
            insert(new Document("_id", "m%02d".formatted(i)).append("bytes", new Binary(new byte[1 << 20])));
        assertThat(all(collection.find().batchSize(500).limit(500)).await()).hasSize(60);
    }

    @Test
    void vietnameseTextComesBackUnchanged() {
        var text = "Nghị quyết về quy hoạch sử dụng đất; đại biểu Hoàng Thị Ưởng, tổ 4 🗳";
        insert(new Document("_id", text).append("text", text));
        assertThat(byId(text)).isEqualTo(new Document("_id", text).append("text", text));
    }

    @Test
    void deletingByIdTakesOnlyThatDocument() {
        done(collection.insertMany(numbered(10))).await();
        var result =
                first(collection.deleteOne(new Document("_id", "id3"))).await().orElseThrow();
        assertThat(result.getDeletedCount()).isEqualTo(1);
        assertThat(ids(new Document())).hasSize(9).doesNotContain("id3");
        assertThat(first(collection.deleteOne(new Document("_id", "id3")))
                        .await()
                        .orElseThrow()
                        .getDeletedCount())
                .isZero();
    }

    @Test
    void twoThousandDocumentsArePagedWithoutLossOrRepetition() {
        done(collection.insertMany(numbered(1_000))).await();
        var more = IntStream.range(1_000, 2_000)
                .mapToObj(StoreConformanceTest::numberedOne)
                .toList();
        done(collection.insertMany(more)).await();
        var found = all(collection
                        .find()
                        .sort(new Document("n", 1))
                        .batchSize(150)
                        .limit(2_000))
                .await();
        assertThat(found)
                .extracting(each -> each.getInteger("n"))
                .isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void onlyTheAskedFieldsCome() {
        insert(new Document("_id", "a").append("x", 1).append("y", 2));
        var found = first(collection.find(new Document("_id", "a")).projection(new Document("x", 1)))
                .await();
        assertThat(found).contains(new Document("_id", "a").append("x", 1));
    }

    @Test
    void aReportCountsByGroup() {
        insert(ballot("1", "v", "an"));
        insert(ballot("2", "v", "bình"));
        insert(ballot("3", "w", "an"));
        var pipeline = List.of(
                new Document("$match", new Document("vote", new Document("$in", List.of("v", "w")))),
                new Document("$group", new Document("_id", "$vote").append("n", new Document("$sum", 1))),
                new Document("$sort", new Document("_id", 1)),
                new Document("$limit", 10));
        assertThat(all(collection.aggregate(pipeline)).await())
                .containsExactly(new Document("_id", "v").append("n", 2), new Document("_id", "w").append("n", 1));
    }

    private void insert(Document document) {
        done(collection.insertOne(document)).await();
    }

    private void update(String id, Document change) {
        done(collection.updateOne(new Document("_id", id), change)).await();
    }

    private void index(IndexKind kind, String... fields) {
        store.mongo().index(name, kind, fields).await();
    }

    private Document byId(String id) {
        return first(collection.find(new Document("_id", id))).await().orElseThrow();
    }

    private List<String> ids(Document filter) {
        return all(collection
                        .find(filter)
                        .sort(new Document("_id", 1))
                        .batchSize(500)
                        .limit(5_000))
                .await()
                .stream()
                .map(each -> each.getString("_id"))
                .toList();
    }

    /** Also asks in the order of an index, so that a wrongly taken short cut shows. */
    private List<List<String>> sortedIds(Document filter) {
        var byB = all(collection
                        .find(filter)
                        .sort(new Document("b", 1).append("_id", 1))
                        .batchSize(500)
                        .limit(500))
                .await();
        return List.of(
                ids(filter), byB.stream().map(each -> each.getString("_id")).toList());
    }

    private List<Integer> firsts(Document filter, int limit) {
        return all(collection
                        .find(filter)
                        .sort(new Document("first", 1))
                        .limit(limit)
                        .batchSize(Math.min(limit, 500)))
                .await()
                .stream()
                .map(each -> each.getInteger("first"))
                .toList();
    }

    private static void assertDuplicate(Runnable write) {
        assertThatThrownBy(write::run).satisfies(e -> assertThat(category(e)).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    private static ErrorCategory category(Throwable failure) {
        return failure instanceof MongoWriteException write
                ? write.getError().getCategory()
                : ErrorCategory.UNCATEGORIZED;
    }

    private static Document ballot(String id, String vote, String delegate) {
        return new Document("_id", id).append("vote", vote).append("delegate", delegate);
    }

    private static Document entry(String session, int first) {
        return new Document("_id", "%s:%012d".formatted(session, first))
                .append("session", session)
                .append("first", first)
                .append("bytes", new Binary(new byte[] {1, 2, 3}));
    }

    private static List<Document> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(StoreConformanceTest::numberedOne)
                .toList();
    }

    private static Document numberedOne(int n) {
        return new Document("_id", "id" + n).append("n", n);
    }

    /** Fields that are absent, null, whole, broken, text or lists. */
    private static Document randomDocument(Random random, String id) {
        var document = new Document("_id", id);
        if (random.nextInt(5) > 0) document.append("a", randomValue(random));
        if (random.nextInt(5) > 0) document.append("b", random.nextInt(6) == 0 ? list(random) : randomValue(random));
        if (random.nextInt(5) == 0) document.append("c", id);
        return document;
    }

    private static Document randomFilter(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("a", randomValue(random));
            case 1 -> new Document("a", randomValue(random)).append("b", bounds(random));
            case 2 -> new Document("b", bounds(random));
            case 3 -> new Document("a", new Document("$in", List.of(1, 2.0, "an"))).append("b", randomValue(random));
            case 4 -> new Document("$and", List.of(new Document("a", 1), new Document("b", bounds(random))));
            default -> new Document("c", "id%03d".formatted(random.nextInt(300)));
        };
    }

    private static Document bounds(Random random) {
        var bounds = new Document(random.nextBoolean() ? "$gt" : "$gte", random.nextInt(4));
        return random.nextBoolean() ? bounds.append(random.nextBoolean() ? "$lt" : "$lte", random.nextInt(6)) : bounds;
    }

    private static Object randomValue(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(5);
            case 1 -> (long) random.nextInt(5);
            case 2 -> random.nextInt(10) / 2.0;
            default -> List.of("an", "bình", "chi").get(random.nextInt(3));
        };
    }

    private static List<Integer> list(Random random) {
        return random.ints(random.nextInt(3), 0, 6).boxed().toList();
    }
}
