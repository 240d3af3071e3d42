package plenum.server.embedded;

import static plenum.server.platform.Publishers.all;
import static plenum.server.platform.Publishers.done;
import static plenum.server.platform.Publishers.first;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;

/** Many clients that write, and what each of them was told is done. */
final class Acknowledged {
    private static final String BALLOTS = "ballots";
    private static final String COUNTERS = "counters";

    /** By `_id`: how often the ballot was changed after it was inserted. */
    private final Map<String, Integer> changes = new ConcurrentHashMap<>();
    /** By client: the highest number that was handed out. */
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    private final AtomicLong writes = new AtomicLong();

    long writes() {
        return writes.get();
    }

    static void declare(Mongo mongo) {
        mongo.index(BALLOTS, IndexKind.UNIQUE, "vote", "delegate").await();
        mongo.index(BALLOTS, IndexKind.REPEATABLE, "vote").await();
    }

    /** Starts the clients; each ends with the first failure of the connection. */
    List<Thread> start(Mongo mongo, String round, int clients, AtomicBoolean stop) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var client = round + "-" + i;
            threads.add(Thread.ofVirtual().start(() -> write(mongo, round, client, stop)));
        }
        return threads;
    }

    /** What was acknowledged but is not there, or is there in a wrong way; empty when all is well. */
    List<String> holes(Mongo mongo) {
        var holes = new ArrayList<String>();
        var ballots = mongo.collection(BALLOTS);
        for (var ballot : changes.entrySet()) {
            var id = ballot.getKey();
            var vote = id.substring(0, id.indexOf('-'));
            var byId = all(ballots.find(new Document("_id", id)).limit(2)).await();
            var byKey = all(ballots.find(new Document("vote", vote).append("delegate", id))
                            .limit(2))
                    .await();
            if (byId.size() != 1) holes.add(id + " is there " + byId.size() + " times");
            else if (!byKey.equals(byId)) holes.add(id + " is not found by its unique key");
            else if (byId.getFirst().getInteger("changes") < ballot.getValue()) holes.add(id + " lost a change");
        }
        for (var number : numbers.entrySet()) {
            var counter = first(mongo.collection(COUNTERS).find(new Document("_id", number.getKey())))
                    .await();
            if (counter.isEmpty() || counter.get().getInteger("n") < number.getValue())
                holes.add("counter " + number.getKey() + " is at " + counter + " after " + number.getValue());
        }
        holes.addAll(doubles(mongo));
        return holes;
    }

    private List<String> doubles(Mongo mongo) {
        var seen = new HashSet<String>();
        var votes = new HashSet<String>();
        for (var id : changes.keySet()) votes.add(id.substring(0, id.indexOf('-')));
        var doubles = new ArrayList<String>();
        for (var vote : votes) {
            var found = all(mongo.collection(BALLOTS)
                            .find(new Document("vote", vote))
                            .batchSize(500)
                            .limit(100_000))
                    .await();
            for (var ballot : found)
                if (!seen.add(ballot.getString("delegate"))) doubles.add(ballot + " is there twice");
        }
        return doubles;
    }

    private void write(Mongo mongo, String round, String client, AtomicBoolean stop) {
        var next = new AtomicInteger();
        try {
            while (!stop.get()) writeOnce(mongo, round, client, next.incrementAndGet());
        } catch (RuntimeException killed) {
            stop.set(true);
        }
    }

    private void writeOnce(Mongo mongo, String round, String client, int number) {
        var ballots = mongo.collection(BALLOTS);
        var id = client + "-" + number;
        done(ballots.insertOne(new Document("_id", id)
                        .append("vote", round)
                        .append("delegate", id)
                        .append("changes", 0)))
                .await();
        changes.put(id, 0);
        writes.incrementAndGet();
        if (ThreadLocalRandom.current().nextInt(3) == 0) {
            done(ballots.updateOne(new Document("_id", id), new Document("$inc", new Document("changes", 1))))
                    .await();
            changes.put(id, 1);
            writes.incrementAndGet();
        }
        if (ThreadLocalRandom.current().nextInt(5) == 0) {
            var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
            var increment = new Document("$inc", new Document("n", 1));
            var counter = first(mongo.collection(COUNTERS)
                            .findOneAndUpdate(new Document("_id", client), increment, options))
                    .await()
                    .orElseThrow();
            numbers.put(client, counter.getInteger("n"));
            writes.incrementAndGet();
        }
    }
}
