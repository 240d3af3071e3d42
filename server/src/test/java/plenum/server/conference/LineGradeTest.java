package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.media.api.LineQuality;

/** How a line is shown to people. */
class LineGradeTest {
    private static int grade(double lost, long estimateBps, int roundTripMs) {
        return LineGrade.of(new LineQuality(0, 0, 0, lost, estimateBps, roundTripMs));
    }

    @Test
    void aLineWithoutFaultIsGood() {
        assertThat(grade(0, 5_000_000, 20)).isEqualTo(4);
    }

    @Test
    void theWorstOfLossDelayAndWidthDecides() {
        assertThat(grade(0.03, 5_000_000, 20)).isEqualTo(3);
        assertThat(grade(0.07, 5_000_000, 20)).isEqualTo(2);
        assertThat(grade(0.5, 5_000_000, 20)).isEqualTo(1);
        assertThat(grade(0, 5_000_000, 300)).isEqualTo(3);
        assertThat(grade(0, 5_000_000, 900)).isEqualTo(1);
        assertThat(grade(0, 300_000, 20)).isEqualTo(3);
        assertThat(grade(0, 50_000, 20)).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownYetIsNotBad() {
        assertThat(grade(0, 0, -1)).isEqualTo(4);
    }

    @Test
    void whatIsLostOnTheWayUpCountsToo() {
        assertThat(LineGrade.of(new LineQuality(0, 0.5, 0, 0, 0, -1))).isEqualTo(1);
    }
}
