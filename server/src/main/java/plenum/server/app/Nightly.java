package plenum.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job that runs each night at 02:00 in Viet Nam, on a thread of its own. */
final class Nightly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime AT = LocalTime.of(2, 0);
    private static final long LONGEST_SECONDS = 70;

    private final String name;
    private final Runnable job;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor thread;

    Nightly(String name, Runnable job, InstantSource clock) {
        this.name = name;
        this.job = job;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("nightly " + name).factory(), new DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        plan();
    }

    /** Time from now to the next two o'clock; never zero, so that a night has one run. */
    static Duration untilNext(Instant now) {
        var here = now.atZone(HERE);
        var today = here.with(AT);
        return Duration.between(here, today.isAfter(here) ? today : today.plusDays(1));
    }

    private void plan() {
        var unused = thread.schedule(this::run, untilNext(clock.instant()).toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private void run() {
        var from = clock.instant();
        try {
            job.run();
            LOG.info(
                    "nightly {} took {} ms",
                    name,
                    Duration.between(from, clock.instant()).toMillis());
        } catch (RuntimeException failure) {
            LOG.error("nightly {} failed", name, failure);
        }
        plan();
    }

    /** Lets a running job end: an interrupt would close the store's file under it. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("nightly {} still runs", name);
        }
    }
}
