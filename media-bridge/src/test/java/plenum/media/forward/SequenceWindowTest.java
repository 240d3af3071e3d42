package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceWindowTest {
    private final SequenceWindow window = new SequenceWindow();

    private long take(int sequence) {
        return window.take(sequence & 0xffff, false);
    }

    @Test
    void numbersGoOnBehindTheWrapAround() {
        long first = take(65_534);
        assertThat(take(65_535)).isEqualTo(first + 1);
        assertThat(take(0)).isEqualTo(first + 2);
        assertThat(take(2)).isEqualTo(first + 4);
        assertThat(take(1)).isEqualTo(first + 3);
        assertThat(window.highest()).isEqualTo(first + 4);
    }

    @Test
    void aLatePacketFromBeforeTheWrapAroundHasItsPlace() {
        long first = take(65_530);
        assertThat(take(3)).isEqualTo(first + 9);
        assertThat(take(65_531)).isEqualTo(first + 1);
    }

    @Test
    void aPacketBeforeTheFirstOneHasASmallerNumber() {
        long first = take(1);
        assertThat(take(65_535)).isEqualTo(first - 2).isPositive();
    }

    @Test
    void aRepeatedPacketIsTold() {
        assertThat(take(10)).isPositive();
        assertThat(take(10)).isEqualTo(SequenceWindow.REPEATED);
        assertThat(take(12)).isPositive();
        assertThat(take(11)).isPositive();
        assertThat(take(11)).isEqualTo(SequenceWindow.REPEATED);
    }

    @Test
    void eachNumberIsTakenOnceOverManyRounds() {
        long before = take(0);
        for (int i = 1; i < 200_000; i++) {
            assertThat(take(i)).isEqualTo(++before);
            assertThat(take(i)).isEqualTo(SequenceWindow.REPEATED);
        }
    }

    @Test
    void aGapAsLongAsTheWindowForgetsNothingWrong() {
        long first = take(5);
        assertThat(take(5 + SequenceWindow.SIZE + 7)).isEqualTo(first + SequenceWindow.SIZE + 7);
        assertThat(take(5 + SequenceWindow.SIZE)).isEqualTo(first + SequenceWindow.SIZE);
        assertThat(take(5)).isEqualTo(SequenceWindow.OUTSIDE);
    }

    @Test
    void onePacketFarAwayIsRefused() {
        long first = take(1_000);
        assertThat(take(20_000)).isEqualTo(SequenceWindow.OUTSIDE);
        assertThat(take(1_001)).isEqualTo(first + 1);
        assertThat(window.restarts()).isZero();
    }

    @Test
    void twoInARowFarAwayAreANewBeginningWithGreaterNumbers() {
        long first = take(20_000);
        assertThat(take(1_000)).isEqualTo(SequenceWindow.OUTSIDE);
        long again = take(1_001);
        assertThat(again).isGreaterThan(first);
        assertThat(again & 0xffff).isEqualTo(1_001);
        assertThat(take(1_002)).isEqualTo(again + 1);
        assertThat(window.restarts()).isEqualTo(1);
    }

    @Test
    void aRetransmissionNeitherBeginsNorMovesAStream() {
        assertThat(window.take(7, true)).isEqualTo(SequenceWindow.OUTSIDE);
        long first = take(1_000);
        assertThat(window.take(30_000, true)).isEqualTo(SequenceWindow.OUTSIDE);
        assertThat(window.take(30_001, true)).isEqualTo(SequenceWindow.OUTSIDE);
        assertThat(take(1_002)).isEqualTo(first + 2);
        assertThat(window.take(1_001, true)).isEqualTo(first + 1);
    }
}
