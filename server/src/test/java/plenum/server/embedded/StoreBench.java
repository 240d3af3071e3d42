package plenum.server.embedded;

import static plenum.server.platform.Publishers.all;
import static plenum.server.platform.Publishers.done;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.bson.types.Binary;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;

/**
 * Measures the embedded store, client and store in one process as in Plenum; each line is one load for some seconds.
 */
final class StoreBench {
    private final Duration time;
    private final Mongo mongo;
    private final AtomicInteger next = new AtomicInteger();

    private StoreBench(Duration time, Mongo mongo) {
        this.time = time;
        this.mongo = mongo;
    }

    /** The argument is the seconds for each load; without it 5. */
    public static void main(String[] arguments) throws Exception {
        var time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
        var directory = Files.createTempDirectory("plenum-bench");
        long started = System.nanoTime();
        try (var store = EmbeddedStore.open(directory)) {
            System.out.printf("opened an empty store in %d ms%n", millisSince(started));
            try (var mongo = Mongo.open(store.connectionString() + "&maxPoolSize=200")) {
                mongo.ping().await();
                System.out.printf("first answer after %d ms%n", millisSince(started));
                new StoreBench(time, mongo).run();
            }
        }
        System.out.printf("store.mv %.1f MB%n", Files.size(directory.resolve("store.mv")) / 1e6);
        reopen(directory);
    }

    private void run() throws InterruptedException {
        mongo.index("ballots", IndexKind.UNIQUE, "vote", "delegate").await();
        mongo.index("journal", IndexKind.UNIQUE, "session", "first").await();
        var ballots = mongo.collection("ballots");
        load("single inserts, unique index, 200 clients, cold", 200, client -> insertBallot(ballots));
        load("single inserts, unique index, 200 clients, warm", 200, client -> insertBallot(ballots));
        var journal = mongo.collection("journal");
        load("8 KB batch documents, 1 lane", 1, client -> insertEntry(journal, client));
        load("8 KB batch documents, 8 lanes", 8, client -> insertEntry(journal, client));
        var random = new Random(1);
        load("100 entries after a random number, 4 readers", 4, client -> readEntries(journal, random.nextInt(500)));
        load("reads by _id, 64 readers", 64, client -> readBallot(ballots, next.get() / 2));
    }

    private void load(String name, int clients, IntConsumer operation) throws InterruptedException {
        var nanos = new ConcurrentLinkedQueue<Long>();
        long started = System.nanoTime();
        long end = started + time.toNanos();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    long before = System.nanoTime();
                    operation.accept(client);
                    nanos.add(System.nanoTime() - before);
                }
            }));
        }
        for (var thread : threads) thread.join();
        double seconds = (System.nanoTime() - started) / 1e9;
        var sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%-50s %7.0f /s   p50 %.1f ms, p99 %.1f ms%n",
                name, sorted.size() / seconds, percentile(sorted, 50), percentile(sorted, 99));
    }

    private void insertBallot(MongoCollection<Document> ballots) {
        int number = next.incrementAndGet();
        done(ballots.insertOne(new Document("_id", "v:" + number)
                        .append("vote", "v")
                        .append("delegate", "d" + number)
                        .append("choice", "for")
                        .append("at", 1_700_000_000_000L)))
                .await();
    }

    private void insertEntry(MongoCollection<Document> journal, int lane) {
        long first = next.incrementAndGet();
        done(journal.insertOne(new Document("_id", "s%d:%012d".formatted(lane, first))
                        .append("session", "s" + lane)
                        .append("first", first)
                        .append("last", first + 20)
                        .append("bytes", new Binary(new byte[8_000]))
                        .append("hash", new Binary(new byte[32]))))
                .await();
    }

    private static void readEntries(MongoCollection<Document> journal, int first) {
        var found = all(journal.find(new Document("session", "s1").append("first", new Document("$gt", first)))
                        .sort(new Document("first", 1))
                        .limit(100)
                        .batchSize(100))
                .await();
        if (found.isEmpty()) throw new IllegalStateException("nothing found");
    }

    private static void readBallot(MongoCollection<Document> ballots, int number) {
        done(ballots.find(new Document("_id", "v:" + number)).limit(1)).await();
    }

    private static void reopen(Path directory) throws IOException {
        long started = System.nanoTime();
        try (var store = EmbeddedStore.open(directory)) {
            System.out.printf(
                    "opened again in %d ms%n", store.connectionString().isEmpty() ? 0 : millisSince(started));
        }
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
