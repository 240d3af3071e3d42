package plenum.server.conference;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which conferences change. Thread-safe; after closing nothing runs any more. */
final class DirectorThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorThread.class);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("room-director").factory());

    /** In the order of the calls. */
    void run(Runnable task) {
        try {
            executor.execute(() -> guarded(task));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("the server stops");
        }
    }

    void later(Duration pause, Runnable task) {
        try {
            var ignored = executor.schedule(() -> guarded(task), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("the server stops");
        }
    }

    void every(Duration pause, Runnable task) {
        var ignored = executor.scheduleWithFixedDelay(
                () -> guarded(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("the director failed", bug);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
