package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which layer of which source a slot forwards. */
class VideoSlotSwitchTest {
    private final SlotBench bench = new SlotBench();
    private final VideoSlot slot = bench.slot;

    private int needed() {
        return slot.keyFrameNeeded(bench.nowNs);
    }

    /** Forwards the layer from a key frame on. */
    private void start(int layer) {
        bench.want(layer);
        assertThat(bench.frame(layer, true)).isNotNull();
        assertThat(slot.layer()).isEqualTo(layer);
    }

    /** Frames of these layers come, whatever the slot makes of them. */
    private void feed(int frames, int... layers) {
        for (int i = 0; i < frames; i++) {
            bench.pass(33);
            for (int layer : layers) {
                assertThat(bench.length(layer, bench.senders[layer].frame(false), false))
                        .isNotNegative();
            }
        }
    }

    @Test
    void nothingIsForwardedBeforeItIsWanted() {
        assertThat(bench.frame(0, true)).isNull();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
    }

    @Test
    void itBeginsWithAKeyFrame() {
        bench.want(0);
        assertThat(bench.frame(0, false)).isNull();
        assertThat(needed()).isZero();
        assertThat(bench.frame(0, true)).isNotNull();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
        assertThat(bench.frame(0, false)).isNotNull();
    }

    @Test
    void aSlotThatShowsNothingYetBeginsWithAnySmallerLayer() {
        bench.want(2);
        feed(1, 0, 1, 2);
        assertThat(needed()).isZero();
        assertThat(bench.frame(0, true)).isNotNull();
        assertThat(slot.layer()).isZero();
        assertThat(needed()).isEqualTo(2);
        assertThat(bench.frame(2, true)).isNotNull();
        assertThat(slot.layer()).isEqualTo(2);
    }

    @Test
    void aSmallerLayerThatDoesNotComeIsNotAskedFor() {
        bench.want(2);
        feed(1, 1, 2);
        assertThat(needed()).isEqualTo(1);
    }

    @Test
    void aReceiverThatCouldNotBeReachedGoesOnAtAKeyFrameWithoutAGap() {
        start(0);
        Seen last = bench.frame(0, false, 1).getFirst();
        slot.interrupt();
        feed(5, 0);
        assertThat(needed()).isZero();
        Seen key = bench.frame(0, true, 1).getFirst();
        assertThat(key.sequence()).isEqualTo(last.sequence() + 1);
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
    }

    @Test
    void aLargerLayerThanWantedIsNotForwarded() {
        bench.want(0);
        assertThat(bench.frame(2, true)).isNull();
        assertThat(bench.frame(0, true)).isNotNull();
    }

    @Test
    void theLayerSoFarGoesOnUntilTheKeyFrameOfTheNextComes() {
        start(0);
        bench.want(2);
        feed(1, 2);
        assertThat(needed()).isEqualTo(2);
        assertThat(bench.frame(2, false)).isNull();
        assertThat(bench.frame(0, false)).isNotNull();
        assertThat(bench.frame(2, true)).isNotNull();
        assertThat(bench.frame(0, false)).isNull();
        assertThat(bench.frame(0, true)).isNull();
        assertThat(bench.frame(2, false)).isNotNull();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
    }

    @Test
    void downwardsItChangesAtAKeyFrameToo() {
        start(2);
        bench.want(0);
        feed(1, 0);
        assertThat(needed()).isZero();
        assertThat(bench.frame(2, false)).isNotNull();
        assertThat(bench.frame(0, true)).isNotNull();
        assertThat(bench.frame(2, false)).isNull();
        assertThat(bench.frame(2, true)).isNull();
    }

    @Test
    void whatCameBeforeTheRepairedBeginningOfAKeyFrameFollowsItAtOnce() {
        start(0);
        bench.want(1);
        feed(1, 1);
        List<byte[]> key = bench.senders[1].frame(true, 4);
        for (byte[] packet : key.subList(1, 4)) {
            assertThat(bench.receive(1, packet)).isNull();
        }
        Seen begins = bench.repaired(1, key.getFirst());
        for (int i = 1; i < 4; i++) {
            assertThat(bench.behind().sequence()).isEqualTo(begins.sequence() + i);
        }
        assertThat(slot.projectBehind(bench.nowNs, bench.out)).isZero();
        assertThat(bench.frame(1, false, 1).getFirst().sequence()).isEqualTo(begins.sequence() + 4);
        assertThat(slot.projectBehind(bench.nowNs, bench.out)).isZero();
    }

    @Test
    void aKeyFrameOfTheLayerForwardedChangesNothing() {
        start(1);
        Seen key = bench.frame(1, true, 1).getFirst();
        Seen next = bench.frame(1, false, 1).getFirst();
        assertThat(next.sequence()).isEqualTo(key.sequence() + 1);
        assertThat(next.pictureId()).isEqualTo(key.pictureId() + 1 & 0x7fff);
    }

    @Test
    void aFrameBegunByTheOldLayerIsNotFinishedAfterTheChange() {
        start(0);
        List<byte[]> old = bench.senders[0].frame(false, 3);
        Seen last = bench.forwarded(0, old.getFirst());
        bench.want(1);
        Seen key = bench.frame(1, true, 1).getFirst();
        assertThat(key.sequence()).isEqualTo(last.sequence() + 1);
        assertThat(bench.receive(0, old.get(1))).isNull();
        assertThat(bench.receive(0, old.get(2))).isNull();
        assertThat(bench.frame(1, false, 1).getFirst().sequence()).isEqualTo(key.sequence() + 1);
    }

    @Test
    void aLayerThatStopsIsReplacedByASmallerOne() {
        start(2);
        feed(15, 0, 1, 2);
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
        feed(18, 0, 1);
        assertThat(needed()).isEqualTo(1);
        assertThat(bench.frame(1, true)).isNotNull();
        assertThat(slot.layer()).isEqualTo(1);
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
    }

    @Test
    void theLayerWantedComesBackAtItsKeyFrame() {
        start(2);
        feed(18, 0, 1);
        assertThat(needed()).isEqualTo(1);
        assertThat(bench.frame(1, true)).isNotNull();
        feed(1, 1, 2);
        assertThat(needed()).isEqualTo(2);
        assertThat(bench.frame(2, true)).isNotNull();
        assertThat(slot.layer()).isEqualTo(2);
    }

    @Test
    void aLayerThatIsNewAndWantedNeedsNoRequest() {
        bench.want(2);
        assertThat(bench.frame(0, true)).isNotNull();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
        assertThat(bench.frame(2, true)).isNotNull();
        assertThat(slot.layer()).isEqualTo(2);
    }

    @Test
    void aPausedSlotForwardsNothingAndGoesOnAtAKeyFrame() {
        start(1);
        bench.want(VideoSlot.PAUSED);
        assertThat(bench.frame(1, false)).isNull();
        assertThat(bench.frame(1, true)).isNull();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
        bench.want(1);
        assertThat(bench.frame(1, false)).isNull();
        assertThat(needed()).isEqualTo(1);
        assertThat(bench.frame(1, true)).isNotNull();
    }

    @Test
    void anotherSourceBeginsWithItsKeyFrameAndTheFormerEndsAtOnce() {
        start(0);
        var other = new SlotBench();
        slot.show(other.source, bench.nowNs);
        assertThat(bench.frame(0, false)).isNull();
        assertThat(bench.frame(0, true)).isNull();
        VideoPacket key = other.taken(0, other.senders[0].frame(true));
        assertThat(slot.project(key, bench.nowNs, bench.out)).isPositive();
    }

    @Test
    void aStreamThatBeginsAnewNeedsAKeyFrame() {
        start(0);
        bench.senders[0].sequence += 20_000;
        assertThat(bench.frame(0, false)).isNull();
        assertThat(bench.frame(0, false)).isNull();
        assertThat(needed()).isZero();
        Seen key = bench.frame(0, true, 1).getFirst();
        assertThat(key.keyFrame()).isTrue();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
    }

    @Test
    void aLayerHeldBySlotsIsLetGoWithThem() {
        start(1);
        assertThat(bench.source.layer(1).held()).isTrue();
        bench.want(0);
        feed(1, 0);
        assertThat(needed()).isZero();
        assertThat(bench.source.layer(0).held()).isTrue();
        assertThat(bench.frame(0, true)).isNotNull();
        assertThat(bench.source.layer(1).held()).isFalse();
        slot.show(null, bench.nowNs);
        assertThat(bench.source.layer(0).held()).isFalse();
        assertThat(slot.source()).isNull();
    }

    @Test
    void aStillScreenIsAskedForItsOnlyLayer() {
        feed(1, 0);
        bench.pass(60_000);
        bench.want(2);
        assertThat(needed()).isZero();
    }

    @Test
    void aLostPictureNeedsAKeyFrameOnce() {
        start(0);
        assertThat(slot.pictureLost(bench.nowNs)).isFalse(); // on its way
        bench.pass(200);
        assertThat(slot.pictureLost(bench.nowNs)).isTrue();
        assertThat(needed()).isZero();
        assertThat(bench.frame(0, false)).isNotNull();
        assertThat(needed()).isZero();
        assertThat(bench.frame(0, true)).isNotNull();
        assertThat(needed()).isEqualTo(VideoSlot.PAUSED);
    }

    @Test
    void aReceiverMayLoseThePictureThreeTimesInTenSeconds() {
        start(0);
        long begin = bench.nowNs;
        int granted = 0;
        while (bench.nowNs - begin < 30_000 * SlotBench.MS) {
            bench.pass(300);
            if (slot.pictureLost(bench.nowNs)) {
                granted++;
                assertThat(bench.frame(0, true)).isNotNull();
            } else {
                assertThat(bench.frame(0, false)).isNotNull();
            }
        }
        assertThat(granted).isEqualTo(9);
    }

    @Test
    void aSlotThatWaitsAnywayNeedNotBeTold() {
        bench.want(0);
        assertThat(slot.pictureLost(bench.nowNs)).isFalse();
    }
}
