package plenum.media.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RedialTest {
    private final Redial redial = new Redial(Duration.ofMillis(250), Duration.ofSeconds(2), new Random(1));

    private long next(long seconds) {
        return redial.next(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void aBridgeThatIsLostIsDialledFourTimesASecondAndMoreForHalfAMinute() {
        redial.lost(TimeUnit.SECONDS.toNanos(100));
        for (int second = 100; second < 130; second++) assertThat(next(second)).isBetween(125L, 250L);
    }

    @Test
    void oneThatStaysAwayIsDialledLessAndLess() {
        redial.lost(TimeUnit.SECONDS.toNanos(100));
        assertThat(next(130)).isBetween(125L, 250L);
        assertThat(next(130)).isBetween(250L, 500L);
        assertThat(next(131)).isBetween(500L, 1_000L);
        assertThat(next(132)).isBetween(1_000L, 2_000L);
        assertThat(next(134)).isBetween(1_000L, 2_000L);
        redial.lost(TimeUnit.SECONDS.toNanos(200));
        assertThat(next(200)).isBetween(125L, 250L);
    }

    @Test
    void oneThatWasNeverThereIsDialledLessAndLessFromTheBeginning() {
        assertThat(next(1)).isBetween(125L, 250L);
        assertThat(next(1)).isBetween(250L, 500L);
        assertThat(next(2)).isBetween(500L, 1_000L);
    }
}
