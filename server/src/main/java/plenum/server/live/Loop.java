package plenum.server.live;

import io.vertx.core.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop with the connections that live on it. Everything but {@link #post} belongs to the loop's thread. */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /** So many messages, before news or between two looks, are a burst: everybody votes. */
    private static final int BURST = 32;

    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LOOK_MS = 10;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Context context;
    private final long[] heardNanos = new long[BURST]; // of the newest messages, in a ring
    private long heard;
    private final Set<Connection> connections = new HashSet<>();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private boolean leaving;
    private volatile int size;

    Loop(Context context) {
        this.context = context;
    }

    /** Any thread: runs the task on the loop, in order; many tasks wake the loop once. */
    void post(Runnable task) {
        posted.add(task);
        if (woken.compareAndSet(false, true)) context.runOnContext(ignored -> runPosted());
    }

    /** Any thread: runs the task on the loop when no burst of messages comes in, at the latest after 400 ms. */
    void postWhenCalm(Runnable task) {
        var untilNanos = System.nanoTime() + PATIENCE_NANOS;
        post(() -> {
            if (burst()) lookLater(task, untilNanos);
            else task.run();
        });
    }

    private boolean burst() {
        return heard >= BURST && System.nanoTime() - heardNanos[(int) (heard % BURST)] < BURST_NANOS;
    }

    /** Between two looks every socket is read, however long that takes. */
    private void lookLater(Runnable task, long untilNanos) {
        var before = heard;
        var ignored = context.owner().setTimer(LOOK_MS, look -> {
            if (heard - before < BURST || System.nanoTime() - untilNanos >= 0) task.run();
            else lookLater(task, untilNanos);
        });
    }

    /** A message came in. */
    void heard() {
        heardNanos[(int) (heard++ % BURST)] = System.nanoTime();
    }

    private void runPosted() {
        woken.set(false);
        for (var task = posted.poll(); task != null; task = posted.poll()) {
            try {
                task.run();
            } catch (RuntimeException bug) {
                LOG.error("task on the loop of sockets failed", bug);
            }
        }
    }

    void add(Connection connection) {
        connections.add(connection);
        size = connections.size();
    }

    void remove(Connection connection) {
        connections.remove(connection);
        size = connections.size();
        completeWhenEmpty();
    }

    /** On a copy, because a connection may leave meanwhile. */
    void each(Consumer<Connection> action) {
        List.copyOf(connections).forEach(action);
    }

    /** Any thread. */
    int size() {
        return size;
    }

    /** Any thread: closes every connection because the server stops; completes when the last one is gone. */
    CompletableFuture<Void> farewell() {
        post(() -> {
            each(connection -> connection.close(CloseCode.SERVER_STOPS));
            leaving = true;
            completeWhenEmpty();
        });
        return empty;
    }

    private void completeWhenEmpty() {
        if (leaving && connections.isEmpty()) empty.complete(null);
    }
}
