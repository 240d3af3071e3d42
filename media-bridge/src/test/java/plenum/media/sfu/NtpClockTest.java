package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NtpClockTest {
    private static final long NS = 1_000_000_000L;

    @Test
    void theEpochOfUnixIs70YearsAfterThatOfNtp() {
        assertThat(new NtpClock(0, -5).ntp(-5) >>> 32).isEqualTo(2_208_988_800L);
    }

    @Test
    void halfASecondIsHalfOfTheFraction() {
        long ntp = new NtpClock(1_000, 7).ntp(7 + NS / 2);
        assertThat(ntp >>> 32).isEqualTo(2_208_988_801L);
        assertThat(ntp & 0xffff_ffffL).isEqualTo(1L << 31);
    }

    @Test
    void theRoundTripIsTheTimeSinceTheReportWithoutTheReceiversDelay() {
        var clock = new NtpClock(1_700_000_000_123L, 0);
        int sent = (int) (clock.ntp(0) >> 16);
        int delay = 65_536 / 4;
        assertThat(clock.roundTripNs(sent, delay, NS / 4 + 50_000_000)).isBetween(49_900_000L, 50_100_000L);
    }

    @Test
    void aReceiverThatClaimsTooMuchDelayIsTakenForNear() {
        var clock = new NtpClock(1_700_000_000_123L, 0);
        assertThat(clock.roundTripNs((int) (clock.ntp(0) >> 16), 65_536, NS / 2))
                .isZero();
    }

    @Test
    void theRoundTripIsRightWhenTheMiddleBitsWrapAround() {
        var clock = new NtpClock(0, 0);
        long nowNs = (65_536L - (2_208_988_800L & 0xffff)) * NS - 10_000_000;
        int sent = (int) (clock.ntp(nowNs) >> 16);
        assertThat(clock.roundTripNs(sent, 0, nowNs + 30_000_000)).isBetween(29_900_000L, 30_100_000L);
    }
}
