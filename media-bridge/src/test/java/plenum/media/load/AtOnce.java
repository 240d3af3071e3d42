package plenum.media.load;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many, several at once. */
final class AtOnce {
    private AtOnce() {}

    /** @return the results in the order of the items */
    static <T, R> List<R> map(int most, List<T> items, Function<T, R> work) {
        try (var threads = Executors.newFixedThreadPool(most)) {
            var results = items.stream()
                    .map(item -> threads.submit(() -> work.apply(item)))
                    .toList();
            return results.stream().map(AtOnce::get).toList();
        }
    }

    private static <R> R get(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
