package plenum.server.hall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds a value against a schema of openapi.yaml, as far as our schemas go: types, required, no other fields, enums,
 * patterns.
 */
final class ContractSchema {
    private final JsonNode schemas;

    ContractSchema() throws IOException {
        try (var in = ContractSchema.class.getResourceAsStream("/openapi.yaml")) {
            Object document = new Yaml().load(Objects.requireNonNull(in));
            schemas = new ObjectMapper()
                    .valueToTree(document)
                    .required("components")
                    .required("schemas");
        }
    }

    /** What does not fit, each with its place; empty when all does. */
    List<String> faults(String schema, JsonNode value) {
        var faults = new ArrayList<String>();
        check(schemas.required(schema), value, schema, faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            var ref = schema.required("$ref").asText();
            check(schemas.required(ref.substring(ref.lastIndexOf('/') + 1)), value, at, faults);
        } else if (schema.has("oneOf")) {
            checkOneOf(schema.required("oneOf"), value, at, faults);
        } else if (!hasType(schema.path("type").asText(), value)) {
            faults.add(at + " is no " + schema.path("type").asText() + ": " + value);
        } else if (value.isObject()) {
            checkObject(schema, value, at, faults);
        } else if (value.isArray()) {
            value.forEach(one -> check(schema.required("items"), one, at + "[]", faults));
        } else {
            checkPlain(schema, value, at, faults);
        }
    }

    private void checkOneOf(JsonNode choices, JsonNode value, String at, List<String> faults) {
        for (var choice : choices) {
            var tried = new ArrayList<String>();
            check(choice, value, at, tried);
            if (tried.isEmpty()) {
                return;
            }
        }
        faults.add(at + " is none of its kinds: " + value);
    }

    private void checkObject(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + "." + name.asText() + " is missing");
            }
        });
        value.fieldNames().forEachRemaining(name -> {
            var property = schema.path("properties").get(name);
            if (property == null) {
                faults.add(at + "." + name + " is not in the contract");
            } else {
                check(property, value.required(name), at + "." + name, faults);
            }
        });
    }

    private static void checkPlain(JsonNode schema, JsonNode value, String at, List<String> faults) {
        var known = new ArrayList<String>();
        schema.path("enum").forEach(word -> known.add(word.asText()));
        if (!known.isEmpty() && !known.contains(value.asText())) {
            faults.add(at + " is none of " + known + ": " + value);
        }
        if (schema.has("pattern")
                && !value.asText().matches(schema.required("pattern").asText())) {
            faults.add(at + " has not the form " + schema.required("pattern") + ": " + value);
        }
        if (schema.has("minimum") && value.asLong() < schema.required("minimum").asLong()) {
            faults.add(at + " is too small: " + value);
        }
    }

    private static boolean hasType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
