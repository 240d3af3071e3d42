package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is granted when nothing fits. */
class NarrowLineTest {
    private static final long NARROW_BPS = 300_000;

    private final Allocation allocation = new Allocation();

    @Test
    void thePictureThatMattersMostIsSentAllTheSame() {
        var first = wish(400_000);
        var second = wish(400_000);
        assertThat(allocation.allocate(List.of(first, second), 2, NARROW_BPS, 0))
                .isTrue();
        assertThat(first.granted()).isZero();
        assertThat(second.granted()).isEqualTo(Wish.NONE);
        assertThat(allocation.grantedBps()).isEqualTo(400_000);
    }

    @Test
    void aPictureThatFitsGoesBeforeOneThatDoesNot() {
        var great = wish(1_000_000);
        var small = wish(100_000);
        assertThat(allocation.allocate(List.of(great, small), 2, NARROW_BPS, 0)).isTrue();
        assertThat(great.granted()).isEqualTo(Wish.NONE);
        assertThat(small.granted()).isZero();
    }

    @Test
    void whoWantsNothingGetsNothing() {
        var unwanted = wish(1_000_000);
        unwanted.want(0, false);
        assertThat(allocation.allocate(List.of(unwanted), 1, NARROW_BPS, 0)).isFalse();
        assertThat(unwanted.granted()).isEqualTo(Wish.NONE);
    }

    @Test
    void aPictureThatNeedsMuchMoreThanThereIsIsNotSent() {
        var wish = wish(1_000_000);
        assertThat(allocation.allocate(List.of(wish), 1, NARROW_BPS, 0)).isFalse();
        assertThat(wish.granted()).isEqualTo(Wish.NONE);
    }

    @Test
    void whatTheLineCouldNotCarryIsNotTriedAgainAtOnce() {
        var wish = wish(400_000);
        assertThat(allocation.allocate(List.of(wish), 1, NARROW_BPS, 0)).isTrue();
        assertThat(allocation.allocate(List.of(wish), 1, NARROW_BPS / 2, 1)).isTrue();
        assertThat(wish.granted()).isEqualTo(Wish.NONE);
        assertThat(allocation.allocate(List.of(wish), 1, NARROW_BPS, 2)).isFalse();
    }

    @Test
    void onlyTheLowestLayerIsSentBeyondWhatFits() {
        var wish = wish(400_000);
        wish.layer(1, 360, 900_000);
        assertThat(allocation.allocate(List.of(wish), 1, NARROW_BPS, 0)).isTrue();
        assertThat(wish.granted()).isZero();
    }

    private static Wish wish(long bps) {
        var wish = new Wish(false);
        wish.layer(0, 180, bps);
        wish.want(360, false);
        return wish;
    }
}
