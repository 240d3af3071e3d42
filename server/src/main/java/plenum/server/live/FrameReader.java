package plenum.server.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalLong;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.MalformedJson;

/** Reads client messages strictly: every field known, none missing. Immutable. */
final class FrameReader {
    private static final int VERSION = 1;
    private static final ClientFrame MALFORMED = new ClientFrame.Malformed();
    private static final Map<String, Audience> AUDIENCES = Map.of(
            "control", Audience.CONTROL,
            "delegate", Audience.DELEGATE,
            "screen", Audience.SCREEN,
            "guest", Audience.GUEST,
            "technician", Audience.TECHNICIAN);

    private FrameReader() {}

    static ClientFrame read(byte[] utf8) {
        try {
            return frame(JsonFrame.read(utf8));
        } catch (MalformedJson | IllegalArgumentException malformed) {
            return MALFORMED;
        }
    }

    private static ClientFrame frame(JsonFrame message) {
        return switch (message.type()) {
            case "hello" -> hello(message);
            case "do" -> command(message.only("id", "name", "data"));
            case "ping" -> new ClientFrame.Ping(message.only("n").number("n"));
            case "token" -> new ClientFrame.Renew(message.only("token").text("token"));
            default -> MALFORMED;
        };
    }

    private static ClientFrame hello(JsonFrame message) {
        if (message.integer("v") != VERSION) return new ClientFrame.OtherVersion();
        var as = AUDIENCES.get(
                message.only("v", "token", "session", "as", "after").text("as"));
        return as == null
                ? MALFORMED
                : new ClientFrame.Hello(
                        message.text("token"), new SessionId(message.text("session")), as, after(message));
    }

    private static OptionalLong after(JsonFrame message) {
        return message.has("after") ? OptionalLong.of(message.number("after")) : OptionalLong.empty();
    }

    private static ClientFrame command(JsonFrame message) {
        return message.field("data") instanceof ObjectNode data
                ? new ClientFrame.Do(new CommandId(message.text("id")), message.text("name"), data)
                : MALFORMED;
    }
}
