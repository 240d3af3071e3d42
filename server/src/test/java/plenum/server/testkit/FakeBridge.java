package plenum.server.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

/**
 * A media bridge without media: keeps the promises of the API, says what a test lets it say, and shows what it holds.
 * Offers are called {@code v=0 <endpoint> <number>}; an answer connects.
 */
public final class FakeBridge implements MediaBridge {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** An endpoint as the bridge has it. */
    public static final class Held {
        public final ConferenceId conference;
        public final EndpointId id;
        public final EndpointSpec spec;
        public volatile Permission permission;
        public volatile ReceiverConstraints constraints = ReceiverConstraints.NOTHING;
        public volatile int constrained; // times

        Held(ConferenceId conference, EndpointId id, EndpointSpec spec) {
            this.conference = conference;
            this.id = id;
            this.spec = spec;
            this.permission = spec.permission();
        }
    }

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Object change = new Object();
    private final Map<ConferenceId, Map<EndpointId, Held>> conferences = new HashMap<>(); // of the lock
    private Consumer<BridgeEvent> listener = event -> {};
    private int offers;
    private int failing;
    private BridgeException.@Nullable Kind failure;

    // what a test does -------------------------------------------------------------------------------------------

    public void emit(BridgeEvent event) {
        thread.execute(() -> listener.accept(event));
    }

    /** Forgets everything and is there again, as after a restart. */
    public void restart() {
        thread.execute(() -> {
            listener.accept(new BridgeEvent.Lost("fake"));
            with(conferences::clear);
            listener.accept(new BridgeEvent.Ready("fake"));
        });
    }

    /** The next calls fail. */
    public void failNext(int calls, BridgeException.Kind kind) {
        with(() -> {
            failing = calls;
            failure = kind;
        });
    }

    /** Waits until the bridge holds so many endpoints, all conferences together. */
    public List<Held> awaitEndpoints(int count) {
        await(() -> endpoints().size() == count);
        return endpoints();
    }

    public void awaitConferences(int count) {
        await(() -> conferences.size() == count);
    }

    /** Waits until it is so; looked at after every change. */
    public void await(BooleanSupplier fact) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (change) {
            while (!fact.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) throw new AssertionError("waited in vain; holds " + conferences);
                try {
                    change.wait(left);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        }
    }

    public List<Held> endpoints() {
        synchronized (change) {
            return conferences.values().stream()
                    .flatMap(one -> one.values().stream())
                    .toList();
        }
    }

    private void with(Runnable action) {
        synchronized (change) {
            action.run();
            change.notifyAll();
        }
    }

    // the bridge -------------------------------------------------------------------------------------------------

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return run(() -> conferences.computeIfAbsent(conference, fresh -> new LinkedHashMap<>()));
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return run(() -> conferences.remove(conference));
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return call(() -> {
            var endpoints = conferences.get(conference);
            if (endpoints == null) throw unknown("conference " + conference);
            endpoints.put(endpoint, new Held(conference, endpoint, spec));
            return new Offer("v=0 " + endpoint + " " + ++offers);
        });
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return run(() -> {
            var ignored = held(conference, endpoint);
            if (!sdp.startsWith("v=0")) throw new BridgeException(BridgeException.Kind.MALFORMED, "no SDP");
            emit(new BridgeEvent.Connected(conference, endpoint));
        });
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return run(() ->
                conferences.getOrDefault(conference, new LinkedHashMap<>()).remove(endpoint));
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return run(() -> held(conference, endpoint).permission = permission);
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return run(() -> {
            var held = held(conference, endpoint);
            held.constraints = constraints;
            held.constrained++;
        });
    }

    @Override
    public CompletionStage<BridgeStats> stats() {
        return call(() -> new BridgeStats(conferences.size(), endpoints().size(), 0, 0, 0));
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

    private Held held(ConferenceId conference, EndpointId endpoint) {
        return Optional.ofNullable(
                        conferences.getOrDefault(conference, Map.of()).get(endpoint))
                .orElseThrow(() -> unknown("endpoint " + endpoint));
    }

    private static BridgeException unknown(String what) {
        return new BridgeException(BridgeException.Kind.UNKNOWN, what);
    }

    private CompletionStage<Void> run(Runnable action) {
        return call(() -> {
            action.run();
            return null;
        });
    }

    @SuppressWarnings("NullAway") // a call of Void gives null
    private <T> CompletionStage<T> call(Supplier<@Nullable T> action) {
        return CompletableFuture.supplyAsync(
                () -> {
                    synchronized (change) {
                        if (failing > 0 && failure != null) {
                            failing--;
                            throw new BridgeException(failure, "told to fail");
                        }
                        var value = action.get();
                        change.notifyAll();
                        return value;
                    }
                },
                thread);
    }
}
