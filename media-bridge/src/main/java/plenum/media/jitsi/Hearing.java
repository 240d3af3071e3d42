package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;

/** What a bridge says over the colibri WebSockets of one conference, as events. Its conference's lane only. */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final ConferenceId id;
    private final Announcer announcer;
    private @Nullable EndpointId ear; // whose socket tells what is the same for all

    Hearing(ConferenceId id, Announcer announcer) {
        this.id = id;
        this.announcer = announcer;
    }

    /** Nothing more is heard from it for now. */
    void silent(JitsiEndpoint one) {
        if (one.id.equals(ear)) ear = null;
    }

    void heard(JitsiEndpoint one, String text) {
        try {
            heard(one, Json.tree(text));
        } catch (BridgeException garbage) {
            LOG.warn("{} hears what it does not understand: {}", one.id, garbage.getMessage());
        }
    }

    private void heard(JitsiEndpoint one, JsonNode said) {
        switch (said.path("colibriClass").asText()) {
            case "AudioSourcesMap", "VideoSourcesMap" -> {
                one.map.map(said);
                tellSlots(one);
            }
            case "ForwardedSources" -> {
                one.map.forward(said);
                tellSlots(one);
            }
            case "SenderSourceConstraints" -> onSenderLimit(one, said);
            case "DominantSpeakerEndpointChangeEvent" -> onDominant(one, said);
            case "EndpointConnectivityStatusChangeEvent" -> onConnectivity(one, said);
            case "ConnectionStats" ->
                one.line.estimate(said.path("estimatedDownlinkBandwidth").asLong());
            default -> LOG.trace("{} hears {}", one.id, said);
        }
    }

    private void tellSlots(JitsiEndpoint one) {
        var now = one.map.mappings();
        if (now.equals(one.mapped)) return;
        one.mapped = now;
        announcer.tell(new BridgeEvent.SourcesMapped(id, one.id, now));
    }

    private void onSenderLimit(JitsiEndpoint one, JsonNode said) {
        SourceNames.parse(said.path("sourceName").asText())
                .filter(source -> source.endpoint().equals(one.id))
                .map(source -> new BridgeEvent.SenderConstraints(
                        id, source, said.path("maxHeight").asInt()))
                .ifPresent(announcer::tell);
    }

    /** All are told the same: one is enough. */
    private void onDominant(JitsiEndpoint one, JsonNode said) {
        if (ear == null) ear = one.id;
        if (!one.id.equals(ear)) return;
        var speaker = said.path("silence").asBoolean()
                ? Optional.<EndpointId>empty()
                : SourceNames.endpoint(said.path("dominantSpeakerEndpoint").asText());
        announcer.tell(new BridgeEvent.DominantSpeaker(id, speaker));
    }

    /** Everyone hears of everyone: of itself it hears on its own socket. */
    private void onConnectivity(JitsiEndpoint one, JsonNode said) {
        if (!said.path("endpoint").asText().equals(one.id.value())) return;
        connected(one, said.path("active").asBoolean());
    }

    void connected(JitsiEndpoint one, boolean now) {
        if (one.connected == now) return;
        one.connected = now;
        announcer.tell(now ? new BridgeEvent.Connected(id, one.id) : new BridgeEvent.Disconnected(id, one.id));
    }
}
