package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an index can use of a filter: values that a field must equal, and bounds. All of it must hold; the rest of the
 * filter is checked document by document afterwards.
 */
final class Conditions {
    private final Map<String, List<Object>> equal = new HashMap<>();
    private final Map<String, Bounds> bounds = new HashMap<>();

    static Conditions of(@Nullable Document filter) {
        var conditions = new Conditions();
        if (filter != null) conditions.readAll(filter);
        return conditions;
    }

    /** The values one of which the field must have, in key order; empty when the filter does not say. */
    List<Object> values(String field) {
        return equal.getOrDefault(field, List.of());
    }

    boolean fixes(String field) {
        return values(field).size() == 1;
    }

    Bounds bounds(String field) {
        return bounds.getOrDefault(field, Bounds.NONE);
    }

    private void readAll(Document filter) {
        for (var part : filter.entrySet()) {
            if (part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all) {
                for (var each : all) if (each instanceof Document document) readAll(document);
            } else if (!part.getKey().startsWith("$")) {
                readField(part.getKey(), part.getValue());
            }
        }
    }

    private void readField(String field, @Nullable Object wanted) {
        if (wanted instanceof Document operators) {
            for (var operator : operators.entrySet()) readOperator(field, operator.getKey(), operator.getValue());
        } else if (wanted != null && isPlain(wanted)) {
            equal.putIfAbsent(field, List.of(normal(wanted)));
        }
    }

    private void readOperator(String field, String operator, @Nullable Object operand) {
        if (operator.equals("$in") && operand instanceof Collection<?> values) {
            if (!values.isEmpty() && values.stream().allMatch(value -> value != null && isPlain(value)))
                readIn(field, values);
        } else if (operand != null && isPlain(operand)) {
            var known = bounds(field);
            switch (operator) {
                case "$eq" -> equal.putIfAbsent(field, List.of(normal(operand)));
                case "$gt" -> bounds.put(field, known.from(normal(operand), false));
                case "$gte" -> bounds.put(field, known.from(normal(operand), true));
                case "$lt" -> bounds.put(field, known.to(normal(operand), false));
                case "$lte" -> bounds.put(field, known.to(normal(operand), true));
                default -> {
                    // not usable by an index; the matcher knows it
                }
            }
        }
    }

    private void readIn(String field, Collection<?> values) {
        var ordered = new TreeSet<Object>(KeyOrder::compareValues);
        for (var value : values) ordered.add(normal(value));
        equal.putIfAbsent(field, List.copyOf(ordered));
    }

    /** Null also means "absent", a list or document has rules of its own: these are left to the matcher. */
    private static boolean isPlain(Object value) {
        return !(value instanceof Map) && !(value instanceof Collection) && !(value instanceof BsonRegularExpression);
    }

    private static Object normal(Object value) {
        return new KeyValue(value).normalized().get(0);
    }
}
