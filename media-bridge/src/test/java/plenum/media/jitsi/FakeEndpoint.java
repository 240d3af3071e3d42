package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the fake keeps of an endpoint: everything it was told, and what happened to its connection. */
final class FakeEndpoint {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final String id;
    final String pwd = UUID.randomUUID().toString().replace("-", "");
    final List<JsonNode> heard = new ArrayList<>(); // over its WebSocket
    JsonNode created = JSON.objectNode();
    JsonNode remote = JSON.objectNode();
    JsonNode sources = JSON.arrayNode();
    JsonNode forceMute = JSON.objectNode();
    boolean connected;

    @Nullable
    ServerWebSocket socket;

    FakeEndpoint(String id) {
        this.id = id;
    }

    /** Takes over what a request says. */
    void take(JsonNode said) {
        if (said.path("create").asBoolean()) created = said;
        if (said.has("sources")) sources = said.get("sources");
        if (said.has("force-mute")) forceMute = said.get("force-mute");
        if (said.path("transport").has("transport"))
            remote = said.get("transport").get("transport");
    }

    void expire() {
        if (socket != null) socket.close();
    }

    ObjectNode transport(String webSocket, String ufrag) {
        var ice = JSON.objectNode()
                .put("xmlns", "urn:xmpp:jingle:transports:ice-udp:1")
                .put("pwd", "6k5qg226l3djn897du7pdrehie")
                .put("ufrag", ufrag)
                .put("rtcp-mux", true);
        ice.putArray("fingerprints")
                .addObject()
                .put(
                        "fingerprint",
                        "0F:08:2F:1F:87:67:6B:06:56:9C:06:22:8F:C9:3A:FD:04:BC:24:5A:15:CB:87:D2:F2:0B:C3:74:5C:19:AF:33")
                .put("setup", "actpass")
                .put("hash", "sha-256");
        ice.putArray("candidates")
                .addObject()
                .put("component", "1")
                .put("foundation", "1")
                .put("generation", "0")
                .put("id", "5d53f6e0107193aa0fffffffff72a3eae")
                .put("network", "0")
                .put("priority", "2130706431")
                .put("protocol", "udp")
                .put("type", "host")
                .put("ip", "192.0.2.2")
                .put("port", "10001");
        ice.putArray("web-sockets").add(webSocket);
        var transport = JSON.objectNode();
        transport.set("transport", ice);
        return transport;
    }

    ObjectNode debug() {
        var state = JSON.objectNode();
        state.putObject("ice_transport").put("iceConnected", connected);
        state.putObject("dtls_transport").put("is_connected", connected);
        var stats = state.putObject("transceiver").putObject("endpoint_connection_stats");
        stats.put("rtt", 42.5);
        stats.putObject("incoming_loss_stats").put("packets_lost", 5).put("packets_received", 95);
        stats.putObject("outgoing_loss_stats").put("packets_lost", 0).put("packets_received", 0);
        return state;
    }
}
