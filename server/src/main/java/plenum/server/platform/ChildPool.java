package plenum.server.platform;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Child processes of one kind, a bounded number at once. Idle children stay warm, since a Java start costs more than
 * most questions. Thread-safe; calls block.
 */
public final class ChildPool implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildPool.class);
    private static final int QUESTIONS_PER_CHILD = 200;
    private final String name;
    private final List<String> command;
    private final Semaphore places;
    private final ConcurrentLinkedQueue<LineChild> idle = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService alarm;

    /**
     * @param name what the children do, for the log
     * @param children at most so many at once
     */
    public ChildPool(String name, List<String> command, int children) {
        this.name = name;
        this.command = command;
        this.places = new Semaphore(children);
        this.alarm = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-alarm").factory());
    }

    /** Starts the first child, so that the first question finds it warm. */
    public void warm() throws IOException {
        idle.add(started());
    }

    /**
     * Empty when the child died, hung beyond the limit or babbled.
     *
     * @param reader of the answer; IllegalArgumentException: babble
     * @throws IOException no child could be started
     */
    public <R> Optional<R> ask(String question, Duration limit, Function<String, R> reader) throws IOException {
        places.acquireUninterruptibly();
        try {
            var child = taken();
            var answer = child.ask(question, limit).flatMap(line -> read(child, line, reader));
            giveBack(child);
            return answer;
        } finally {
            places.release();
        }
    }

    private static <R> Optional<R> read(LineChild child, String line, Function<String, R> reader) {
        try {
            return Optional.of(reader.apply(line));
        } catch (IllegalArgumentException babble) {
            child.close();
            return Optional.empty();
        }
    }

    public List<ProcessHandle> idleChildren() {
        return idle.stream().map(LineChild::handle).toList();
    }

    @Override
    public void close() {
        alarm.shutdownNow();
        for (var child = idle.poll(); child != null; child = idle.poll()) {
            child.close();
        }
    }

    private LineChild taken() throws IOException {
        for (var child = idle.poll(); child != null; child = idle.poll()) {
            if (child.usable(QUESTIONS_PER_CHILD)) {
                return child;
            }
            child.close();
        }
        return started();
    }

    private void giveBack(LineChild child) {
        if (!alarm.isShutdown() && child.usable(QUESTIONS_PER_CHILD)) {
            idle.add(child);
        } else {
            child.close();
        }
    }

    private LineChild started() throws IOException {
        var child = new LineChild(command, alarm);
        LOG.info("started the child process {} for {}", child.handle().pid(), name);
        return child;
    }
}
