package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderClockTest {
    private static final long SECOND = 1L << 32;
    private final SenderClock clock = new SenderClock(90_000);

    @Test
    void aTimestampAndItsTimeBelongTogether() {
        clock.report(0xe000_0000_0000_0000L, 1_000, 0);
        assertThat(clock.ntpOf(1_000 + 45_000)).isEqualTo(0xe000_0000_0000_0000L + SECOND / 2);
        assertThat(clock.ntpOf(1_000 - 90_000)).isEqualTo(0xe000_0000_0000_0000L - SECOND);
        assertThat(clock.timestampOf(0xe000_0000_0000_0000L + 3 * SECOND)).isEqualTo(271_000);
        assertThat(clock.timestampOf(0xe000_0000_0000_0000L - SECOND)).isEqualTo(-89_000);
    }

    @Test
    void theWrapAroundOfTheTimestampIsPassed() {
        clock.report(SECOND * 100, 0xffff_ff00, 0);
        assertThat(clock.ntpOf(0xffff_ff00 + 90_000)).isEqualTo(SECOND * 101);
        assertThat(clock.timestampOf(SECOND * 101)).isEqualTo(0xffff_ff00 + 90_000);
    }

    @Test
    void nowIsCountedFromTheReport() {
        clock.report(SECOND, 500, 7_000_000_000L);
        assertThat(clock.timestampAt(7_100_000_000L)).isEqualTo(9_500);
    }

    @Test
    void aDelayIsToldIn65536thOfASecond() {
        assertThat(clock.delay(5)).isZero();
        clock.report(SECOND, 0, 1_000_000_000L);
        assertThat(clock.delay(3_500_000_000L)).isEqualTo(0x2_8000);
    }
}
