package plenum.media.cascade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.MediaBridge;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.link.LinkedBridge;

/**
 * A tree of bridges that works as one. An endpoint is at the bridge of its region, or the nearest one above that
 * answers; bridges are joined by links when a conference needs them. The tree is there when its root is; a branch that
 * is lost goes on by itself, and its endpoints expire when it stays away. {@code doc/cascade.md} tells more.
 */
public final class Cascade implements MediaBridge {
    private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How long a branch may be away before its endpoints are looked for elsewhere. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cascade").daemon().factory());
    private final Asking asking = new Asking(thread);
    private final List<Node> nodes = new ArrayList<>(); // the root first
    private final Map<String, Node> regions = new HashMap<>();
    private final Node root;
    private final long patienceNs;

    // of the thread
    private final Map<ConferenceId, Spread> spreads = new HashMap<>();
    private Consumer<BridgeEvent> listener = event -> {};

    /**
     * The bridges are closed with it.
     *
     * @param branches in any order
     * @throws IllegalArgumentException two of the same region, or one with a parent that leads to no root
     */
    public Cascade(LinkedBridge root, List<Branch> branches, Duration patience) {
        this.root = grow("", null, root);
        this.patienceNs = patience.toNanos();
        regions.put("", this.root);
        var left = new ArrayList<>(branches);
        while (left.removeIf(this::grown)) {
            // those whose parents are there now
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "no way to the root from " + left.getFirst().region());
        }
    }

    private Node grow(String region, @Nullable Node parent, LinkedBridge bridge) {
        var node = new Node(region, parent, bridge, asking);
        nodes.add(node);
        return node;
    }

    private boolean grown(Branch branch) {
        var parent = regions.get(branch.parent());
        if (parent == null) return false;
        if (regions.containsKey(branch.region())) {
            throw new IllegalArgumentException("a region twice: " + branch.region());
        }
        regions.put(branch.region(), grow(branch.region(), parent, branch.bridge()));
        return true;
    }

    // calls ------------------------------------------------------------------------------------------------------

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return run(() -> spreads.computeIfAbsent(conference, fresh -> new Spread(fresh, root))
                .open());
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return run(() -> {
            var known = spreads.remove(conference);
            return known == null ? root.ask(bridge -> bridge.closeConference(conference)) : known.close();
        });
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return run(() -> {
            var home = regions.getOrDefault(spec.region(), root).orAbove();
            return spread(conference).openEndpoint(endpoint, spec, home);
        });
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return run(() -> home(conference, endpoint).ask(bridge -> bridge.answer(conference, endpoint, sdp)));
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return run(() -> {
            var known = spreads.get(conference);
            return known == null ? Asking.same(null) : known.closeEndpoint(endpoint);
        });
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return tell(Subject.PERMITTED, conference, endpoint, bridge -> bridge.permit(conference, endpoint, permission));
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return tell(
                Subject.WANTED, conference, endpoint, bridge -> bridge.constrain(conference, endpoint, constraints));
    }

    private CompletionStage<Void> tell(
            Subject subject,
            ConferenceId conference,
            EndpointId endpoint,
            Function<LinkedBridge, CompletionStage<Void>> call) {
        return run(() -> home(conference, endpoint).tell(subject.of(conference, endpoint), call));
    }

    /** Of all bridges that answer; a conference counts once. */
    @Override
    public CompletionStage<BridgeStats> stats() {
        return run(() -> {
            var all = root.ask(LinkedBridge::stats);
            for (var node : nodes.subList(1, nodes.size())) all = all.thenCombine(branch(node), Cascade::sum);
            return all;
        });
    }

    private static CompletionStage<Optional<BridgeStats>> branch(Node node) {
        return node.ready()
                ? node.ask(LinkedBridge::stats).handle((stats, failure) -> Optional.ofNullable(stats))
                : CompletableFuture.completedStage(Optional.empty());
    }

    private static BridgeStats sum(BridgeStats all, Optional<BridgeStats> more) {
        return more.map(one -> new BridgeStats(
                        all.conferences(),
                        all.endpoints() + one.endpoints(),
                        all.packetsIn() + one.packetsIn(),
                        all.packetsOut() + one.packetsOut(),
                        all.dropped() + one.dropped()))
                .orElse(all);
    }

    private Spread spread(ConferenceId conference) {
        var known = spreads.get(conference);
        if (known == null) throw unknown("conference " + conference);
        return known;
    }

    private Node home(ConferenceId conference, EndpointId endpoint) {
        var home = spread(conference).home(endpoint);
        if (home == null) throw unknown("endpoint " + endpoint);
        return home;
    }

    private static BridgeException unknown(String what) {
        return new BridgeException(BridgeException.Kind.UNKNOWN, what);
    }

    private <T> CompletionStage<T> run(Supplier<CompletionStage<T>> call) {
        try {
            return CompletableFuture.supplyAsync(() -> asking.ask(call), thread).thenCompose(answer -> answer);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedStage(
                    new BridgeException(BridgeException.Kind.UNAVAILABLE, "the bridges are closed"));
        }
    }

    // events -----------------------------------------------------------------------------------------------------

    @Override
    public void listen(Consumer<BridgeEvent> next) {
        thread.execute(() -> listener = next);
        nodes.forEach(node -> node.listen(event -> later(() -> on(node, event))));
        var unused = thread.scheduleWithFixedDelay(
                () -> guarded(this::look), LOOK.toNanos(), LOOK.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void later(Runnable action) {
        try {
            thread.execute(() -> guarded(action));
        } catch (RejectedExecutionException closed) {
            LOG.debug("an event after the end");
        }
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException bug) {
            LOG.error("the cascade failed", bug);
        }
    }

    private void on(Node node, BridgeEvent event) {
        switch (event) {
            case BridgeEvent.Ready ready -> onReady(node, ready);
            case BridgeEvent.Resumed ignored -> onResumed(node);
            case BridgeEvent.Lost lost -> onLost(node, lost);
            case BridgeEvent.Connected it -> pass(node, it.conference(), it.endpoint(), it);
            case BridgeEvent.Disconnected it -> pass(node, it.conference(), it.endpoint(), it);
            case BridgeEvent.Expired it -> pass(node, it.conference(), it.endpoint(), it);
            case BridgeEvent.SourcesMapped it -> pass(node, it.conference(), it.endpoint(), it);
            case BridgeEvent.Quality it -> pass(node, it.conference(), it.endpoint(), it);
            case BridgeEvent.SourceActive it ->
                pass(node, it.conference(), it.source().endpoint(), it);
            case BridgeEvent.SenderConstraints it ->
                pass(node, it.conference(), it.source().endpoint(), it);
            case BridgeEvent.DominantSpeaker it -> passFromRoot(node, it); // the loudest of all come there
            case BridgeEvent.AudioLevels it -> passFromRoot(node, it);
        }
    }

    /** An endpoint's own bridge tells of it. */
    private void pass(Node from, ConferenceId conference, EndpointId endpoint, BridgeEvent event) {
        var known = spreads.get(conference);
        if (known != null && known.home(endpoint) == from) listener.accept(event);
    }

    private void passFromRoot(Node from, BridgeEvent event) {
        if (from.root()) listener.accept(event);
    }

    private void onReady(Node node, BridgeEvent.Ready ready) {
        node.begin();
        if (node.root()) {
            var before = List.copyOf(spreads.values());
            spreads.clear();
            before.forEach(Spread::closeBranches);
            listener.accept(ready);
        } else {
            LOG.info("bridge of region {} is ready", node);
            expire(node);
            spreads.values().forEach(spread -> spread.forgotten(node));
            spreads.values().forEach(Spread::plan);
        }
    }

    private void onResumed(Node node) {
        LOG.info("bridge of region {} is back", node);
        node.resume();
        spreads.values().forEach(Spread::plan);
    }

    private void onLost(Node node, BridgeEvent.Lost lost) {
        node.lost(System.nanoTime());
        if (node.root()) {
            listener.accept(lost);
        } else {
            LOG.warn("bridge of region {} is lost", node);
            spreads.values().forEach(Spread::plan);
        }
    }

    /** Whoever was at that bridge is to come anew. */
    private void expire(Node node) {
        spreads.forEach((conference, spread) ->
                spread.at(node).forEach(endpoint -> listener.accept(new BridgeEvent.Expired(conference, endpoint))));
    }

    private void look() {
        for (var node : nodes) {
            node.settle();
            if (!node.root() && node.abandon(patienceNs, System.nanoTime())) expire(node);
        }
        spreads.values().forEach(Spread::look);
    }

    @Override
    public void close() {
        var unused = thread.shutdownNow();
        nodes.forEach(Node::close);
    }
}
