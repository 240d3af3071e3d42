package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.List;

/** What is left of a query's documents; hands out at most 16 MB at a time, as MongoDB does. */
final class StoreCursor extends AbstractCursor {
    private static final int MAX_BATCH_BYTES = 16 * 1024 * 1024;

    private List<Document> left;
    private volatile long usedNanos = System.nanoTime();

    StoreCursor(long id, List<Document> documents) {
        super(id);
        this.left = documents;
    }

    @Override
    public boolean isEmpty() {
        return left.isEmpty();
    }

    /** @param limit number of documents; 0 leaves it to the size alone */
    @Override
    public List<Document> takeDocuments(int limit) {
        usedNanos = System.nanoTime();
        int most = limit <= 0 ? left.size() : Math.min(limit, left.size());
        int count = 0;
        for (long bytes = 0; count < most; count++) {
            bytes += BsonBytes.estimate(left.get(count));
            if (bytes > MAX_BATCH_BYTES && count > 0) break;
        }
        var taken = left.subList(0, count);
        left = left.subList(count, left.size());
        return taken;
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - usedNanos > time.toNanos();
    }
}
