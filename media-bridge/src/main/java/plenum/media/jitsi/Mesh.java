package plenum.media.jitsi;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;

/**
 * Joins the bridges at which one conference is into a tree. Each edge is a relay, a mesh of its own, so that what comes
 * over one goes on over all others; each end of an edge is told of everybody beyond the other. {@link #arrange}
 * compares what there should be with what there is: again and again the same does nothing. The conference's lane only.
 */
final class Mesh {
    private static final Logger LOG = LoggerFactory.getLogger(Mesh.class);

    private final UnaryOperator<String> above;
    private final Map<Edge, List<End>> edges = new LinkedHashMap<>();
    private Set<Edge> wanted = Set.of();
    private int made;

    private record Edge(Meeting lower, Meeting upper) {
        Meeting other(Meeting one) {
            return one == lower ? upper : lower;
        }

        boolean touches(Meeting one) {
            return one == lower || one == upper;
        }
    }

    /** What a bridge was told of those beyond the other end, by endpoint. */
    private record End(Edge edge, Meeting at, Map<String, List<Colibri.MediaSource>> told) {
        String relayId() {
            return edge.other(at).home().relayId();
        }
    }

    /** @param above the region above a region; empty: none */
    Mesh(UnaryOperator<String> above) {
        this.above = above;
    }

    /**
     * Makes, ends and tells what has changed.
     *
     * @param stays where the conference is
     * @return those that have lost the conference
     * @throws BridgeException UNAVAILABLE when something could not be done and is to be tried again
     */
    Set<Meeting> arrange(List<Meeting> stays, Collection<JitsiEndpoint> everybody) {
        wanted = tree(stays);
        List.copyOf(edges.keySet()).stream()
                .filter(edge -> !wanted.contains(edge))
                .forEach(this::unlink);
        var lost = new LinkedHashSet<Meeting>();
        var later = new ArrayList<BridgeException>();
        // who has moved to another side is first taken away, then told of
        for (var edge : List.copyOf(edges.keySet())) trying(edge, lost, later, () -> tell(edge, everybody, false));
        for (var edge : wanted) {
            trying(edge, lost, later, () -> {
                if (!edges.containsKey(edge)) link(edge, everybody);
                tell(edge, everybody, true);
            });
        }
        if (lost.isEmpty() && !later.isEmpty()) throw later.getFirst();
        return lost;
    }

    /** A failed edge begins anew next time. */
    private void trying(Edge edge, Set<Meeting> lost, List<BridgeException> later, Runnable action) {
        try {
            action.run();
        } catch (Failed failed) {
            LOG.info("relay between {} and {}: {}", name(edge.lower), name(edge.upper), failed.getMessage());
            unlink(edge);
            if (failed.why.kind() == Kind.UNKNOWN) lost.add(failed.at);
            else later.add(failed.why);
        }
    }

    /** What a bridge did not do. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Meeting at;
        private final transient BridgeException why;

        Failed(Meeting at, BridgeException why) {
            super(why.getMessage(), why);
            this.at = at;
            this.why = why;
        }
    }

    // the tree ---------------------------------------------------------------------------------------------------

    /** Each below the nearest one above its region; who has none above is below the first of these. */
    private Set<Edge> tree(List<Meeting> stays) {
        var tree = new LinkedHashSet<Edge>();
        var hub =
                stays.stream().filter(stay -> nearestAbove(stay, stays) == null).findFirst();
        for (var stay : stays) {
            var parent = nearestAbove(stay, stays);
            if (parent != null) tree.add(new Edge(stay, parent));
            else hub.filter(top -> top != stay).ifPresent(top -> tree.add(new Edge(stay, top)));
        }
        return tree;
    }

    private @Nullable Meeting nearestAbove(Meeting stay, List<Meeting> stays) {
        var passed = new LinkedHashSet<>(Set.of(stay.home().region()));
        for (var at = stay.home().above(); !at.isEmpty() && passed.add(at); at = above.apply(at)) {
            for (var one : stays) {
                if (one.home().region().equals(at)) return one;
            }
        }
        return null;
    }

    // edges ------------------------------------------------------------------------------------------------------

    /** The upper end begins with ICE and dials the WebSocket: of two only one does. */
    private void link(Edge edge, Collection<JitsiEndpoint> everybody) {
        var upper = new End(edge, edge.upper, new HashMap<>());
        var lower = new End(edge, edge.lower, new HashMap<>());
        edges.put(edge, List.of(upper, lower));
        var meshId = "m" + made++;
        var ofUpper = make(upper, meshId, true, everybody);
        var ofLower = make(lower, meshId, false, everybody);
        send(upper, Colibri.Relay.connection(upper.relayId(), ofLower.forRelay("active", true)));
        send(lower, Colibri.Relay.connection(lower.relayId(), ofUpper.forRelay("passive", false)));
    }

    private Colibri.IceUdp make(End end, String meshId, boolean first, Collection<JitsiEndpoint> everybody) {
        var news = news(end, everybody, true);
        return send(end, Colibri.Relay.fresh(end.relayId(), meshId, first, news))
                .orElseThrow(
                        () -> new Failed(end.at, new BridgeException(Kind.UNAVAILABLE, "no transport of the relay")));
    }

    /** Never fails: who does not answer has failed or will be asked anew. */
    private void unlink(Edge edge) {
        for (var end : Objects.requireNonNullElse(edges.remove(edge), List.<End>of())) {
            if (end.at.over() || !end.at.home().well()) continue;
            try {
                var ignored = end.at.relay(Colibri.Relay.expiry(end.relayId()));
            } catch (BridgeException away) {
                LOG.debug("{} does not end its relay", name(end.at), away);
            }
        }
    }

    @CanIgnoreReturnValue
    private static Optional<Colibri.IceUdp> send(End end, Colibri.Relay relay) {
        try {
            return end.at.relay(relay);
        } catch (BridgeException why) {
            throw new Failed(end.at, why);
        }
    }

    private static String name(Meeting stay) {
        return stay.home().name();
    }

    // who is beyond ----------------------------------------------------------------------------------------------

    /** @param all otherwise only who is there no more */
    private void tell(Edge edge, Collection<JitsiEndpoint> everybody, boolean all) {
        for (var end : Objects.requireNonNullElse(edges.get(edge), List.<End>of())) {
            var news = news(end, everybody, all);
            if (!news.isEmpty()) {
                send(end, Colibri.Relay.telling(end.relayId(), news));
            }
        }
    }

    private List<Colibri.Endpoint> news(End end, Collection<JitsiEndpoint> everybody, boolean all) {
        var there = beyond(end);
        var due = new LinkedHashMap<String, List<Colibri.MediaSource>>();
        everybody.stream()
                .filter(one -> there.contains(one.at()))
                .forEach(one -> due.put(one.id.value(), one.permitted()));
        var news = new ArrayList<Colibri.Endpoint>();
        for (var gone : List.copyOf(end.told.keySet())) {
            if (due.containsKey(gone)) continue;
            end.told.remove(gone);
            news.add(Colibri.Endpoint.expiry(gone));
        }
        if (!all) return news;
        due.forEach((id, sources) -> {
            var before = end.told.put(id, sources);
            if (!sources.equals(before)) news.add(Colibri.Endpoint.beyond(id, before == null, sources));
        });
        return news;
    }

    /** The bridges of the tree that are reached over this end. */
    private Set<Meeting> beyond(End end) {
        var found = new LinkedHashSet<Meeting>();
        var next = new ArrayDeque<>(List.of(end.edge.other(end.at)));
        while (!next.isEmpty()) {
            var at = next.remove();
            if (at == end.at || !found.add(at)) continue;
            wanted.stream().filter(edge -> edge.touches(at)).forEach(edge -> next.add(edge.other(at)));
        }
        return found;
    }
}
