package plenum.server.platform;

import java.time.Duration;
import plenum.server.kernel.Problem;

/** A refusal that may be tried again later; becomes 429 or 503 with Retry-After. */
public final class Throttled extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final long retryAfterSeconds;

    public Throttled(Problem problem, Duration retryAfter) {
        super(problem.code().code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfterSeconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    public Problem problem() {
        return problem;
    }

    /** At least 1. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
