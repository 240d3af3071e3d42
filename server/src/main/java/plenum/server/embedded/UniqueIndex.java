package plenum.server.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** A unique index, also the one on `_id`; refuses what cannot be stored before anything is changed. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {
    private static final int CODE_UNSUPPORTED = 115;

    private final KeyMap keyMap;
    private final List<String> fields;
    private final boolean onId;

    UniqueIndex(KeyMap keyMap, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.keyMap = keyMap;
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.onId = fields.equals(List.of("_id"));
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public boolean isSparse() {
        return super.isSparse();
    }

    @Override
    public KeyMap keyMap() {
        return keyMap;
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        checkStorable(document);
        super.checkAdd(document, collection);
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        checkStorable(after);
        super.checkUpdate(before, after, collection);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return keyMap.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return keyMap.putIfAbsent(key, position);
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return keyMap.entries();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return keyMap.get(key);
    }

    /** Always no: {@link AccessPath} chooses among the indexes. */
    @Override
    public synchronized boolean canHandle(Document query) {
        return false;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && other instanceof UniqueIndex same && same.fields.equals(fields);
    }

    @Override
    public long getCount() {
        return keyMap.count();
    }

    @Override
    public long getDataSize() {
        return keyMap.count();
    }

    @Override
    public void drop() {
        keyMap.clear();
    }

    private void checkStorable(Document document) {
        if (onId) BsonBytes.checkStorable(document);
        else if (getKeyValues(document).size() != 1)
            throw new MongoServerError(CODE_UNSUPPORTED, "CommandNotSupported", "a list in a unique key");
    }
}
