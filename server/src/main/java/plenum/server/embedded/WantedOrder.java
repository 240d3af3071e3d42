package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order that a query asks for, as far as an index can give it: all fields one way. */
record WantedOrder(List<String> fields, boolean backwards) {
    private static final WantedOrder NONE = new WantedOrder(List.of(), false);

    static WantedOrder of(@Nullable Document order) {
        if (order == null || order.isEmpty()) return NONE;
        var fields = new ArrayList<String>();
        int ways = 0;
        for (var part : order.entrySet()) {
            if (part.getKey().startsWith("$") || !(part.getValue() instanceof Number way)) return NONE;
            fields.add(part.getKey());
            ways += way.intValue() < 0 ? -1 : 1;
        }
        return Math.abs(ways) == fields.size() ? new WantedOrder(fields, ways < 0) : NONE;
    }

    /**
     * The keys of an index on these fields, without lists, stand in this order; a field that the conditions fix has the
     * same place everywhere.
     */
    boolean isOrderOf(List<String> indexed, Conditions conditions) {
        int at = 0;
        for (var field : fields) {
            if (indexed.contains(field) && conditions.fixes(field)) continue;
            while (at < indexed.size() && !indexed.get(at).equals(field) && conditions.fixes(indexed.get(at))) at++;
            if (at == indexed.size() || !indexed.get(at).equals(field)) return false;
            at++;
        }
        return !fields.isEmpty();
    }
}
