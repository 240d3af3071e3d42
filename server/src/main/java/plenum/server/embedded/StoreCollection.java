package plenum.server.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The library's collection with index look-ups, bounded batches and index builds that leave nothing behind on failure.
 */
final class StoreCollection extends H2Collection {
    private final OpenCursors cursors;
    private volatile List<OrderedIndex> ordered = List.of();

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry registry,
            OpenCursors cursors) {
        super(database, name, options, documents, meta, registry);
        this.cursors = cursors;
    }

    @Override
    protected QueryResult queryDocuments(
            @Nullable Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        var path = AccessPath.choose(ordered, filter, order);
        if (path.isEmpty()) return super.queryDocuments(filter, order, skip, limit, batchSize, fields);
        var documents = path.get().positions().map(this::getDocument);
        Comparator<Document> sort = path.get().sorted() ? null : deriveComparator(order);
        return matchDocumentsFromStream(filter, documents, skip, limit, batchSize, sort, fields);
    }

    /** A batch size of 0 means all: so ask updates, deletes and counts. */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        if (batchSize <= 0) return new QueryResult(matched);
        var cursor = new StoreCursor(cursorRegistry.generateCursorId(), matched);
        var first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) return new QueryResult(first);
        cursors.add(cursor, cursorRegistry);
        return new QueryResult(first, cursor);
    }

    @Override
    public void addIndex(Index<Object> index) {
        boolean known = getIndexes().stream().anyMatch(other -> other.getName().equals(index.getName()));
        try {
            super.addIndex(index);
        } catch (RuntimeException failure) {
            if (!known && index instanceof OrderedIndex halfBuilt)
                halfBuilt.keyMap().clear();
            throw failure;
        }
        refresh();
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        refresh();
    }

    /** Sizes are not kept: nobody asks, and each write would be encoded twice for them. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /** One order at every start, `_id` first: of two violated keys the same one is reported. */
    private void refresh() {
        getIndexes()
                .sort(Comparator.comparing(
                                (Index<Object> index) -> !index.getName().equals("_id_"))
                        .thenComparing(Index::getName));
        ordered = getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(OrderedIndex.class::cast)
                .toList();
    }
}
