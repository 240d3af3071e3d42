package plenum.server.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The library's database with our maps: documents in BSON, ordered keys, real secondary indexes. */
final class StoreDatabase extends H2Database {
    private final MVStore store;
    private final OpenCursors cursors;

    /** The fields come first: the library opens collections and indexes from its constructor. */
    StoreDatabase(String name, MVStore store, CursorRegistry registry, OpenCursors cursors) {
        this.store = store;
        this.cursors = cursors;
        super(name, store, registry);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = store.openMap(
                "databases." + fullName, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
        MVMap<String, Object> meta = store.openMap("meta." + fullName);
        return new StoreCollection(this, name, options, documents, meta, cursorRegistry, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(keyMap(collection, name), name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(keyMap(collection, name), name, keys, sparse);
    }

    /** The library removes the map of this name when the index is dropped. */
    private KeyMap keyMap(String collection, String index) {
        return new KeyMap(store, getFullCollectionNamespace(collection) + "._index_" + index);
    }
}
