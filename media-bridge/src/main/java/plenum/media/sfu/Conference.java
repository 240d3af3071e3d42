package plenum.media.sfu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.net.Route;
import plenum.media.sdp.Candidate;

/** People who hear and see each other. Media thread only. */
final class Conference {
    private final ConferenceId id;
    private final Shared shared;
    private final Voices voices;
    private final Pictures pictures;
    private final Map<EndpointId, Endpoint> byId = new HashMap<>();
    private final Map<String, LinkEnd> links = new HashMap<>();
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

    /** The upper end of a link to another bridge, in place of an older one. */
    LinkTicket openLink(String name) {
        var addresses = shared.candidates().stream()
                .filter(candidate -> !candidate.tcp())
                .map(Candidate::address)
                .toList();
        var ticket = LinkTicket.create(shared.ssrc(), addresses, shared.random());
        link(name, ticket.id(), new LinkWire(shared, ticket.down(), ticket.up(), null));
        return ticket;
    }

    /** The lower end, which dials. */
    void dialLink(String name, LinkTicket ticket) {
        LinkEnd known = links.get(name);
        if (known != null && known.id() == ticket.id()) {
            return;
        }
        if (!shared.links().use(ticket)) {
            throw new BridgeException(BridgeException.Kind.UNAVAILABLE, "a link's ticket is for one link");
        }
        Route route = ticket.addresses().stream()
                .flatMap(address -> Stream.ofNullable(shared.transport().route(address)))
                .findFirst()
                .orElseThrow(() -> new BridgeException(BridgeException.Kind.UNAVAILABLE, "no way to " + name));
        link(name, ticket.id(), new LinkWire(shared, ticket.up(), ticket.down(), route));
    }

    private void link(String name, int id, LinkWire wire) {
        closeLink(name);
        var opened = new LinkEnd(id, shared, voices, pictures, wire);
        links.put(name, opened);
        shared.links().add(opened);
    }

    void closeLink(String name) {
        LinkEnd gone = links.remove(name);
        if (gone != null) {
            gone.close(System.nanoTime());
        }
    }

    LinkStats linkStats(String name) {
        LinkEnd found = links.get(name);
        if (found == null) {
            throw new BridgeException(BridgeException.Kind.UNKNOWN, "link " + name);
        }
        return found.stats();
    }

    void closeAll() {
        List.copyOf(links.keySet()).forEach(this::closeLink);
        endpoints.forEach(endpoint -> close(endpoint.id()));
    }

    int size() {
        return endpoints.size();
    }

    void tick(long nowNs) {
        voices.tick(nowNs).ifPresent(pictures::speaks);
        pictures.tick(nowNs);
        links.values().forEach(link -> link.tick(nowNs));
        for (Endpoint endpoint : endpoints) {
            endpoint.tick(nowNs);
            if (endpoint.expired(nowNs)) {
                close(endpoint.id());
                shared.tell(new BridgeEvent.Expired(id, endpoint.id()));
            }
        }
    }
}
