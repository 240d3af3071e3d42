package plenum.server.documents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.LineChild;

/**
 * Checks PDFs in child processes, so that a file made to eat memory or time kills a child and nothing else. Idle
 * children stay warm, since a Java start costs more than a check. Thread-safe; calls block.
 */
public final class PdfCheck implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(PdfCheck.class);
    private static final int FILES_PER_CHILD = 200;
    private final List<String> command;
    private final Duration limit;
    private final Semaphore places;
    private final ConcurrentLinkedQueue<LineChild> idle = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pdf-check-alarm").factory());

    /** At most two files at once, 20 s for each. */
    public PdfCheck() {
        this(LineChild.java(PdfCheckMain.class, 256), 2, Duration.ofSeconds(20));
    }

    PdfCheck(List<String> command, int children, Duration limit) {
        this.command = command;
        this.limit = limit;
        this.places = new Semaphore(children);
    }

    /** Starts the first child, so that the first upload finds it warm. */
    public void warm() throws IOException {
        idle.add(started());
    }

    /** IOException: no child could be started; the file may be good. */
    PdfVerdict check(Path file) throws IOException {
        places.acquireUninterruptibly();
        try {
            var child = taken();
            var verdict = verdict(child, file);
            giveBack(child);
            return verdict;
        } finally {
            places.release();
        }
    }

    /** A child that dies, hangs or babbles makes the file TOO_COMPLEX. */
    private PdfVerdict verdict(LineChild child, Path file) {
        var answer = child.ask(file.toAbsolutePath().toString(), limit);
        try {
            return answer.map(PdfVerdict::read).orElseGet(PdfCheck::silence);
        } catch (IllegalArgumentException babble) {
            child.close();
            return silence();
        }
    }

    private static PdfVerdict silence() {
        return new PdfVerdict.Unsound(PaperProblem.TOO_COMPLEX, "the check gave no answer");
    }

    List<ProcessHandle> idleChildren() {
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
            if (child.usable(FILES_PER_CHILD)) {
                return child;
            }
            child.close();
        }
        return started();
    }

    private void giveBack(LineChild child) {
        if (!alarm.isShutdown() && child.usable(FILES_PER_CHILD)) {
            idle.add(child);
        } else {
            child.close();
        }
    }

    private LineChild started() throws IOException {
        var child = new LineChild(command, alarm);
        LOG.info("started the child process {} that checks PDFs", child.handle().pid());
        return child;
    }
}
