package plenum.server.points;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.server.points.Measured.Device;

class TestLimitsTest {
    private static final TestLimits LIMITS = TestLimits.USUAL;

    @Test
    void theWorstFigureIsTheGrade() {
        assertThat(grade(1_000, 1_000, 300, 20)).isEqualTo(Grade.GREEN);
        assertThat(grade(999, 1_000, 300, 20)).isEqualTo(Grade.AMBER);
        assertThat(grade(1_000, 999, 300, 20)).isEqualTo(Grade.AMBER);
        assertThat(grade(1_000, 1_000, 301, 20)).isEqualTo(Grade.AMBER);
        assertThat(grade(1_000, 1_000, 300, 21)).isEqualTo(Grade.AMBER);
        assertThat(grade(64, 64, 1_000, 80)).isEqualTo(Grade.AMBER);
        assertThat(grade(63, 9_000, 1, 0)).isEqualTo(Grade.RED);
        assertThat(grade(9_000, 63, 1, 0)).isEqualTo(Grade.RED);
        assertThat(grade(9_000, 9_000, 1_001, 0)).isEqualTo(Grade.RED);
        assertThat(grade(9_000, 9_000, 1, 81)).isEqualTo(Grade.RED);
    }

    @Test
    void whoCannotBeSeenIsAmberAndWhoCannotTalkOrHearIsRed() {
        assertThat(grade(Device.NONE, Device.OK, Device.OK)).isEqualTo(Grade.AMBER);
        assertThat(grade(Device.DENIED, Device.OK, Device.OK)).isEqualTo(Grade.AMBER);
        assertThat(grade(Device.OK, Device.DENIED, Device.OK)).isEqualTo(Grade.RED);
        assertThat(grade(Device.OK, Device.OK, Device.NONE)).isEqualTo(Grade.RED);
    }

    @Test
    void amberIsNowhereStricterThanGreen() {
        assertThat(LIMITS.ordered()).isTrue();
        assertThat(new TestLimits(100, 101, 300, 1_000, 20, 80).ordered()).isFalse();
        assertThat(new TestLimits(100, 64, 300, 299, 20, 80).ordered()).isFalse();
        assertThat(new TestLimits(100, 64, 300, 1_000, 20, 19).ordered()).isFalse();
    }

    private static Grade grade(int up, int down, int roundTrip, int loss) {
        return LIMITS.grade(new Measured(Device.OK, Device.OK, Device.OK, up, down, roundTrip, loss));
    }

    private static Grade grade(Device camera, Device microphone, Device loudspeaker) {
        return LIMITS.grade(new Measured(camera, microphone, loudspeaker, 9_000, 9_000, 1, 0));
    }
}
