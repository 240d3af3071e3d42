package plenum.server.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The driver's publishers as futures. Each call subscribes, so it starts the operation. A future asked for on a Vert.x
 * context completes there.
 */
public final class Publishers {
    private Publishers() {}

    /** The first element, if there is one. */
    public static <T> Future<Optional<T>> first(Publisher<T> publisher) {
        return all(publisher).map(elements -> elements.stream().findFirst());
    }

    /** All elements in their order; the query must have a limit. */
    public static <T> Future<List<T>> all(Publisher<T> publisher) {
        var collector = new Collector<T>();
        publisher.subscribe(collector);
        return onContext(collector.elements);
    }

    /** Completes with the publisher, whatever it gives. */
    public static Future<Void> done(Publisher<?> publisher) {
        return all(publisher).mapEmpty();
    }

    private static <T> Future<T> onContext(CompletionStage<T> stage) {
        var context = Vertx.currentContext();
        return context == null ? Future.fromCompletionStage(stage) : Future.fromCompletionStage(stage, context);
    }

    private static final class Collector<T> implements Subscriber<T> {
        private final List<T> received = new ArrayList<>();
        private final CompletableFuture<List<T>> elements = new CompletableFuture<>();

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T element) {
            received.add(element);
        }

        @Override
        public void onError(Throwable failure) {
            elements.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            elements.complete(List.copyOf(received));
        }
    }
}
