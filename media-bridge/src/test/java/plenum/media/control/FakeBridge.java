package plenum.media.control;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;

/** A bridge without media: keeps the promises of the API, says what it is told to say, remembers what it was asked. */
public final class FakeBridge implements LinkedBridge {
    static final LinkTicket TICKET = LinkTicket.create(
            -7,
            List.of(
                    new InetSocketAddress(InetAddress.ofLiteral("192.0.2.9"), 10_000),
                    new InetSocketAddress(InetAddress.ofLiteral("2001:db8::9"), 10_001)),
            new SecureRandom());
    static final LinkStats STATS = new LinkStats(
            true,
            5_000_000_000L,
            -1,
            List.of(new LinkStats.Carried(
                    new SourceId(new EndpointId("an"), SourceKind.CAMERA), List.of(1L, 0L, 3_000_000_000L))));

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<ConferenceId, Map<EndpointId, Integer>> conferences = new HashMap<>();
    private final List<Object> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ConferenceId> closed = new LinkedBlockingQueue<>();
    private Consumer<BridgeEvent> listener = event -> {};
    private int offers;
    private boolean mute;

    /** Arguments of each call of permit and constrain. */
    List<Object> asked() {
        return asked;
    }

    /** Conferences that were there and were closed. */
    BlockingQueue<ConferenceId> closed() {
        return closed;
    }

    public void emit(BridgeEvent event) {
        thread.execute(() -> listener.accept(event));
    }

    /** Answers no call from now on. */
    void fallMute() {
        thread.execute(() -> mute = true);
    }

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return run(() -> conferences.computeIfAbsent(conference, ignored -> new HashMap<>()));
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return run(() -> {
            if (conferences.remove(conference) != null) closed.add(conference);
        });
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return call(() -> {
            endpoints(conference).put(endpoint, ++offers);
            return new Offer("v=0 " + endpoint + " " + offers);
        });
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return run(() -> {
            known(conference, endpoint);
            if (!sdp.startsWith("v=0")) throw new BridgeException(BridgeException.Kind.MALFORMED, "no SDP");
            listener.accept(new BridgeEvent.Connected(conference, endpoint));
        });
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return run(() -> conferences.getOrDefault(conference, new HashMap<>()).remove(endpoint));
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return run(() -> {
            known(conference, endpoint);
            asked.add(permission);
        });
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return run(() -> {
            known(conference, endpoint);
            asked.add(constraints);
        });
    }

    @Override
    public CompletionStage<LinkTicket> openLink(ConferenceId conference, String name) {
        return call(() -> {
            var known = endpoints(conference);
            asked.add(name + known.size());
            return TICKET;
        });
    }

    @Override
    public CompletionStage<Void> dialLink(ConferenceId conference, String name, LinkTicket ticket) {
        return run(() -> asked.add(ticket));
    }

    @Override
    public CompletionStage<Void> closeLink(ConferenceId conference, String name) {
        return run(() -> asked.add("no " + name));
    }

    @Override
    public CompletionStage<LinkStats> linkStats(ConferenceId conference, String name) {
        return call(() -> STATS);
    }

    @Override
    public CompletionStage<BridgeStats> stats() {
        return call(() -> new BridgeStats(
                conferences.size(),
                conferences.values().stream().mapToInt(Map::size).sum(),
                1,
                2,
                3));
    }

    @Override
    public void listen(Consumer<BridgeEvent> next) {
        thread.execute(() -> {
            listener = next;
            next.accept(new BridgeEvent.Ready("fake"));
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Map<EndpointId, Integer> endpoints(ConferenceId conference) {
        var endpoints = conferences.get(conference);
        if (endpoints == null) throw new BridgeException(BridgeException.Kind.UNKNOWN, "conference " + conference);
        return endpoints;
    }

    private void known(ConferenceId conference, EndpointId endpoint) {
        if (!endpoints(conference).containsKey(endpoint)) {
            throw new BridgeException(BridgeException.Kind.UNKNOWN, "endpoint " + endpoint);
        }
    }

    private CompletionStage<Void> run(Runnable action) {
        return CompletableFuture.runAsync(action, thread).thenCompose(nothing -> unlessMute(nothing));
    }

    private <T> CompletionStage<T> call(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, thread).thenCompose(this::unlessMute);
    }

    private <T> CompletionStage<T> unlessMute(T value) {
        return mute ? new CompletableFuture<>() : CompletableFuture.completedFuture(value);
    }
}
