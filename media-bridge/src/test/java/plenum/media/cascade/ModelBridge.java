package plenum.media.cascade;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;

/** A bridge of one conference that carries no packets: who is at it, and what it is joined to. Guarded by its net. */
final class ModelBridge implements LinkedBridge {
    /** All bridges and the tickets they gave out; whoever changes something wakes those that wait for it. */
    static final class Net {
        private final SecureRandom random = new SecureRandom();
        private final Map<Integer, ModelBridge> issuers = new HashMap<>();
        private int opened;

        /** How many endpoints were opened so far, again ones included. */
        synchronized int opened() {
            return opened;
        }
    }

    private final Net net;
    private final String name;
    private final Set<EndpointId> endpoints = new HashSet<>();
    private final Map<String, Integer> given = new HashMap<>(); // ticket by lower bridge
    private int taken; // ticket of the link above, 0: none
    private boolean dead;
    private Consumer<BridgeEvent> listener = event -> {};

    ModelBridge(Net net, String name) {
        this.net = net;
        this.name = name;
    }

    String name() {
        return name;
    }

    Set<EndpointId> endpoints() {
        return Set.copyOf(endpoints);
    }

    /** To which bridge it is joined, if both ends hold the same ticket. */
    Optional<ModelBridge> above() {
        var upper = net.issuers.get(taken);
        return upper != null && !dead && !upper.dead && upper.given.containsValue(taken)
                ? Optional.of(upper)
                : Optional.empty();
    }

    void kill() {
        synchronized (net) {
            dead = true;
            endpoints.clear();
            given.clear();
            taken = 0;
        }
        listener.accept(new BridgeEvent.Lost(name));
    }

    void begin() {
        synchronized (net) {
            dead = false;
        }
        listener.accept(new BridgeEvent.Ready(name));
    }

    private <T> CompletionStage<T> call(Supplier<@Nullable T> change) {
        synchronized (net) {
            if (dead) {
                return CompletableFuture.failedStage(new BridgeException(BridgeException.Kind.UNAVAILABLE, name));
            }
            var done = CompletableFuture.<T>completedStage(change.get());
            net.notifyAll();
            return done;
        }
    }

    private CompletionStage<Void> act(Runnable change) {
        return call(() -> {
            change.run();
            return null;
        });
    }

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return act(() -> {});
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return act(() -> {
            endpoints.clear();
            given.clear();
            taken = 0;
        });
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return call(() -> {
            endpoints.add(endpoint);
            net.opened++;
            return new Offer(name);
        });
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return act(() -> {});
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return act(() -> endpoints.remove(endpoint));
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return act(() -> {});
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return act(() -> {});
    }

    @Override
    public CompletionStage<LinkTicket> openLink(ConferenceId conference, String lower) {
        return call(() -> {
            int number = net.issuers.size() + 1;
            net.issuers.put(number, this);
            given.put(lower, number);
            return LinkTicket.create(number, List.of(new InetSocketAddress(0)), net.random);
        });
    }

    @Override
    public CompletionStage<Void> dialLink(ConferenceId conference, String upper, LinkTicket ticket) {
        return act(() -> taken = ticket.id());
    }

    @Override
    public CompletionStage<Void> closeLink(ConferenceId conference, String other) {
        return act(() -> {
            if (other.equals(Spread.ABOVE)) taken = 0;
            else given.remove(other);
        });
    }

    @Override
    public CompletionStage<LinkStats> linkStats(ConferenceId conference, String other) {
        return call(() -> new LinkStats(above().isPresent(), 0, -1, List.of()));
    }

    @Override
    public CompletionStage<BridgeStats> stats() {
        return call(() -> new BridgeStats(1, endpoints.size(), 0, 0, 0));
    }

    @Override
    public void listen(Consumer<BridgeEvent> next) {
        listener = next;
        next.accept(new BridgeEvent.Ready(name));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
