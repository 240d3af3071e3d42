package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnconfirmedTest {
    private final Unconfirmed unconfirmed = new Unconfirmed();

    @Test
    void whatIsNotToldAsArrivedComesUpOnceWhenItIsTime() {
        unconfirmed.add(65_535, -10);
        assertThat(unconfirmed.takeDue(-11)).isEqualTo(Unconfirmed.NONE);
        assertThat(unconfirmed.takeDue(-10)).isEqualTo(65_535);
        assertThat(unconfirmed.takeDue(-10)).isEqualTo(Unconfirmed.NONE);
    }

    @Test
    void whatIsToldAsArrivedDoesNotComeUp() {
        unconfirmed.add(1, 10);
        unconfirmed.add(2, 10);
        unconfirmed.add(3, 10);
        unconfirmed.remove(1);
        unconfirmed.remove(7);
        assertThat(unconfirmed.takeDue(10)).isEqualTo(3);
        assertThat(unconfirmed.takeDue(10)).isEqualTo(2);
        assertThat(unconfirmed.takeDue(10)).isEqualTo(Unconfirmed.NONE);
    }

    @Test
    void whatIsRepeatedAgainWaitsAgain() {
        unconfirmed.add(1, 10);
        unconfirmed.add(1, 30);
        assertThat(unconfirmed.takeDue(29)).isEqualTo(Unconfirmed.NONE);
        assertThat(unconfirmed.takeDue(30)).isEqualTo(1);
        assertThat(unconfirmed.takeDue(30)).isEqualTo(Unconfirmed.NONE);
    }

    @Test
    void itNeverHoldsMoreThanItsRoom() {
        for (int i = 0; i < 1_000; i++) {
            unconfirmed.add(i, 0);
        }
        int count = 0;
        while (unconfirmed.takeDue(0) != Unconfirmed.NONE) {
            count++;
        }
        assertThat(count).isEqualTo(64);
    }
}
