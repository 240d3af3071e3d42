package plenum.media.jitsi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;

/** A thread that does one thing after the other and may wait for a bridge while it does. Thread-safe. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final String name;
    private final ExecutorService thread;

    Lane(String name) {
        this.name = name;
        this.thread =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** Does it unless the lane is closed. */
    void post(Runnable action) {
        try {
            thread.execute(() -> run(action));
        } catch (RejectedExecutionException closed) {
            LOG.trace("{} is closed", name);
        }
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException fault) {
            LOG.error("{} failed", name, fault);
        }
    }

    @SuppressWarnings("NullAway") // there is no other value of Void
    CompletionStage<Void> tell(Runnable action) {
        return ask(() -> {
            action.run();
            return null;
        });
    }

    /** A failed answer carries a BridgeException. */
    <T> CompletionStage<T> ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            thread.execute(() -> settle(answer, question));
        } catch (RejectedExecutionException closed) {
            answer.completeExceptionally(new BridgeException(Kind.UNKNOWN, name + " is closed"));
        }
        return answer;
    }

    private static <T> void settle(CompletableFuture<T> answer, Supplier<T> question) {
        try {
            answer.complete(question.get());
        } catch (BridgeException refusal) {
            answer.completeExceptionally(refusal);
        } catch (RuntimeException fault) {
            LOG.error("the focus failed", fault);
            answer.completeExceptionally(new BridgeException(Kind.UNAVAILABLE, "fault: " + fault));
        }
    }

    /** What waits is still done. */
    void close() {
        thread.shutdown();
    }
}
