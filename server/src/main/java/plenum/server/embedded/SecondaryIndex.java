package plenum.server.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique: the position is the last part of each key, so that equal values keep one fixed order.
 */
final class SecondaryIndex extends Index<Object> implements OrderedIndex {
    private final KeyMap keyMap;
    private final List<String> fields;

    SecondaryIndex(KeyMap keyMap, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.keyMap = keyMap;
        this.fields = keys.stream().map(IndexKey::getKey).toList();
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

    /** An empty list counts as absent; the library would leave the document out. */
    @Override
    public Set<KeyValue> getKeyValues(Document document) {
        var keys = super.getKeyValues(document);
        if (!keys.isEmpty()) return keys;
        var values = new ArrayList<@Nullable Object>();
        for (var field : fields) {
            var value = Utils.getSubdocumentValueCollectionAware(document, field);
            values.add(value instanceof Collection ? null : value);
        }
        return Set.of(new KeyValue(values).normalized());
    }

    /** Unknown here: only a unique index leads from a document to its position. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        Objects.requireNonNull(getKeyValues(document)); // two lists in one key are refused here
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        checkAdd(after, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        var keys = keys(document, position);
        for (var key : keys) keyMap.put(key, position);
        if (keys.size() > 1 || hasList(document)) keyMap.markLists();
    }

    @Override
    public @Nullable Object remove(Document document) {
        var position = Objects.requireNonNull(document.get("_id"));
        for (var key : keys(document, position)) Objects.requireNonNull(keyMap.remove(key));
        return position;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (nullAwareEqualsKeys(before, after) && leftOut(before) == leftOut(after)) return;
        for (var key : keys(before, position)) Objects.requireNonNull(keyMap.remove(key));
        add(after, position, collection);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("AccessPath reads this index");
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && other instanceof SecondaryIndex same && same.fields.equals(fields);
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

    private Set<KeyValue> keys(Document document, Object position) {
        if (leftOut(document)) return Set.of();
        return getKeyValues(document).stream()
                .map(values -> withPosition(values, position))
                .collect(Collectors.toSet());
    }

    private boolean leftOut(Document document) {
        return isSparse() && fields.stream().allMatch(field -> isMissing(document, field));
    }

    private boolean hasList(Document document) {
        return fields.stream()
                .anyMatch(field -> Utils.getSubdocumentValueCollectionAware(document, field) instanceof Collection);
    }

    private static boolean isMissing(Document document, String field) {
        return Utils.getSubdocumentValueCollectionAware(document, field) instanceof Missing;
    }

    private static KeyValue withPosition(KeyValue values, Object position) {
        var longer = new ArrayList<@Nullable Object>(values.stream().toList());
        longer.add(position);
        return new KeyValue(longer);
    }
}
