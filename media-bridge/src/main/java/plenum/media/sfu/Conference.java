package plenum.media.sfu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;

/** People who hear and see each other. Media thread only. */
final class Conference {
    private final ConferenceId id;
    private final Shared shared;
    private final Voices voices;
    private final Pictures pictures;
    private final Map<EndpointId, Endpoint> byId = new HashMap<>();
    private List<Endpoint> endpoints = List.of();

    Conference(ConferenceId id, Shared shared, long nowNs) {
        this.id = id;
        this.shared = shared;
        voices = new Voices(id, shared.announcer(), nowNs);
        pictures = new Pictures(id, shared.announcer(), shared.held());
    }

    /** A new endpoint, in place of an older one of the same id. */
    Endpoint open(EndpointId endpoint, EndpointSpec spec) {
        close(endpoint);
        var opened = new Endpoint(id, endpoint, spec, voices, pictures, shared, System.nanoTime());
        byId.put(endpoint, opened);
        endpoints = List.copyOf(byId.values());
        return opened;
    }

    Endpoint get(EndpointId endpoint) {
        Endpoint found = byId.get(endpoint);
        if (found == null) {
            throw new BridgeException(BridgeException.Kind.UNKNOWN, "endpoint " + endpoint);
        }
        return found;
    }

    void close(EndpointId endpoint) {
        Endpoint gone = byId.remove(endpoint);
        if (gone != null) {
            gone.close(System.nanoTime());
            endpoints = List.copyOf(byId.values());
        }
    }

    void closeAll() {
        endpoints.forEach(endpoint -> close(endpoint.id()));
    }

    int size() {
        return endpoints.size();
    }

    void tick(long nowNs) {
        voices.tick(nowNs).ifPresent(pictures::speaks);
        pictures.tick(nowNs);
        for (Endpoint endpoint : endpoints) {
            endpoint.tick(nowNs);
            if (endpoint.expired(nowNs)) {
                close(endpoint.id());
                shared.tell(new BridgeEvent.Expired(id, endpoint.id()));
            }
        }
    }
}
