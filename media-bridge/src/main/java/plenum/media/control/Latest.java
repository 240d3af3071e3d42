package plenum.media.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;

/**
 * What a bridge said last about everything that goes on, to be said again to a server that was away: events of the time
 * between are never missed, because the newest is all that counts. One event loop only.
 */
final class Latest {
    private final Map<Subject, BridgeEvent> events = new LinkedHashMap<>();

    /** @param of an endpoint or a source, or nothing: of the conference */
    private record Subject(ConferenceId conference, String what, Object of) {
        boolean isOf(EndpointId endpoint) {
            return of.equals(endpoint)
                    || (of instanceof SourceId source && source.endpoint().equals(endpoint));
        }
    }

    void heard(BridgeEvent event) {
        var subject = subject(event);
        if (subject != null) {
            var unused = events.remove(subject); // in the order in which they were said
            events.put(subject, event);
        }
    }

    private static @Nullable Subject subject(BridgeEvent event) {
        return switch (event) {
            case BridgeEvent.Connected it -> new Subject(it.conference(), "line", it.endpoint());
            case BridgeEvent.Disconnected it -> new Subject(it.conference(), "line", it.endpoint());
            case BridgeEvent.Expired it -> new Subject(it.conference(), "line", it.endpoint());
            case BridgeEvent.SourcesMapped it -> new Subject(it.conference(), "slots", it.endpoint());
            case BridgeEvent.SourceActive it -> new Subject(it.conference(), "active", it.source());
            case BridgeEvent.SenderConstraints it -> new Subject(it.conference(), "limit", it.source());
            case BridgeEvent.DominantSpeaker it -> new Subject(it.conference(), "speaker", "");
            case BridgeEvent.AudioLevels ignored -> null; // of the moment
            case BridgeEvent.Quality ignored -> null;
            case BridgeEvent.Ready ignored -> null;
            case BridgeEvent.Resumed ignored -> null;
            case BridgeEvent.Lost ignored -> null;
        };
    }

    /** The endpoint is closed or begins anew. */
    void forget(ConferenceId conference, EndpointId endpoint) {
        events.keySet().removeIf(about -> about.conference().equals(conference) && about.isOf(endpoint));
    }

    void forget(ConferenceId conference) {
        events.keySet().removeIf(about -> about.conference().equals(conference));
    }

    void clear() {
        events.clear();
    }

    /** The oldest first. */
    List<BridgeEvent> events() {
        return List.copyOf(events.values());
    }
}
