package plenum.server.conference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.server.conference.Wish.Picture;
import plenum.server.kernel.SessionId;
import plenum.server.live.JsonFrame;
import plenum.server.platform.MalformedJson;

/** Reads what browsers say on the media socket, as strictly as on the live one. */
final class MediaFrameReader {
    private static final int VERSION = 1;
    private static final int MOST_SLOTS = 30;
    private static final ClientSays MALFORMED = new ClientSays.Malformed();

    private MediaFrameReader() {}

    static ClientSays read(byte[] utf8) {
        try {
            return frame(JsonFrame.read(utf8));
        } catch (MalformedJson | IllegalArgumentException malformed) {
            return MALFORMED;
        }
    }

    private static ClientSays frame(JsonFrame message) {
        return switch (message.type()) {
            case "hello" -> hello(message);
            case "answer" -> answer(message.only("n", "sdp"));
            case "renew" -> renew(message);
            case "want" -> want(message.only("selected", "heights", "defaultHeight", "lastN", "downlinkBps"));
            case "mine" -> mine(message.only("microphone", "camera", "screen"));
            case "ping" -> new ClientSays.Ping(message.only("n").number("n"));
            case "token" -> new ClientSays.Token(message.only("token").text("token"));
            default -> MALFORMED;
        };
    }

    private static ClientSays hello(JsonFrame message) {
        if (message.integer("v") != VERSION) return new ClientSays.OtherVersion();
        var hello = message.only("v", "token", "session", "videoSlots", "test", "watch");
        var slots = hello.integer("videoSlots");
        return slots < 0 || slots > MOST_SLOTS
                ? MALFORMED
                : new ClientSays.Hello(hello.text("token"), new SessionId(hello.text("session")), slots, as(hello));
    }

    /** Watching came later than version 1. */
    private static ClientSays.As as(JsonFrame hello) {
        var watch = hello.has("watch") && hello.flag("watch");
        var test = hello.flag("test");
        if (watch && test) throw new IllegalArgumentException("watch or test");
        if (watch) return ClientSays.As.WATCHER;
        return test ? ClientSays.As.TEST : ClientSays.As.PARTICIPANT;
    }

    private static ClientSays answer(JsonFrame message) {
        return new ClientSays.Answer(message.number("n"), message.text("sdp"));
    }

    private static ClientSays renew(JsonFrame message) {
        var ignored = message.only();
        return new ClientSays.Renew();
    }

    private static ClientSays want(JsonFrame message) {
        return new ClientSays.Want(new Wish(
                selected(message.field("selected")),
                heights(message.field("heights")),
                message.integer("defaultHeight"),
                message.integer("lastN"),
                message.number("downlinkBps")));
    }

    private static List<Picture> selected(JsonNode field) {
        if (!(field instanceof ArrayNode names)) throw new IllegalArgumentException("selected");
        var pictures = new ArrayList<Picture>();
        for (var name : names) {
            if (!name.isTextual()) throw new IllegalArgumentException("selected");
            pictures.add(Picture.of(name.textValue()));
        }
        return pictures;
    }

    private static Map<Picture, Integer> heights(JsonNode field) {
        if (!(field instanceof ObjectNode given)) throw new IllegalArgumentException("heights");
        var heights = new HashMap<Picture, Integer>();
        given.properties().forEach(one -> heights.put(Picture.of(one.getKey()), height(one.getValue())));
        return heights;
    }

    private static int height(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) throw new IllegalArgumentException("height");
        return value.intValue();
    }

    private static ClientSays mine(JsonFrame message) {
        return new ClientSays.Mine(
                new Switches(message.flag("microphone"), message.flag("camera"), message.flag("screen")));
    }
}
