package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The stored half of one index: keys in {@link KeyOrder}, each with the position (the `_id`) of its document. */
final class KeyMap {
    private static final String LISTS = "plenum.lists";

    private final MVMap<KeyValue, Object> keys;
    private final MVMap<String, Boolean> lists;

    KeyMap(MVStore store, String name) {
        keys = store.openMap(name, new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
        lists = store.openMap(LISTS);
    }

    @Nullable
    Object get(KeyValue key) {
        return keys.get(key);
    }

    boolean putIfAbsent(KeyValue key, Object position) {
        return keys.putIfAbsent(key, position) == null;
    }

    void put(KeyValue key, Object position) {
        keys.put(key, position);
    }

    @Nullable
    Object remove(KeyValue key) {
        return keys.remove(key);
    }

    long count() {
        return keys.sizeAsLong();
    }

    Iterable<Map.Entry<KeyValue, Object>> entries() {
        return keys.entrySet();
    }

    void clear() {
        keys.clear();
        lists.remove(keys.getName());
    }

    /** Some document has, or had, several keys here. Then a scan is not in the order of documents. */
    boolean hasLists() {
        return lists.containsKey(keys.getName());
    }

    void markLists() {
        if (!hasLists()) lists.put(keys.getName(), Boolean.TRUE);
    }

    /** Positions in key order, read as the stream is consumed. */
    Stream<Object> scan(KeyRange range, boolean backwards) {
        var cursor =
                backwards ? keys.cursor(range.to(), range.from(), true) : keys.cursor(range.from(), range.to(), false);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(positions(cursor), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static Iterator<Object> positions(Cursor<KeyValue, Object> cursor) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Object next() {
                cursor.next();
                return cursor.getValue();
            }
        };
    }
}
