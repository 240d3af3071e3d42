package plenum.media.control;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next dial: the first pause for half a minute after a loss, since a bridge that is started
 * again is there within seconds and people wait for it; else doubled each time. By chance up to half less, so that not
 * all dial at once.
 */
final class Redial {
    private static final long EAGER_NS = TimeUnit.SECONDS.toNanos(30);

    private final long firstMs;
    private final long longestMs;
    private final RandomGenerator random;
    private boolean lost;
    private long lostNs;
    private long pauseMs;

    Redial(Duration first, Duration longest, RandomGenerator random) {
        firstMs = first.toMillis();
        longestMs = longest.toMillis();
        this.random = random;
        pauseMs = firstMs;
    }

    /** The bridge was reached, and is not any more. */
    void lost(long nowNs) {
        lost = true;
        lostNs = nowNs;
        pauseMs = firstMs;
    }

    /** @return ms, 1 at least */
    long next(long nowNs) {
        long pause = pauseMs / 2 + random.nextLong(pauseMs / 2 + 1);
        if (!lost || nowNs - lostNs >= EAGER_NS) pauseMs = Math.min(2 * pauseMs, longestMs);
        return Math.max(1, pause);
    }
}
