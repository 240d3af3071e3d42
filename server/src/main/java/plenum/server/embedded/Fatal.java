package plenum.server.embedded;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when the disk or the memory fails: the process ends at once, before anything more is acknowledged. */
final class Fatal {
    /** A step that may fail for good. */
    interface Step {
        void run() throws Exception;
    }

    /** EX_IOERR of sysexits.h. */
    static final int EXIT_STATUS = 74;

    private static final Logger LOG = LoggerFactory.getLogger(Fatal.class);

    private final Consumer<Throwable> end;

    Fatal(Consumer<Throwable> end) {
        this.end = end;
    }

    static Fatal halting() {
        return new Fatal(failure -> {
            LOG.error("the embedded store cannot go on; the process ends now, restart it to recover", failure);
            Runtime.getRuntime().halt(EXIT_STATUS);
        });
    }

    /** Runs the step; whatever it throws is fatal. */
    void guard(Step step) {
        try {
            step.run();
        } catch (Throwable failure) {
            end.accept(failure);
        }
    }
}
