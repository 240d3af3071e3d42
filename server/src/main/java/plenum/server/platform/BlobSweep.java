package plenum.server.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes bytes that nothing refers to: what was kept and then refused, dropped or forgotten. A record refers to bytes
 * when their name stands anywhere in it; too much is marked rather than too little, and when anything cannot be read
 * nothing is removed. What was kept or refreshed {@value #AGE_MINUTES} minutes ago or later stays, for its record may
 * still be on its way; and only what two looks, {@value #EVERY_MINUTES} minutes apart, found without a reference goes,
 * for a machine may have slept or its clock may have jumped.
 */
public final class BlobSweep implements AutoCloseable {
    static final int AGE_MINUTES = 2;
    static final int EVERY_MINUTES = 4;
    /** Whoever keeps bytes writes their names into one of these. */
    private static final List<String> RECORDS =
            List.of("papers", "officeFiles", "drafts", "draftOfficeFiles", "recordings", "minutes");

    /**
     * Each record names what was made of the bytes that are its id, and goes with them; the second also of the first.
     */
    private static final List<String> MADE = List.of("conversions", "renditions");

    /** Read only when nothing else refers to something. */
    private static final String JOURNAL = "journal";

    private static final Logger LOG = LoggerFactory.getLogger(BlobSweep.class);
    private static final Pattern NAME = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final int NAME_CHARS = 64;
    /** Batches of the journal have up to 8 MB. */
    private static final int AT_ONCE = 10;

    private static final long PATIENCE_SECONDS = 30;

    private final BlobStore blobs;
    private final Mongo mongo;
    private final Consumer<Sha256> gone;
    private final InstantSource clock;
    /** What the journal refers to it refers to for ever. */
    private final Set<String> journalled = new HashSet<>();

    private Set<Sha256> suspects = Set.of();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("blob-sweep").factory(), new DiscardPolicy());

    /** @param gone told of bytes that something was made of, once what names it is removed */
    public BlobSweep(BlobStore blobs, Mongo mongo, Consumer<Sha256> gone, InstantSource clock) {
        this.blobs = blobs;
        this.mongo = mongo;
        this.gone = gone;
        this.clock = clock;
    }

    /**
     * Begins to look regularly.
     *
     * @param before when this process began, if no other one uses the bytes: what nothing refers to since then goes at
     *     once; {@link Instant#EPOCH} otherwise
     */
    public void start(Instant before) {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unused = thread.submit(() -> guarded(() -> {
            var unusedCount = sweep(before);
        }));
        var unusedToo = thread.scheduleWithFixedDelay(
                () -> guarded(this::look), EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void guarded(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException fault) {
            LOG.warn("bytes that nothing refers to stay for now", fault);
        }
    }

    private void look() throws IOException {
        var limit = clock.instant().minus(Duration.ofMinutes(AGE_MINUTES));
        var found = unreferenced(limit);
        var again = suspects;
        suspects = new HashSet<>(found);
        var unused = remove(found.stream().filter(again::contains).toList(), limit);
    }

    /** @return how many were removed of what was last kept before and nothing refers to */
    public int sweep(Instant limit) throws IOException {
        return remove(unreferenced(limit), limit);
    }

    private List<Sha256> unreferenced(Instant limit) throws IOException {
        var left = new HashSet<String>();
        blobs.keptBefore(limit).forEach(name -> left.add(name.hex()));
        if (left.isEmpty()) {
            return List.of();
        }
        for (var collection : RECORDS) {
            each(collection, document -> names(document, left::remove));
        }
        left.removeAll(journalled);
        if (!left.isEmpty()) {
            unmarkMade(left);
        }
        if (!left.isEmpty()) {
            each(
                    JOURNAL,
                    batch -> names(batch, name -> {
                        if (left.remove(name)) {
                            journalled.add(name);
                        }
                    }));
            unmarkMade(left);
        }
        return left.stream().map(Sha256::new).toList();
    }

    /** What was made of bytes that stay stays too. */
    private void unmarkMade(Set<String> left) {
        for (var collection : MADE) {
            each(collection, document -> {
                if (!left.contains(document.getString("_id"))) {
                    names(document, left::remove);
                }
            });
        }
    }

    /** What names the parts goes first: parts without it are found by the next look, it without parts never. */
    private int remove(List<Sha256> names, Instant limit) throws IOException {
        var forgotten = forgetMade(names.stream().map(Sha256::hex).collect(Collectors.toSet()));
        var count = 0;
        for (var name : names) {
            if (blobs.removeKeptBefore(name, limit)) {
                count++;
            }
        }
        forgotten.forEach(gone);
        if (count > 0) {
            LOG.info("swept {} files that nothing refers to", count);
        }
        return count;
    }

    private List<Sha256> forgetMade(Set<String> names) {
        var forgotten = new ArrayList<Sha256>();
        for (var collection : MADE) {
            for (var name : names) {
                var deleted =
                        settled(Publishers.first(mongo.collection(collection).deleteMany(new Document("_id", name))));
                if (deleted.orElseThrow().getDeletedCount() > 0) {
                    forgotten.add(new Sha256(name));
                }
            }
        }
        return forgotten;
    }

    private void each(String collection, Consumer<Document> use) {
        for (var from = ""; ; ) {
            var query = new Document("_id", new Document("$gt", from));
            var some = settled(Publishers.all(mongo.collection(collection)
                    .find(query)
                    .sort(new Document("_id", 1))
                    .limit(AT_ONCE)));
            for (var document : some) {
                use.accept(document);
                from = document.getString("_id");
            }
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    private static void names(@Nullable Object value, Consumer<String> use) {
        if (value instanceof Document document) {
            document.values().forEach(one -> names(one, use));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(one -> names(one, use));
        } else if (value instanceof Binary bytes) {
            names(new String(bytes.getData(), UTF_8), use);
        } else if (value instanceof String text && text.length() >= NAME_CHARS) {
            NAME.matcher(text).results().forEach(found -> use.accept(found.group()));
        }
    }

    private static <R> R settled(Future<R> future) {
        try {
            return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the store did not answer within " + PATIENCE_SECONDS + " s", late);
        }
    }

    /** Lets a look that has begun end: it must not go on without its store. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the sweep of bytes still runs");
        }
    }
}
