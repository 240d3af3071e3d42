package plenum.server.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;

/** Reads client messages strictly: one JSON object, every field known, no field twice. Immutable. */
final class FrameReader {
    private static final int VERSION = 1;
    private static final ClientFrame MALFORMED = new ClientFrame.Malformed();
    private static final Map<String, Audience> AUDIENCES = Map.of(
            "control", Audience.CONTROL,
            "delegate", Audience.DELEGATE,
            "screen", Audience.SCREEN,
            "guest", Audience.GUEST);

    private FrameReader() {}

    static ClientFrame read(byte[] utf8) {
        try {
            return Json.tree(utf8) instanceof ObjectNode message ? frame(message) : MALFORMED;
        } catch (MalformedJson | IllegalArgumentException malformed) {
            return MALFORMED;
        }
    }

    private static ClientFrame frame(ObjectNode message) {
        return switch (message.path("t").asText()) {
            case "hello" -> hello(message);
            case "do" -> command(message);
            case "ping" -> ping(message);
            case "token" -> renew(message);
            default -> MALFORMED;
        };
    }

    private static ClientFrame hello(ObjectNode message) {
        if (!message.path("v").isInt()) return MALFORMED;
        if (message.path("v").intValue() != VERSION) return new ClientFrame.OtherVersion();
        var as = AUDIENCES.get(message.path("as").asText());
        if (as == null || !only(message, Set.of("t", "v", "token", "session", "as", "after"))) return MALFORMED;
        return new ClientFrame.Hello(
                text(message, "token"), new SessionId(text(message, "session")), as, after(message));
    }

    private static OptionalLong after(ObjectNode message) {
        return message.has("after") ? OptionalLong.of(number(message, "after")) : OptionalLong.empty();
    }

    private static ClientFrame command(ObjectNode message) {
        if (!only(message, Set.of("t", "id", "name", "data")) || !(message.path("data") instanceof ObjectNode data)) {
            return MALFORMED;
        }
        return new ClientFrame.Do(new CommandId(text(message, "id")), text(message, "name"), data);
    }

    private static ClientFrame ping(ObjectNode message) {
        return only(message, Set.of("t", "n")) ? new ClientFrame.Ping(number(message, "n")) : MALFORMED;
    }

    private static ClientFrame renew(ObjectNode message) {
        return only(message, Set.of("t", "token")) ? new ClientFrame.Renew(text(message, "token")) : MALFORMED;
    }

    private static boolean only(ObjectNode message, Set<String> fields) {
        return message.propertyStream().allMatch(field -> fields.contains(field.getKey()));
    }

    private static String text(ObjectNode message, String field) {
        var value = message.path(field);
        if (!value.isTextual()) throw new IllegalArgumentException(field);
        return value.textValue();
    }

    private static long number(ObjectNode message, String field) {
        var value = message.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) throw new IllegalArgumentException(field);
        return value.longValue();
    }
}
