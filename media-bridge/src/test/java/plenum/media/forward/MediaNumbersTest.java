package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaNumbersTest {
    private final MediaNumbers numbers = new MediaNumbers();

    @Test
    void packetsOfPaddingLeaveNoGap() {
        numbers.begin(100, 500);
        assertThat(numbers.of(100)).isEqualTo(500);
        numbers.skip(101);
        assertThat(numbers.of(102)).isEqualTo(501);
        numbers.skip(103);
        numbers.skip(104);
        assertThat(numbers.of(105)).isEqualTo(502);
    }

    @Test
    void aPacketFromBeforeThePaddingKeepsItsNumber() {
        numbers.begin(100, 500);
        numbers.skip(103);
        assertThat(numbers.of(104)).isEqualTo(503);
        assertThat(numbers.of(101)).isEqualTo(501);
        assertThat(numbers.of(102)).isEqualTo(502);
    }

    @Test
    void aPacketMissingBetweenPaddingHasANumberOfItsOwn() {
        numbers.begin(100, 500);
        numbers.skip(101);
        numbers.skip(103);
        assertThat(numbers.of(104)).isEqualTo(502);
        assertThat(numbers.of(102)).isEqualTo(501);
    }

    @Test
    void nothingIsKnownOfPacketsBeforeTheBeginning() {
        numbers.begin(100, 500);
        assertThat(numbers.of(99)).isEqualTo(MediaNumbers.UNKNOWN);
        numbers.begin(70_000, 1_000);
        assertThat(numbers.of(101)).isEqualTo(MediaNumbers.UNKNOWN);
        assertThat(numbers.of(70_001)).isEqualTo(1_001);
    }

    @Test
    void nothingIsKnownOfWhatIsTooOld() {
        numbers.begin(0, 0);
        for (int i = 1; i < 200; i += 2) {
            numbers.skip(i);
        }
        assertThat(numbers.of(200)).isEqualTo(100);
        assertThat(numbers.of(198)).isEqualTo(99);
        assertThat(numbers.of(2)).isEqualTo(MediaNumbers.UNKNOWN);
    }
}
