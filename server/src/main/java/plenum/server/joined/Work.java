package plenum.server.joined;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may block, one after the other on a virtual thread. A deed that fails does not keep the next. */
final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    /** What is done. */
    interface Deed {
        void run() throws Exception;
    }

    private final ExecutorService thread;

    Work(String name) {
        thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** Any thread; after the end nothing is done any more. */
    void execute(Deed deed) {
        try {
            thread.execute(() -> run(deed));
        } catch (RejectedExecutionException ended) {
            LOG.debug("after the end");
        }
    }

    private static void run(Deed deed) {
        try {
            deed.run();
        } catch (Exception failed) {
            LOG.error("work of a line failed", failed);
        }
    }

    /** What waits is still done. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
