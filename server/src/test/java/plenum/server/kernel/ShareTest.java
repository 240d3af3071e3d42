package plenum.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final Share MAJORITY = new Share(1, 2, true, Base.TOTAL_MEMBERS);
    private static final Share TWO_THIRDS = new Share(2, 3, false, Base.TOTAL_MEMBERS);

    @Test
    void moreThanHalfOfSixtyIsThirtyOne() {
        assertThat(MAJORITY.needed(60)).isEqualTo(31);
        assertThat(MAJORITY.met(30, 60)).isFalse();
        assertThat(MAJORITY.met(31, 60)).isTrue();
    }

    @Test
    void moreThanHalfOfEightyTwoIsFortyTwo() {
        assertThat(MAJORITY.needed(82)).isEqualTo(42);
        assertThat(MAJORITY.met(41, 82)).isFalse();
    }

    @Test
    void moreThanHalfOfAnOddNumberIsTheLargerPart() {
        assertThat(MAJORITY.needed(61)).isEqualTo(31);
        assertThat(MAJORITY.met(30, 61)).isFalse();
    }

    @Test
    void twoThirdsOfSixtyAreForty() {
        assertThat(TWO_THIRDS.needed(60)).isEqualTo(40);
        assertThat(TWO_THIRDS.met(39, 60)).isFalse();
        assertThat(TWO_THIRDS.met(40, 60)).isTrue();
    }

    @Test
    void twoThirdsOfEightyTwoAreFiftyFive() {
        assertThat(TWO_THIRDS.needed(82)).isEqualTo(55);
        assertThat(TWO_THIRDS.met(54, 82)).isFalse();
        assertThat(TWO_THIRDS.met(55, 82)).isTrue();
    }

    @Test
    void nobodyIsNeverEnough() {
        assertThat(TWO_THIRDS.met(0, 0)).isFalse();
        assertThat(TWO_THIRDS.needed(0)).isEqualTo(1);
    }

    @Test
    void neededIsAlwaysTheSmallestPartThatIsEnough() {
        for (var share : List.of(
                MAJORITY, TWO_THIRDS, new Share(3, 4, true, Base.PRESENT), new Share(1, 1, false, Base.PRESENT))) {
            for (var of = 1L; of <= 500; of++) {
                var needed = share.needed(of);
                assertThat(share.met(needed, of)).isTrue();
                assertThat(share.met(needed - 1, of)).isFalse();
            }
        }
    }

    @Test
    void largeNumbersDoNotOverflow() {
        var all = (long) Integer.MAX_VALUE;
        assertThat(new Share(99, 100, false, Base.PRESENT).met(all, all)).isTrue();
        assertThat(new Share(99, 100, false, Base.PRESENT).needed(all)).isEqualTo(2_126_008_811L);
    }

    @Test
    void aShareHasNumbersFromOneToAHundred() {
        assertThatThrownBy(() -> new Share(0, 2, true, Base.PRESENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(1, 101, true, Base.PRESENT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonIsInARosterOnce() {
        var member = new Member(new PersonId("d1"), "Lò Văn Ấn", "", "Tổ 1", "A1");
        assertThatThrownBy(() -> new Roster(List.of(member, member))).isInstanceOf(IllegalArgumentException.class);
    }
}
