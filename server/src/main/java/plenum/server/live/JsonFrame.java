package plenum.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import plenum.server.platform.Json;

/** A client's message: one JSON object with a type in {@code t}, no field twice, no type guessed. */
public final class JsonFrame {
    private final ObjectNode message;

    private JsonFrame(ObjectNode message) {
        this.message = message;
    }

    /**
     * @throws plenum.server.platform.MalformedJson when it is not JSON
     * @throws IllegalArgumentException when it is something else than an object
     */
    public static JsonFrame read(byte[] utf8) {
        if (Json.tree(utf8) instanceof ObjectNode message) return new JsonFrame(message);
        throw new IllegalArgumentException("an object is expected");
    }

    /** Empty when there is none. */
    public String type() {
        return message.path("t").asText();
    }

    /** @throws IllegalArgumentException when there are fields besides {@code t} and these */
    public JsonFrame only(String... fields) {
        var known = List.of(fields);
        message.fieldNames().forEachRemaining(name -> must(name.equals("t") || known.contains(name), name));
        return this;
    }

    public boolean has(String field) {
        return message.has(field);
    }

    /** The field whatever it is; a missing node when absent. */
    public JsonNode field(String name) {
        return message.path(name);
    }

    public String text(String name) {
        return field(name, message.path(name).isTextual()).textValue();
    }

    public long number(String name) {
        var value = message.path(name);
        return field(name, value.isIntegralNumber() && value.canConvertToLong()).longValue();
    }

    public int integer(String name) {
        var value = message.path(name);
        return field(name, value.isIntegralNumber() && value.canConvertToInt()).intValue();
    }

    public boolean flag(String name) {
        return field(name, message.path(name).isBoolean()).booleanValue();
    }

    private JsonNode field(String name, boolean fits) {
        must(fits, name);
        return message.path(name);
    }

    private static void must(boolean fits, String name) {
        if (!fits) throw new IllegalArgumentException(name);
    }
}
