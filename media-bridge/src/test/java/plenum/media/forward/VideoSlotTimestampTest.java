package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which timestamp a slot goes on with. */
class VideoSlotTimestampTest {
    private static final long NTP = 0xe000_0000_0000_0000L;
    private static final int MS_TICKS = 90;
    private final SlotBench bench = new SlotBench();
    private final Seen first;

    VideoSlotTimestampTest() {
        bench.want(0);
        first = bench.frame(0, true, 1).getFirst();
    }

    /** The sender tells that its layer's newest frame was taken so many milliseconds after a fixed time. */
    private void report(int layer, long ms) {
        Objects.requireNonNull(bench.source.layer(layer).stream())
                .senderReport(NTP + (ms << 32) / 1_000, bench.senders[layer].timestamp, bench.nowNs);
    }

    /** The step in ticks from the last frame to the key frame of layer 1, which comes so much later. */
    private int step(long ms) {
        bench.want(1);
        bench.pass(ms);
        Seen key = bench.forwarded(1, bench.senders[1].frame(true));
        assertThat(bench.frame(1, false, 1).getFirst().timestamp() - key.timestamp())
                .isEqualTo(3_000);
        return key.timestamp() - first.timestamp();
    }

    @Test
    void withoutReportsTimeAtTheBridgeTells() {
        assertThat(step(40)).isEqualTo(40 * MS_TICKS);
    }

    @Test
    void theReportsOfBothLayersTellIt() {
        report(0, 0);
        report(1, 0); // its next frame is taken 33.3 ms later
        assertThat(step(52)).isBetween(2_999, 3_001);
    }

    @Test
    void reportsAreNotBelievedBeyond75Milliseconds() {
        report(0, 0);
        report(1, 500);
        assertThat(step(40)).isEqualTo((40 + 75) * MS_TICKS);
    }

    @Test
    void timeNeverGoesBack() {
        report(0, 0);
        report(1, -30_000);
        assertThat(step(40)).isEqualTo(MS_TICKS);
    }

    @Test
    void aSecondLayerOfTheSameMomentIsStillLater() {
        report(0, 0);
        report(1, -33);
        assertThat(step(1)).isEqualTo(MS_TICKS);
    }

    @Test
    void anAbsurdReportDoesNotStopThePicture() {
        report(0, 0);
        report(1, Integer.MAX_VALUE);
        assertThat(step(40)).isBetween(MS_TICKS, (40 + 75) * MS_TICKS);
    }

    @Test
    void afterAPauseTimeAtTheBridgeTells() {
        bench.want(VideoSlot.PAUSED);
        bench.pass(60_000);
        bench.want(0);
        Seen again = bench.forwarded(0, bench.senders[0].frame(true));
        assertThat(again.timestamp() - first.timestamp()).isEqualTo(60_000 * MS_TICKS);
    }

    @Test
    void afterDaysItIsStillLater() {
        bench.want(VideoSlot.PAUSED);
        bench.pass(5 * 86_400_000L);
        bench.want(0);
        Seen again = bench.forwarded(0, bench.senders[0].frame(true));
        assertThat(again.timestamp() - first.timestamp()).isEqualTo(1 << 30);
    }

    @Test
    void nowIsToldByTheReportInTheSlotsOwnTime() {
        assertThat(step(40)).isPositive();
        report(1, 0);
        long newest = bench.slot.timestampAt(bench.nowNs);
        Seen next = bench.forwarded(1, bench.senders[1].frame(false));
        assertThat(next.timestamp()).isEqualTo((int) newest + 3_000);
        assertThat(bench.slot.timestampAt(bench.nowNs + 10_000_000)).isEqualTo((int) newest + 900);
    }

    @Test
    void withoutAReportNowIsCountedFromTheNewestFrame() {
        assertThat(bench.slot.timestampAt(bench.nowNs + 20_000_000)).isEqualTo(first.timestamp() + 1_800);
    }
}
