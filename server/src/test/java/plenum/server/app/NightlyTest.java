package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class NightlyTest {
    private static final Instant TWO = Instant.parse("2026-12-08T19:00:00Z");

    @Test
    void theNightIsThatOfVietNam() {
        assertThat(Nightly.untilNext(TWO.minusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Nightly.untilNext(TWO.plusMillis(1)))
                .isEqualTo(Duration.ofDays(1).minusMillis(1));
    }

    @Test
    void aNightHasOneRun() {
        assertThat(Nightly.untilNext(TWO)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void theJobRunsWhenItsHourComes() throws Exception {
        var ran = new CompletableFuture<Boolean>();
        try (var nightly = new Nightly("test", () -> ran.complete(true), () -> TWO.minusMillis(20))) {
            assertThat(nightly).isNotNull();
            assertThat(ran.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
