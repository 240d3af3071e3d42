package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;

/** What the fake keeps of a relay: how it was made, the other end, and whom it was told to be there. */
final class FakeRelay {
    final JsonNode created;
    final Map<String, JsonNode> beyond = new TreeMap<>(); // sources by endpoint
    JsonNode remote = JsonNodeFactory.instance.objectNode();

    FakeRelay(JsonNode created) {
        this.created = created;
    }

    String mesh() {
        return created.path("mesh-id").asText();
    }

    boolean controlling() {
        return created.path("transport").path("ice-controlling").asBoolean();
    }

    /** Whether it opens the WebSocket. */
    boolean dials() {
        return remote.has("web-sockets");
    }

    String setup() {
        return remote.path("fingerprints").path(0).path("setup").asText();
    }

    void take(JsonNode said) {
        if (said.path("transport").has("transport"))
            remote = said.get("transport").get("transport");
    }
}
