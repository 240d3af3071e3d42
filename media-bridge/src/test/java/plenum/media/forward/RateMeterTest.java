package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final long MS = 1_000_000;
    private final RateMeter meter = new RateMeter();

    @Test
    void whatCameWithinASecondCounts() {
        meter.add(100, 0);
        meter.add(50, 400 * MS);
        assertThat(meter.perSecond(900 * MS)).isEqualTo(150);
    }

    @Test
    void whatCameEarlierDoesNot() {
        meter.add(100, 0);
        meter.add(50, 400 * MS);
        assertThat(meter.perSecond(1_100 * MS)).isEqualTo(50);
        assertThat(meter.perSecond(1_500 * MS)).isZero();
    }

    @Test
    void aSteadyStreamHasASteadyRate() {
        for (long ms = 0; ms < 5_000; ms += 10) {
            meter.add(1_000, ms * MS);
        }
        assertThat(meter.perSecond(4_999 * MS)).isEqualTo(100_000);
    }

    @Test
    void aLongSilenceLeavesNothing() {
        meter.add(7, -5_000 * MS);
        meter.add(9, 3_600_000 * MS);
        assertThat(meter.perSecond(3_600_000 * MS)).isEqualTo(9);
    }
}
