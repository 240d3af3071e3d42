package plenum.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Base.BALLOTS_COLLECTED;
import static plenum.server.kernel.Base.TOTAL_MEMBERS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The law's own examples; percentages and their rounding play no part in any of them. */
class LawTest {
    private static final Share RESOLUTION = new Share(1, 2, true, TOTAL_MEMBERS);
    private static final Share DISMISSAL = new Share(2, 3, false, TOTAL_MEMBERS);
    private static final Share MAY_RESIGN = new Share(1, 2, true, BALLOTS_COLLECTED);
    private static final Share MUST_RELIEVE = new Share(2, 3, false, BALLOTS_COLLECTED);

    @Test
    void thirtyLowOfFiftyEightBallotsIsMoreThanHalf() {
        assertThat(MAY_RESIGN.met(30, 58)).isTrue();
    }

    @Test
    void thirtyOfSixtyDelegatesIsHalfAndNotMore() {
        assertThat(RESOLUTION.met(30, 60)).isFalse();
    }

    @Test
    void thirtyNineLowOfFiftyEightBallotsIsTwoThirds() {
        assertThat(39 * 3).isEqualTo(117).isGreaterThanOrEqualTo(58 * 2);
        assertThat(MUST_RELIEVE.met(39, 58)).isTrue();
        assertThat(MUST_RELIEVE.met(38, 58)).isFalse();
    }

    @Test
    void thirtyOneOfSixtyPassesAResolution() {
        assertThat(RESOLUTION.met(31, 60)).isTrue();
        assertThat(RESOLUTION.needed(60)).isEqualTo(31);
    }

    @Test
    void fortyOfSixtyDismissesADelegate() {
        assertThat(DISMISSAL.met(40, 60)).isTrue();
        assertThat(DISMISSAL.met(39, 60)).isFalse();
        assertThat(DISMISSAL.needed(60)).isEqualTo(40);
    }

    @Test
    void thirtyYesFailsThoughOnlyFortyWerePresentSinceTheAbsentCountToo() {
        assertThat(RESOLUTION.met(30, 60)).isFalse();
        assertThat(new Share(1, 2, true, Base.PRESENT).met(30, 40)).isTrue();
    }

    @Test
    void aCouncilOfEightyTwoNeedsFortyTwoAndFiftyFive() {
        assertThat(RESOLUTION.needed(82)).isEqualTo(42);
        assertThat(DISMISSAL.needed(82)).isEqualTo(55);
    }

    @ParameterizedTest(name = "{0} of {1}: more than half {2}, two thirds {3}")
    @CsvSource({"1, 1, true, true", "2, 3, true, true", "1, 2, false, false", "5, 9, true, false", "6, 9, true, true"})
    void smallBodiesAreCountedTheSameWay(int part, int of, boolean half, boolean thirds) {
        assertThat(RESOLUTION.met(part, of)).isEqualTo(half);
        assertThat(DISMISSAL.met(part, of)).isEqualTo(thirds);
    }

    @ParameterizedTest
    @EnumSource(Base.class)
    void whatIsNeededIsTheLeastThatIsEnoughOnEveryBase(Base base) {
        for (var of = 1; of <= 200; of++) {
            for (var share : new Share[] {new Share(1, 2, true, base), new Share(2, 3, false, base)}) {
                assertThat(share.met(share.needed(of), of)).isTrue();
                assertThat(share.met(share.needed(of) - 1, of)).isFalse();
            }
        }
    }

    @Test
    void nobodyAtAllIsNeverEnough() {
        assertThat(MAY_RESIGN.met(0, 0)).isFalse();
        assertThat(DISMISSAL.met(0, 0)).isFalse();
    }
}
