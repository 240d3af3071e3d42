package plenum.server.http;

import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.util.Optional;

/** Makes checks out of the contract's schemas. */
final class Schemas {
    private final SchemaRepository repository;

    Schemas(SchemaRepository repository) {
        this.repository = repository;
    }

    /** Thread-safe: a validator keeps nothing between calls. */
    Check check(JsonSchema schema) {
        Validator validator = repository.validator(schema);
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
