package plenum.media.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void cellsAreKnownByTheirNames() {
        var four = Cell.of("4x20");
        assertThat(four.offeredPerSecond()).isEqualTo(480);
        assertThat(four.receiversPerStream()).isEqualTo(20);
        assertThat(four.participants()).isEqualTo(24);
        var all = Cell.of("8x8");
        assertThat(all.allToAll()).isTrue();
        assertThat(all.receiversPerStream()).isEqualTo(7);
        assertThat(all.participants()).isEqualTo(8);
        assertThat(Cell.of("audio3x60").offeredPerSecond()).isEqualTo(150);
        var sites = Cell.of("sites221");
        assertThat(sites.offeredPerSecond()).isEqualTo(450);
        assertThat(sites.voices()).isEqualTo(3);
        assertThat(sites.pictures()).isEqualTo(9);
        assertThat(sites.watchers()).isEqualTo(221);
    }

    @Test
    void otherNamesAreRefused() {
        for (String name : new String[] {"", "4", "4x", "audio60", "sites2x5", "video2x2"}) {
            assertThatThrownBy(() -> Cell.of(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void delaysKeepTheirShares() {
        var delays = new Delays();
        for (int us = 1; us <= 100_000; us++) {
            delays.add(us * 1_000L);
        }
        assertThat(delays.ms(0.5)).isCloseTo(50, within(2.0));
        assertThat(delays.ms(0.99)).isCloseTo(99, within(4.0));
        assertThat(delays.ms(0.0001)).isCloseTo(0.01, within(0.002));
        assertThat(delays.maxMs()).isEqualTo(100);
        delays.clear();
        delays.add(3_000_000_000L);
        assertThat(delays.ms(0.99)).isEqualTo(3_000);
    }

    @Test
    void aPacketBelongsToTheWindowInWhichItWasSent() {
        var meter = new Meter(2);
        int before = meter.sent(0);
        meter.begin();
        int first = meter.sent(0);
        int second = meter.sent(1);
        meter.received(0, before, 1);
        meter.received(0, first, 1);
        meter.end();
        int after = meter.sent(1);
        meter.received(1, second, 1);
        meter.received(1, after, 1);
        meter.received(2, 0, 1);
        assertThat(meter.offered()).isEqualTo(2);
        assertThat(meter.received()).isEqualTo(2);
    }

    @Test
    void aStampIsReadAsWritten() {
        byte[] b = new byte[40];
        Stamp.write(b, 40, 7, -5, Long.MIN_VALUE + 3);
        assertThat(Stamp.present(b, 22, 40)).isTrue();
        assertThat(Stamp.present(b, 23, 40)).isFalse();
        assertThat(Stamp.present(b, 0, 39)).isFalse();
        assertThat(Stamp.stream(b, 40)).isEqualTo(7);
        assertThat(Stamp.number(b, 40)).isEqualTo(-5);
        assertThat(Stamp.sentNs(b, 40)).isEqualTo(Long.MIN_VALUE + 3);
    }

    @Test
    void aProcessUsesTimeAndMemory() {
        var before = ProcessUsage.of(ProcessHandle.current().pid());
        long end = System.nanoTime() + 200_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        var after = ProcessUsage.of(ProcessHandle.current().pid());
        assertThat(after.cpuUsSince(before)).isGreaterThan(50_000);
        assertThat(after.systemShareSince(before)).isBetween(0.0, 1.0);
        assertThat(after.residentKib()).isGreaterThan(10_000);
        assertThat(ProcessUsage.loadAverage()).isNotNegative();
    }
}
