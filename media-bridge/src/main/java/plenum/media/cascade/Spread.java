package plenum.media.cascade;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;

/**
 * One conference, spread over those bridges of the tree that have an endpoint of it at or below them, and the root.
 * Cascade's thread only.
 */
final class Spread {
    /** A link's name at its lower end; at the upper end it has the lower bridge's region. */
    static final String ABOVE = "above";

    private final ConferenceId id;
    private final Node root;
    private final Map<EndpointId, Node> homes = new HashMap<>();
    private final Set<Node> open = new HashSet<>();
    private final Map<Node, Uplink> uplinks = new HashMap<>(); // by lower bridge

    Spread(ConferenceId id, Node root) {
        this.id = id;
        this.root = root;
    }

    /** At the root, and again wherever it is open already. */
    CompletionStage<Void> open() {
        open.stream().filter(node -> !node.root()).forEach(this::openAt);
        open.add(root);
        return openAt(root);
    }

    @CanIgnoreReturnValue
    private CompletionStage<Void> openAt(Node node) {
        return node.ask(bridge -> bridge.openConference(id));
    }

    /** Everywhere. */
    CompletionStage<Void> close() {
        closeBranches();
        return root.ask(bridge -> bridge.closeConference(id));
    }

    void closeBranches() {
        open.stream().filter(node -> !node.root()).forEach(this::leave);
    }

    // endpoints --------------------------------------------------------------------------------------------------

    CompletionStage<Offer> openEndpoint(EndpointId endpoint, EndpointSpec spec, Node home) {
        var before = homes.put(endpoint, home);
        if (before != null && before != home) close(endpoint, before);
        Subject.all(id, endpoint).forEach(home::forget);
        join(home);
        var offer = home.ask(bridge -> bridge.openEndpoint(id, endpoint, spec.in("")));
        plan();
        return offer;
    }

    CompletionStage<Void> closeEndpoint(EndpointId endpoint) {
        var home = homes.remove(endpoint);
        var closed = close(endpoint, home == null ? root : home);
        plan();
        return closed;
    }

    @CanIgnoreReturnValue
    private CompletionStage<Void> close(EndpointId endpoint, Node home) {
        Subject.all(id, endpoint).forEach(home::forget);
        return home.tell(Subject.ENDED.of(id, endpoint), bridge -> bridge.closeEndpoint(id, endpoint));
    }

    /** Where the endpoint is; null: nowhere. */
    @Nullable
    Node home(EndpointId endpoint) {
        return homes.get(endpoint);
    }

    /** Whose home the bridge is. */
    List<EndpointId> at(Node node) {
        return homes.keySet().stream()
                .filter(endpoint -> homes.get(endpoint) == node)
                .toList();
    }

    // bridges ----------------------------------------------------------------------------------------------------

    private void join(Node node) {
        if (open.add(node)) {
            node.forget(id);
            openAt(node);
        }
    }

    private void leave(Node node) {
        var unused = node.tell(id, bridge -> bridge.closeConference(id));
    }

    /** The bridge has begun anew and holds nothing. */
    void forgotten(Node node) {
        open.remove(node);
        uplinks.keySet().remove(node);
        uplinks.values().removeIf(link -> link.upper() == node);
        if (homes.containsValue(node)) join(node);
    }

    /** Makes the links that are needed now, and ends the others. */
    void plan() {
        var needed = new LinkedHashMap<Node, Node>();
        homes.values().forEach(home -> climb(home, needed));
        List.copyOf(uplinks.keySet()).stream()
                .filter(lower -> !needed.containsKey(lower))
                .forEach(this::unlink);
        needed.forEach(this::link);
        leaveAllBut(needed);
    }

    private void leaveAllBut(Map<Node, Node> needed) {
        for (var node : List.copyOf(open)) {
            var member = node.root() || needed.containsKey(node) || needed.containsValue(node);
            if (!member && !homes.containsValue(node)) {
                open.remove(node);
                leave(node);
            }
        }
    }

    /** The link of a bridge that is away stays as it is. */
    private void climb(Node from, Map<Node, Node> needed) {
        var lower = from;
        while (!lower.root() && !needed.containsKey(lower)) {
            var known = uplinks.get(lower);
            if (!lower.ready() && known == null) return;
            var upper = lower.ready() || known == null ? lower.above() : known.upper();
            needed.put(lower, upper);
            lower = upper;
        }
    }

    private void link(Node lower, Node upper) {
        var known = uplinks.get(lower);
        if (known != null && known.upper() == upper) return;
        if (known != null) known.closeUpper();
        join(upper);
        join(lower);
        var made = new Uplink(id, lower, upper);
        uplinks.put(lower, made);
        made.dial();
    }

    private void unlink(Node lower) {
        var gone = uplinks.remove(lower);
        if (gone != null) {
            gone.closeUpper();
            gone.closeLower();
        }
    }

    /** Now and then. */
    void look() {
        uplinks.values().forEach(Uplink::look);
    }
}
