package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A conference of the fake, with the rules of Colibri2 that were observed. */
final class FakeConference {
    /** Why the real one answers 400. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final String meetingId;
    final String id; // the bridge's own
    final Map<String, FakeEndpoint> endpoints = new LinkedHashMap<>();
    final Map<String, FakeRelay> relays = new LinkedHashMap<>();
    private final String webSockets; // ws://host:port/…/

    FakeConference(String meetingId, String id, String webSockets) {
        this.meetingId = meetingId;
        this.id = id;
        this.webSockets = webSockets;
    }

    ObjectNode modify(JsonNode request) throws Refused {
        var asked = list(request.path("endpoints"));
        var links = list(request.path("relays"));
        check(asked, links);
        var lenient = asked.stream().allMatch(FakeConference::onlyMutedOrExpired);
        var answer = JSON.objectNode();
        for (var one : asked) answer.withArray("endpoints").add(endpoint(one, lenient));
        for (var one : links) answer.withArray("relays").add(relay(one));
        if (request.path("create").asBoolean()
                || asked.stream().anyMatch(one -> one.path("create").asBoolean())) feedbackSources(answer);
        return answer;
    }

    private static void check(List<JsonNode> asked, List<JsonNode> links) throws Refused {
        if (asked.stream().filter(one -> !onlyMutedOrExpired(one)).count() > 1) {
            throw new Refused(
                    "Creating or updating media, sources or transport for more than one endpoint in a request.");
        }
        if (links.size() > 1 || (!links.isEmpty() && !asked.isEmpty())) {
            throw new Refused("Creating or updating more than one relay, or relays and endpoints, in a request.");
        }
    }

    private static boolean onlyMutedOrExpired(JsonNode endpoint) {
        return !endpoint.has("create")
                && !endpoint.has("medias")
                && !endpoint.has("sources")
                && !endpoint.has("transport");
    }

    private ObjectNode endpoint(JsonNode said, boolean lenient) throws Refused {
        var name = said.path("id").asText();
        var answer = JSON.objectNode().put("id", name);
        if (said.path("expire").asBoolean()) {
            var gone = endpoints.remove(name);
            if (gone != null) gone.expire();
            return answer.put("expire", true);
        }
        if (said.path("create").asBoolean()) return created(name, said, answer);
        var known = endpoints.get(name);
        if (known != null) known.take(said);
        else if (!lenient) throw new Refused("Endpoint not found for ID: " + name);
        return answer;
    }

    private ObjectNode created(String name, JsonNode said, ObjectNode answer) throws Refused {
        if (endpoints.containsKey(name)) throw new Refused("Endpoint with ID " + name + " already exists");
        if (!said.has("transport")) throw new Refused("Attempt to create endpoint " + name + " with no <transport>");
        if (list(said.path("capabilities")).stream()
                .noneMatch(one -> one.asText().equals("source-names"))) {
            throw new Refused("Source name support is mandatory.");
        }
        var fresh = new FakeEndpoint(name);
        fresh.take(said);
        endpoints.put(name, fresh);
        answer.set("transport", fresh.transport(webSocket(fresh), "u" + Integer.toHexString(fresh.pwd.hashCode())));
        return answer;
    }

    private String webSocket(FakeEndpoint endpoint) {
        return webSockets + id + "/" + endpoint.id + "?pwd=" + endpoint.pwd;
    }

    private ObjectNode relay(JsonNode said) throws Refused {
        var name = said.path("id").asText();
        var answer = JSON.objectNode().put("id", name);
        if (said.path("expire").asBoolean()) {
            relays.remove(name);
            return answer.put("expire", true);
        }
        if (said.path("create").asBoolean()) answer.set("transport", made(name, said));
        var relay = relays.get(name);
        if (relay == null) throw new Refused("Unknown relay " + name);
        relay.take(said);
        for (var one : list(said.path("endpoints"))) beyond(relay, one);
        return answer;
    }

    private ObjectNode made(String name, JsonNode said) throws Refused {
        if (relays.containsKey(name)) throw new Refused("Relay with ID " + name + " already exists");
        if (!said.has("transport")) throw new Refused("Attempt to create relay " + name + " with no <transport>");
        relays.put(name, new FakeRelay(said));
        var end = new FakeEndpoint(name);
        var address = webSockets.replace("/colibri-ws/", "/colibri-relay-ws/") + id + "/" + name + "?pwd=" + end.pwd;
        return end.transport(address, "r" + name.length());
    }

    /** The real one passes over much of this; a focus that does it is wrong all the same. */
    private void beyond(FakeRelay relay, JsonNode said) throws Refused {
        var name = said.path("id").asText();
        if (said.path("expire").asBoolean()) {
            if (relay.beyond.remove(name) == null) throw new Refused("not beyond: " + name);
            return;
        }
        var known =
                endpoints.containsKey(name) || relays.values().stream().anyMatch(one -> one.beyond.containsKey(name));
        if (said.path("create").asBoolean() && known) throw new Refused("there already: " + name);
        if (!said.path("create").asBoolean() && !relay.beyond.containsKey(name))
            throw new Refused("not told of: " + name);
        relay.beyond.put(name, said.path("sources"));
    }

    private static void feedbackSources(ObjectNode answer) {
        var sources = answer.putArray("sources");
        for (var type : List.of("audio", "video")) {
            var name = "jvb-" + type.charAt(0) + "0";
            var source = sources.addObject().put("type", type).put("id", name);
            source.putArray("sources").addObject().put("ssrc", 379224867L).put("name", name);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
