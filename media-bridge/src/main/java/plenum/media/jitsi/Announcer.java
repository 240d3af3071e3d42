package plenum.media.jitsi;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;

/**
 * Tells the one listener what happens, on a thread of its own and in order. Between {@link BridgeEvent.Lost} and the
 * next {@link BridgeEvent.Ready} nothing is told: what is still on its way is of conferences that are gone.
 */
final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("jitsi-events").factory());
    private volatile Consumer<BridgeEvent> listener = event -> {};
    private boolean ready; // of the thread

    void listener(Consumer<BridgeEvent> next) {
        listener = next;
    }

    void tell(BridgeEvent event) {
        try {
            thread.execute(() -> pass(event));
        } catch (RejectedExecutionException closed) {
            LOG.debug("nobody hears {}", event);
        }
    }

    private void pass(BridgeEvent event) {
        if (event instanceof BridgeEvent.Ready) ready = true;
        if (!ready) return;
        if (event instanceof BridgeEvent.Lost) ready = false;
        try {
            listener.accept(event);
        } catch (RuntimeException bug) {
            LOG.error("listener failed at {}", event, bug);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
