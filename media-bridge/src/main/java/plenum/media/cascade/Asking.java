package plenum.media.cascade;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeException;

/** Asks bridges and goes on, when they answer, on the cascade's thread. */
record Asking(Executor thread) {
    /** A call that throws has failed. */
    <T> CompletionStage<T> ask(Supplier<CompletionStage<T>> call) {
        var answer = new CompletableFuture<T>();
        try {
            var unused = call.get().whenCompleteAsync((value, failure) -> complete(answer, value, failure), thread);
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
        return answer;
    }

    @SuppressWarnings("NullAway") // there is no other value of Void
    private static <T> void complete(CompletableFuture<T> answer, @Nullable T value, @Nullable Throwable failure) {
        if (failure == null) answer.complete(value);
        else answer.completeExceptionally(cause(failure));
    }

    static boolean unavailable(@Nullable Throwable failure) {
        return failure != null
                && cause(failure) instanceof BridgeException known
                && known.kind() == BridgeException.Kind.UNAVAILABLE;
    }

    /** @param failure null: done */
    static CompletionStage<Void> same(@Nullable Throwable failure) {
        return failure == null ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(cause(failure));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
