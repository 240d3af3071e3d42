package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One probe of 1 Mbit/s over a link of known capacity. */
class ProbeTest {
    private static final long MS = 1_000_000;
    private static final long TARGET = 1_000_000;

    private final QueueDelay queue = new QueueDelay();
    private final Probe probe = new Probe(TARGET, 100, 0);
    private long number = 100;

    @Test
    void whatALineCarriesIsProven() {
        run(new Bottleneck(5_000_000, 1).jitter(0));
        assertThat(probe.full()).isFalse();
        assertThat(probe.resultBps()).isBetween(0.8 * TARGET, 0.9 * TARGET);
    }

    @Test
    void whatAFullLineCarriesIsMeasured() {
        run(new Bottleneck(400_000, 1).jitter(0));
        assertThat(probe.full()).isTrue();
        assertThat(probe.resultBps()).isBetween(300_000.0, 400_000.0);
    }

    @Test
    void aLargeFrameAmongItDoesNoHarm() {
        var link = new Bottleneck(5_000_000, 1).jitter(0);
        for (int i = 0; i < 6; i++) {
            send(1_000, 0, link);
        }
        run(link);
        assertThat(probe.full()).isFalse();
        assertThat(probe.resultBps()).isBetween(0.8 * TARGET, 0.9 * TARGET);
    }

    @Test
    void whatLeftAllAtOnceTellsNotWhatALineCarries() {
        var link = new Bottleneck(400_000, 1).jitter(0);
        for (int i = 0; i < 6; i++) {
            send(1_000, 0, link);
        }
        assertThat(probe.full()).isTrue();
        assertThat(probe.resultBps()).isEqualTo(Probe.UNKNOWN);
    }

    @Test
    void aQueueTooShortShowsByLoss() {
        run(new Bottleneck(400_000, 1).jitter(0).queue(1));
        assertThat(probe.full()).isTrue();
    }

    @Test
    void whenHardlyAnythingArrivesNothingIsKnown() {
        run(new Bottleneck(5_000_000, 1).loss(0.9));
        assertThat(probe.resultBps()).isEqualTo(Probe.UNKNOWN);
    }

    @Test
    void itIsOverAfter60Milliseconds() {
        assertThat(probe.sending(59 * MS)).isTrue();
        assertThat(probe.sending(60 * MS)).isFalse();
    }

    @Test
    void otherPacketsCountAsWell() {
        probe.sent(2_000, 0);
        assertThat(probe.bytesDue(0)).isZero();
        assertThat(probe.bytesDue(15 * MS)).isEqualTo(500);
    }

    private void run(Bottleneck link) {
        for (long now = 0; now < 60 * MS; now += 5 * MS) {
            int due = probe.bytesDue(now);
            if (due > 0) {
                send(due, now, link);
            }
        }
    }

    private void send(int bytes, long nowNs, Bottleneck link) {
        probe.sent(bytes, nowNs);
        long at = link.send(bytes, nowNs);
        if (at >= 0) {
            probe.arrived(number, bytes, nowNs, at, queue.add(nowNs, at, 0));
        }
        number++;
    }
}
