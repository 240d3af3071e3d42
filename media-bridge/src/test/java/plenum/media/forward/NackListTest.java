package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NackListTest {
    private static final long MS = 1_000_000;
    private static final long ROUND_TRIP = 50 * MS;
    private final NackList list = new NackList();
    private final int[] out = new int[NackList.MAX_MISSING];

    private int[] due(long ms) {
        int count = list.due(ms * MS, ROUND_TRIP, out);
        return Arrays.copyOf(out, count);
    }

    @Test
    void aPacketThatOnlyChangedPlacesIsNotAskedFor() {
        assertThat(list.missing(10, 12, 0)).isTrue();
        assertThat(due(9)).isEmpty();
        list.arrived(10);
        assertThat(due(10)).containsExactly(11);
    }

    @Test
    void itIsAskedForOnceInARoundTrip() {
        assertThat(list.missing(10, 11, 0)).isTrue();
        assertThat(due(10)).containsExactly(10);
        assertThat(due(59)).isEmpty();
        assertThat(due(60)).containsExactly(10);
    }

    @Test
    void aShortOrUnknownRoundTripIsNotBelieved() {
        assertThat(list.missing(10, 11, 0)).isTrue();
        assertThat(list.due(10 * MS, 1, out)).isEqualTo(1);
        assertThat(list.due(29 * MS, 1, out)).isZero();
        assertThat(list.due(30 * MS, 0, out)).isEqualTo(1);
        assertThat(list.due(129 * MS, 0, out)).isZero();
        assertThat(list.due(130 * MS, 0, out)).isEqualTo(1);
    }

    @Test
    void sequenceNumbersHave16BitsInAscendingOrder() {
        assertThat(list.missing(0x2_fffe, 0x3_0002, 0)).isTrue();
        assertThat(due(10)).containsExactly(0xfffe, 0xffff, 0, 1);
    }

    @Test
    void afterTenTriesItIsGivenUp() {
        assertThat(list.missing(10, 11, 0)).isTrue();
        for (int i = 0; i < NackList.MAX_TRIES; i++) {
            assertThat(list.giveUp((10 + 50 * i) * MS)).isEqualTo(-1);
            assertThat(due(10 + 50 * i)).containsExactly(10);
        }
        assertThat(list.giveUp(509 * MS)).isEqualTo(-1);
        assertThat(due(510)).isEmpty();
        assertThat(list.giveUp(510 * MS)).isEqualTo(10);
        assertThat(list.size()).isZero();
    }

    @Test
    void tooManyMissingAreAllGivenUp() {
        assertThat(list.missing(0, 60, 0)).isTrue();
        assertThat(list.missing(70, 110, 0)).isTrue();
        assertThat(list.missing(120, 121, 0)).isFalse();
        assertThat(list.size()).isZero();
        assertThat(due(100)).isEmpty();
    }

    @Test
    void whatArrivesLeavesTheOthersInPlace() {
        assertThat(list.missing(10, 15, 0)).isTrue();
        list.arrived(12);
        list.arrived(99);
        assertThat(due(10)).containsExactly(10, 11, 13, 14);
        list.arrived(10);
        assertThat(due(60)).containsExactly(11, 13, 14);
    }
}
