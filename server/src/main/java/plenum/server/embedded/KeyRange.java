package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of an index, both ends included; null is open. May hold more than was asked for, never less. */
record KeyRange(@Nullable KeyValue from, @Nullable KeyValue to) {

    /** Every key that begins with the prefix; an empty prefix is the whole index. */
    static KeyRange startingWith(List<Object> prefix) {
        return prefix.isEmpty() ? new KeyRange(null, null) : new KeyRange(new KeyValue(prefix), end(prefix));
    }

    /** Keys that begin with the prefix and go on within the bounds. */
    static KeyRange within(List<Object> prefix, Bounds bounds) {
        var whole = startingWith(prefix);
        var low = bounds.low();
        var high = bounds.high();
        var from = low == null ? whole.from() : bounds.lowIncluded() ? key(prefix, low) : end(with(prefix, low));
        var to = high == null ? whole.to() : bounds.highIncluded() ? end(with(prefix, high)) : key(prefix, high);
        return new KeyRange(from, to);
    }

    private static KeyValue key(List<Object> prefix, Object value) {
        return new KeyValue(with(prefix, value));
    }

    private static KeyValue end(List<Object> prefix) {
        return new KeyValue(with(prefix, KeyOrder.END));
    }

    private static List<Object> with(List<Object> prefix, Object value) {
        var longer = new ArrayList<>(prefix);
        longer.add(value);
        return longer;
    }
}
