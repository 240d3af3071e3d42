package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the documents of one query through one index. The choice depends only on the filter, the order and the
 * declared indexes, so that a replayed command meets the documents in the same order.
 *
 * @param sorted the positions come in the wanted order
 */
record AccessPath(OrderedIndex index, List<KeyRange> ranges, boolean sorted, boolean backwards, int worth) {
    private static final int WORTH_OF_ID = 1_000;
    private static final int WORTH_OF_ONE_DOCUMENT = 500;

    /** Empty when every document must be read. */
    static Optional<AccessPath> choose(
            List<OrderedIndex> indexes, @Nullable Document filter, @Nullable Document order) {
        var conditions = Conditions.of(filter);
        var wanted = WantedOrder.of(order);
        return indexes.stream()
                .map(index -> through(index, conditions, wanted))
                .filter(path -> path.worth > 0)
                .max(Comparator.comparingInt(AccessPath::worth)
                        .thenComparing(path -> path.index.getName(), Comparator.reverseOrder()));
    }

    Stream<Object> positions() {
        var all = ranges.stream().flatMap(range -> index.keyMap().scan(range, backwards));
        return index.keyMap().hasLists() ? all.distinct() : all;
    }

    private static AccessPath through(OrderedIndex index, Conditions conditions, WantedOrder wanted) {
        var fields = index.fields();
        var prefixes = List.of(List.<Object>of());
        int fixed = 0;
        while (fixed < fields.size() && prefixes.size() == 1) {
            var values = conditions.values(fields.get(fixed));
            if (values.isEmpty()) break;
            prefixes = extend(prefixes.getFirst(), values);
            fixed++;
        }
        boolean lists = index.keyMap().hasLists();
        var bounds = fixed < fields.size() ? conditions.bounds(fields.get(fixed)) : Bounds.NONE;
        var usable = lists ? bounds.oneEnd() : bounds;
        var ranges =
                prefixes.stream().map(prefix -> KeyRange.within(prefix, usable)).toList();
        boolean sorted = !lists && ranges.size() == 1 && wanted.isOrderOf(fields, conditions);
        boolean narrows = fixed > 0 || !usable.equals(Bounds.NONE);
        int worth = 4 * fixed + (usable.equals(Bounds.NONE) ? 0 : 2) + (sorted ? 1 : 0);
        if (!narrows && index.isSparse()) worth = 0;
        if (index.isUnique() && fixed == fields.size())
            worth = fields.equals(List.of("_id")) ? WORTH_OF_ID : WORTH_OF_ONE_DOCUMENT + fixed;
        return new AccessPath(index, ranges, sorted, sorted && wanted.backwards(), worth);
    }

    private static List<List<Object>> extend(List<Object> prefix, List<Object> values) {
        var longer = new ArrayList<List<Object>>(values.size());
        for (var value : values) {
            var each = new ArrayList<>(prefix);
            each.add(value);
            longer.add(each);
        }
        return longer;
    }
}
