package plenum.media.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a bridge tells by itself. */
public sealed interface BridgeEvent {
    /**
     * The bridge answers; whatever it held before this is gone. First, and again after each restart or lost connection.
     */
    record Ready(String bridge) implements BridgeEvent {}

    /** The bridge does not answer; its conferences may live on or not. */
    record Lost(String bridge) implements BridgeEvent {}

    /** The bridge answers again and holds all it held when it was lost; told only by bridges that say so. */
    record Resumed(String bridge) implements BridgeEvent {}

    /** ICE and DTLS are done, media flows. Again after {@link Disconnected}. */
    record Connected(ConferenceId conference, EndpointId endpoint) implements BridgeEvent {}

    /** No consent to send for a while (RFC 7675); the endpoint stays and comes back by itself when packets do. */
    record Disconnected(ConferenceId conference, EndpointId endpoint) implements BridgeEvent {}

    /** The endpoint is gone: never connected within a minute, or disconnected for that long. */
    record Expired(ConferenceId conference, EndpointId endpoint) implements BridgeEvent {}

    /** What the endpoint's slots carry now; all slots each time. */
    record SourcesMapped(ConferenceId conference, EndpointId endpoint, List<Mapping> slots) implements BridgeEvent {
        public SourcesMapped {
            slots = List.copyOf(slots);
        }
    }

    /** Packets of a permitted source begin to come, or have not come for 2 s. */
    record SourceActive(ConferenceId conference, SourceId source, boolean active) implements BridgeEvent {}

    /** Who mainly speaks. */
    record DominantSpeaker(ConferenceId conference, Optional<EndpointId> endpoint) implements BridgeEvent {}

    /**
     * Who is heard and how loud, at most four times a second, only when it changed.
     *
     * @param levels of RFC 6464: 0 loudest, 127 silence
     */
    record AudioLevels(ConferenceId conference, Map<EndpointId, Integer> levels) implements BridgeEvent {
        public AudioLevels {
            levels = Map.copyOf(levels);
        }
    }

    /** The greatest height anybody wants of the source; 0: the sender may pause it. */
    record SenderConstraints(ConferenceId conference, SourceId source, int maxHeight) implements BridgeEvent {}

    /** The quality of an endpoint's line, every 2 s. */
    record Quality(ConferenceId conference, EndpointId endpoint, LineQuality line) implements BridgeEvent {}
}
