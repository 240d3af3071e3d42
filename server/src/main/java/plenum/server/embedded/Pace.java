package plenum.server.embedded;

import java.time.Duration;

/**
 * How often the journal is moved into the store's file: after this time, or when it has this size. More often costs
 * disk writes, less often a longer recovery.
 */
record Pace(Duration betweenCheckpoints, long journalBytes) {
    static final Pace NORMAL = new Pace(Duration.ofSeconds(5), 32L * 1024 * 1024);
}
