package plenum.server.conference;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeException;
import plenum.media.api.MediaBridge;

/**
 * The director's way of asking the bridge: answers come back on the director's thread, and what must take effect is
 * asked again. While the bridge is away nothing is asked, because it forgets everything. Director's thread only.
 */
final class BridgeCalls {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeCalls.class);
    private static final int PATIENCE_SECONDS = 15;
    private final MediaBridge bridge;
    private final DirectorThread thread;
    private final ConferenceLimits limits;
    private boolean ready;

    BridgeCalls(MediaBridge bridge, DirectorThread thread, ConferenceLimits limits) {
        this.bridge = bridge;
        this.thread = thread;
        this.limits = limits;
    }

    boolean ready() {
        return ready;
    }

    void ready(boolean now) {
        ready = now;
    }

    /** @param answer gets the value or the failure */
    <T> void ask(
            Function<MediaBridge, CompletionStage<T>> call, BiConsumer<@Nullable T, @Nullable BridgeException> answer) {
        var ignored = call.apply(bridge)
                .thenApply(value -> value) // a stage of our own, to give up on
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((value, failure) -> thread.run(() -> answer.accept(value, known(failure))));
    }

    /** Asks until the bridge has done it, or it is no longer wanted. */
    void insist(Function<MediaBridge, CompletionStage<Void>> call, BooleanSupplier wanted) {
        if (!ready || !wanted.getAsBoolean()) return;
        ask(call, (done, failure) -> {
            if (failure == null) return;
            switch (failure.kind()) {
                case UNAVAILABLE -> thread.later(limits.again(), () -> insist(call, wanted));
                case UNKNOWN -> LOG.debug("the bridge has no such endpoint any more: {}", failure.getMessage());
                case MALFORMED -> LOG.error("the bridge does not understand", failure);
            }
        });
    }

    private static @Nullable BridgeException known(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause == null || cause instanceof BridgeException) return (BridgeException) cause;
        LOG.error("the bridge failed", cause);
        return new BridgeException(BridgeException.Kind.UNAVAILABLE, cause.toString());
    }
}
