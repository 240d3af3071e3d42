package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of index keys: BSON's order of types, then of values, element by element; a prefix comes before its
 * extensions.
 */
final class KeyOrder implements Comparator<KeyValue> {
    /** Comes after every value that can be stored; it only bounds a scan. */
    static final Object END = new Object();

    /** BSON's order of types; null counts as missing. */
    private static final List<Class<?>> TYPES = List.of(
            MinKey.class,
            Missing.class,
            Number.class,
            String.class,
            Map.class,
            Collection.class,
            BinData.class,
            LegacyUUID.class,
            UUID.class,
            ObjectId.class,
            Boolean.class,
            Instant.class,
            BsonTimestamp.class,
            BsonRegularExpression.class,
            MaxKey.class);

    private static final int OTHERS = TYPES.size();
    private static final int END_RANK = OTHERS + 1;

    @Override
    public int compare(KeyValue left, KeyValue right) {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            int order = compareValues(left.get(i), right.get(i));
            if (order != 0) return order;
        }
        return Integer.compare(left.size(), right.size());
    }

    static int compareValues(@Nullable Object left, @Nullable Object right) {
        int order = Integer.compare(rank(left), rank(right));
        if (order != 0 || left == right || left == null || right == null) return order;
        return switch (left) {
            case Number number -> compareNumbers(number, (Number) right);
            case String text -> text.compareTo((String) right);
            case BinData data -> data.compareTo((BinData) right);
            case UUID uuid -> uuid.toString().compareTo(right.toString());
            case LegacyUUID uuid -> uuid.compareTo((LegacyUUID) right);
            case ObjectId id -> id.compareTo((ObjectId) right);
            case Boolean flag -> flag.compareTo((Boolean) right);
            case Instant instant -> instant.compareTo((Instant) right);
            case BsonTimestamp stamp -> stamp.compareTo((BsonTimestamp) right);
            default -> isSingleton(left) ? 0 : compareEncoded(left, right);
        };
    }

    private static int rank(@Nullable Object value) {
        if (value == null) return TYPES.indexOf(Missing.class);
        if (value == END) return END_RANK;
        for (int rank = 0; rank < TYPES.size(); rank++) if (TYPES.get(rank).isInstance(value)) return rank;
        return OTHERS;
    }

    private static int compareNumbers(Number left, Number right) {
        double a = left.doubleValue();
        double b = right.doubleValue();
        if (left instanceof Long || right instanceof Long) {
            if (Double.isFinite(a) && Double.isFinite(b)) return exact(left).compareTo(exact(right));
        }
        return Double.compare(a, b);
    }

    private static boolean isSingleton(Object value) {
        return value instanceof Missing || value instanceof MinKey || value instanceof MaxKey;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.doubleValue());
    }

    private static int compareEncoded(Object left, Object right) {
        return BsonBytes.encode(new Document("", left)).compareTo(BsonBytes.encode(new Document("", right)));
    }
}
