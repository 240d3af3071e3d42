package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which commands the store takes: the subset that a MongoDB replica set executes alike, and of the writes only those
 * whose replay gives the same result, so nothing made by the server (its clock, its ids).
 */
final class Admission {
    /** What a command needs: the read lock, or the journal and the write lock. */
    enum Kind {
        READ,
        WRITE
    }

    private static final int CODE_UNKNOWN = 59;
    private static final int CODE_UNSUPPORTED = 115;
    private static final int CODE_BAD_VALUE = 2;
    private static final int MAX_DEPTH = 100;
    /** The driver's own default for a first batch. */
    private static final int FIRST_BATCH = 101;

    private static final Set<String> READS = Set.of(
            "find", "getmore", "killcursors", "count", "distinct", "aggregate", "listcollections", "listindexes");
    private static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findandmodify", "create", "createindexes", "drop");
    private static final Set<String> STAGES =
            Set.of("$match", "$group", "$sort", "$limit", "$skip", "$addFields", "$project", "$count", "$unwind");
    private static final Set<String> OPERATORS =
            Set.of("$set", "$unset", "$inc", "$push", "$addToSet", "$pull", "$setOnInsert", "$min", "$max");
    private static final Set<String> INDEX_OPTIONS = Set.of("key", "name", "unique", "sparse", "v", "background", "ns");
    private static final Set<String> CREATE_REFUSES =
            Set.of("capped", "viewOn", "validator", "timeseries", "collation", "expireAfterSeconds");
    private static final Set<String> CONDITION_REFUSES = Set.of("$where", "$expr", "$text", "$jsonSchema");

    private Admission() {}

    static Kind kind(Document command) {
        var name = name(command);
        if (WRITES.contains(name)) return Kind.WRITE;
        if (READS.contains(name)) return Kind.READ;
        throw new MongoServerError(CODE_UNKNOWN, "CommandNotFound", "no such command: '" + name + "'");
    }

    static String name(Document command) {
        return command.keySet().iterator().next().toLowerCase(Locale.ROOT);
    }

    /** Throws what the client is told; nothing has been changed then. */
    static void check(Document command) {
        checkDatabase(command.get("$db"));
        checkDepth(command, 0);
        if (command.containsKey("collation")) throw unsupported("collation");
        switch (name(command)) {
            case "find" -> checkFind(command);
            case "count", "distinct" -> checkConditions(command.get("query"));
            case "aggregate" -> checkAggregate(command);
            case "insert" -> documents(command, "documents").forEach(Admission::checkInsert);
            case "update" -> documents(command, "updates").forEach(Admission::checkUpdate);
            case "delete" -> documents(command, "deletes").forEach(one -> checkConditions(one.get("q")));
            case "findandmodify" -> checkFindAndModify(command);
            case "createindexes" -> documents(command, "indexes").forEach(Admission::checkIndex);
            case "create" -> refuseKeys(command, CREATE_REFUSES);
            default -> {
                // drop, getMore, killCursors and the lists have nothing more to check
            }
        }
    }

    private static void checkDatabase(@Nullable Object database) {
        if (!(database instanceof String name) || name.isEmpty()) throw bad("no database named");
        if (Set.of("admin", "local", "config").contains(name)) throw unsupported("the database " + name);
    }

    private static void checkFind(Document command) {
        checkConditions(command.get("filter"));
        command.putIfAbsent("batchSize", FIRST_BATCH);
    }

    private static void checkInsert(Document document) {
        if (document.get("_id") == null) throw unsupported("an insert without its own _id");
    }

    private static void checkUpdate(Document update) {
        if (update.containsKey("collation")) throw unsupported("collation");
        checkChange(update.get("u"));
        checkConditions(update.get("q"));
        if (Boolean.TRUE.equals(update.get("upsert"))) checkUpsert(update.get("q"));
    }

    private static void checkFindAndModify(Document command) {
        if (command.get("update") != null) checkChange(command.get("update"));
        checkConditions(command.get("query"));
        if (Boolean.TRUE.equals(command.get("upsert"))) checkUpsert(command.get("query"));
    }

    private static void checkChange(@Nullable Object change) {
        if (!(change instanceof Document document)) throw unsupported("an update by pipeline");
        for (var key : document.keySet())
            if (key.startsWith("$") && !OPERATORS.contains(key)) throw unsupported("the operator " + key);
    }

    /** The `_id` of the new document must come from the client, or a replay would make another one. */
    private static void checkUpsert(@Nullable Object filter) {
        var id = filter instanceof Document conditions ? conditions.get("_id") : null;
        if (id == null || id instanceof Map || id instanceof Collection)
            throw unsupported("an upsert whose filter does not give the _id");
    }

    private static void checkConditions(@Nullable Object filter) {
        if (filter instanceof Document conditions) {
            refuseKeys(conditions, CONDITION_REFUSES);
            conditions.values().forEach(Admission::checkConditions);
        } else if (filter instanceof List<?> all) all.forEach(Admission::checkConditions);
    }

    /** The whole result comes in the first batch. */
    private static void checkAggregate(Document command) {
        command.put("cursor", new Document());
        for (var stage : documents(command, "pipeline")) {
            for (var name : stage.keySet()) if (!STAGES.contains(name)) throw unsupported("the stage " + name);
            checkConditions(stage.get("$match"));
        }
    }

    private static void checkIndex(Document index) {
        for (var option : index.keySet())
            if (!INDEX_OPTIONS.contains(option)) throw unsupported("the index option " + option);
        if (!(index.get("key") instanceof Document keys) || keys.isEmpty()) throw bad("an index needs fields");
        if (!(index.get("name") instanceof String)) throw bad("an index needs a name");
        for (var way : keys.values()) if (!(way instanceof Number)) throw unsupported("an index of the type " + way);
    }

    private static void refuseKeys(Document document, Set<String> refused) {
        for (var key : document.keySet()) if (refused.contains(key)) throw unsupported(key);
    }

    private static void checkDepth(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) throw bad("nested too deeply");
        if (value instanceof Document document) for (var each : document.values()) checkDepth(each, depth + 1);
        else if (value instanceof List<?> list) for (var each : list) checkDepth(each, depth + 1);
    }

    private static List<Document> documents(Document command, String field) {
        if (!(command.get(field) instanceof List<?> list)) throw bad("'" + field + "' must be a list");
        return list.stream().map(Admission::document).toList();
    }

    private static Document document(Object value) {
        if (value instanceof Document document) return document;
        throw bad("a document is expected here");
    }

    private static MongoServerError bad(String what) {
        return new MongoServerError(CODE_BAD_VALUE, "BadValue", what);
    }

    private static MongoServerError unsupported(String what) {
        return new MongoServerError(
                CODE_UNSUPPORTED, "CommandNotSupported", what + " is outside the subset that both stores share");
    }
}
