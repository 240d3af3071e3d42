package plenum.media.sfu;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;

/** Says what the bridge has to say, in order and on a thread of its own: a slow listener never holds up media. */
final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("media-events").factory());
    private volatile Consumer<BridgeEvent> listener = event -> {};

    void listener(Consumer<BridgeEvent> listener) {
        this.listener = listener;
    }

    void tell(BridgeEvent event) {
        run(() -> listener.accept(event));
    }

    /** After everything that was said before. */
    void run(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.error("a listener of the bridge failed", fault);
            }
        });
    }

    /** What was said before is still heard. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
