package plenum.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Mongo;

/** The store's process dies in the middle of its work, again and again on the same files. */
final class KillTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int KILLS = Integer.getInteger("plenum.kills", 5);
    private static final int CLIENTS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void whatWasAcknowledgedIsThereExactlyOnceAfterEveryKill() throws Exception {
        var acknowledged = new Acknowledged();
        var random = new Random();
        for (int round = 1; round <= KILLS; round++) {
            var betweenCheckpoints = Duration.ofMillis(round % 2 == 0 ? 5_000 : 50 + random.nextInt(300));
            long before = acknowledged.writes();
            killInTheMiddle(acknowledged, "v" + round, betweenCheckpoints, 300 + random.nextInt(1_500));
            LOG.info("kill {}: {} writes were acknowledged", round, acknowledged.writes() - before);
            assertThat(acknowledged.writes()).isGreaterThan(before);
            assertNothingIsMissing(acknowledged);
        }
    }

    @Test
    void aFullDiskEndsTheProcessAndLosesNothing() throws Exception {
        var acknowledged = new Acknowledged();
        try (var store = StoreProcess.startWithin(directory, Duration.ofMillis(500), 1024 * 1024);
                var mongo = Mongo.open(store.connectionString())) {
            Acknowledged.declare(mongo);
            var clients = acknowledged.start(mongo, "full", CLIENTS, new AtomicBoolean());
            assertThat(store.awaitEnd()).isEqualTo(Fatal.EXIT_STATUS);
            for (var client : clients) client.join();
        }
        assertThat(acknowledged.writes()).isPositive();
        assertNothingIsMissing(acknowledged);
    }

    private void killInTheMiddle(Acknowledged acknowledged, String round, Duration betweenCheckpoints, int afterMillis)
            throws Exception {
        var stop = new AtomicBoolean();
        try (var store = StoreProcess.start(directory, betweenCheckpoints);
                var mongo = Mongo.open(store.connectionString())) {
            Acknowledged.declare(mongo);
            var clients = acknowledged.start(mongo, round, CLIENTS, stop);
            LockSupport.parkNanos(Duration.ofMillis(afterMillis).toNanos());
            store.kill();
            stop.set(true);
            for (var client : clients) client.join();
        }
    }

    private void assertNothingIsMissing(Acknowledged acknowledged) {
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            assertThat(acknowledged.holes(mongo)).isEmpty();
        }
    }
}
