package plenum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Location;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.server.kernel.Refusal;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;

/** Holds a request against the contract. Every refusal is {@code http:bad-request} and names the field. */
final class Validation {
    private Validation() {}

    /** Path and query parameters, typed. Parameters that the contract does not know are refused. */
    static Map<String, Object> parameters(Call call, Map<String, String> path, MultiMap query) {
        for (var name : query.names()) {
            if (call.parameters().stream()
                    .noneMatch(known -> known.name().equals(name) && known.in() == Location.QUERY)) {
                throw bad(name, "unknown parameter");
            }
        }
        var values = new HashMap<String, Object>();
        for (var parameter : call.parameters()) {
            value(parameter, path, query).ifPresent(value -> values.put(parameter.name(), value));
        }
        return Map.copyOf(values);
    }

    private static Optional<Object> value(Call.Parameter parameter, Map<String, String> path, MultiMap query) {
        var given = parameter.in() == Location.PATH
                ? List.of(path.getOrDefault(parameter.name(), ""))
                : query.getAll(parameter.name());
        if (given.size() > 1) {
            throw bad(parameter.name(), "given twice");
        }
        if (given.isEmpty()) {
            if (parameter.required()) {
                throw bad(parameter.name(), "is required");
            }
            return parameter.fallback();
        }
        var value = typed(parameter, given.getFirst());
        parameter.check().complaint(value).ifPresent(complaint -> {
            throw bad(parameter.name(), complaint.replaceFirst("^#: ", ""));
        });
        return Optional.of(value);
    }

    private static Object typed(Call.Parameter parameter, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw bad(parameter.name(), "control character");
        }
        if (!parameter.integer()) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw bad(parameter.name(), "is not an integer");
        }
    }

    /** The body, read strictly first (duplicate keys, depth, NaN), then held against its schema. */
    static JsonNode body(Schemas.Check check, Buffer bytes) {
        JsonNode node;
        try {
            node = Json.tree(bytes.getBytes());
        } catch (MalformedJson broken) {
            throw HttpProblem.BAD_REQUEST.refusal(String.valueOf(broken.getMessage()));
        }
        if (!node.isObject()) {
            throw HttpProblem.BAD_REQUEST.refusal("a JSON object is expected");
        }
        check.complaint(new JsonObject(bytes)).ifPresent(complaint -> {
            throw HttpProblem.BAD_REQUEST.refusal(complaint);
        });
        return node;
    }

    private static Refusal bad(String field, String why) {
        return HttpProblem.BAD_REQUEST.refusal(field + ": " + why);
    }
}
