package plenum.server.http;

import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.Optional;

/** Makes checks out of the contract's schemas. */
final class Schemas {
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setDraft(Draft.DRAFT202012)
            .setBaseUri("app://")
            .setOutputFormat(OutputFormat.Basic);

    private Schemas() {}

    /**
     * Thread-safe: a validator keeps nothing between calls.
     *
     * @param resolved without references; one of the contract's repository would hold a copy of the whole contract
     */
    static Check check(JsonSchema resolved) {
        var validator = Validator.create(resolved, OPTIONS);
        return value -> complaint(validator.validate(value));
    }

    /** Says what does not fit, or nothing. */
    interface Check {
        Optional<String> complaint(Object value);
    }

    private static Optional<String> complaint(OutputUnit result) {
        if (Boolean.TRUE.equals(result.getValid())) {
            return Optional.empty();
        }
        return Optional.of(deepest(result));
    }

    /** The error farthest from the root names the field; the ones above it only say that something below is wrong. */
    private static String deepest(OutputUnit result) {
        var errors = result.getErrors();
        if (errors == null || errors.isEmpty()) {
            return "does not fit the contract";
        }
        var worst = errors.getFirst();
        for (var error : errors) {
            if (depth(error) >= depth(worst)) {
                worst = error;
            }
        }
        return worst.getInstanceLocation() + ": " + worst.getError();
    }

    private static long depth(OutputUnit error) {
        return error.getInstanceLocation().chars().filter(c -> c == '/').count();
    }
}
