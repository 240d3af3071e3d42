package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.RtpPacket;

class IncomingStreamTest {
    private static final long MS = 1_000_000;
    private static final int SSRC = 0x77;
    private final IncomingStream stream = new IncomingStream(SSRC, 90_000);
    private final byte[] rtcp = new byte[64];

    private boolean receive(int sequence, int timestamp, long nowNs) {
        return stream.received(packet(sequence, timestamp), false, nowNs);
    }

    private boolean receive(int sequence) {
        return receive(sequence, 3_000 * sequence, sequence * 33_333_333L);
    }

    private static RtpPacket packet(int sequence, int timestamp) {
        return RtpBytes.parse(RtpBytes.packet(RtpBytes.VP8, false, sequence & 0xffff, timestamp, SSRC, new byte[88]));
    }

    /** Where the block begins. */
    private int report(long nowNs) {
        var writer = new RtcpWriter(rtcp, 0, rtcp.length);
        assertThat(writer.receiverReport(1)).isTrue();
        assertThat(stream.report(writer, nowNs)).isTrue();
        return 8;
    }

    @Test
    void aPerfectStreamLostNothing() {
        for (int i = 65_500; i < 65_600; i++) {
            assertThat(receive(i)).isTrue();
        }
        int block = report(0);
        assertThat(Bytes.i32(rtcp, block)).isEqualTo(SSRC);
        assertThat(Bytes.i32(rtcp, block + 4)).isZero();
        assertThat(Bytes.i32(rtcp, block + 8)).isEqualTo(0x1_0000 + 63);
        assertThat(Bytes.i32(rtcp, block + 12)).isZero();
    }

    @Test
    void aQuarterLostSinceTheLastReportIs64Of256() {
        for (int i = 0; i < 100; i++) {
            assertThat(receive(i)).isTrue();
        }
        int block = report(0);
        for (int i = 100; i < 200; i++) {
            if (i % 4 != 1) {
                assertThat(receive(i)).isTrue();
            }
        }
        assertThat(report(0)).isEqualTo(block);
        assertThat(Bytes.u8(rtcp, block + 4)).isEqualTo(64);
        assertThat(Bytes.u24(rtcp, block + 5)).isEqualTo(25);
        assertThat(report(0)).isEqualTo(block);
        assertThat(Bytes.u8(rtcp, block + 4)).isZero();
        assertThat(Bytes.u24(rtcp, block + 5)).isEqualTo(25);
    }

    @Test
    void aLatePacketIsNotLostAndARepeatedOneCountsAgainstLosses() {
        assertThat(receive(1)).isTrue();
        assertThat(receive(4)).isTrue();
        assertThat(stream.cumulativeLost()).isEqualTo(2);
        assertThat(receive(3)).isTrue();
        assertThat(stream.late()).isTrue();
        assertThat(stream.cumulativeLost()).isEqualTo(1);
        assertThat(receive(3)).isFalse();
        assertThat(stream.repeated()).isEqualTo(1);
        assertThat(stream.cumulativeLost()).isZero();
        assertThat(receive(3)).isFalse();
        assertThat(Bytes.u24(rtcp, report(0) + 5)).isEqualTo(0xff_ffff);
    }

    @Test
    void aRetransmissionIsUsedButStaysLostInTheReport() {
        assertThat(receive(1)).isTrue();
        assertThat(receive(3)).isTrue();
        assertThat(stream.received(packet(2, 0), true, 0)).isTrue();
        assertThat(stream.cumulativeLost()).isEqualTo(1);
        assertThat(receive(2)).isFalse();
        assertThat(stream.cumulativeLost()).isZero();
    }

    @Test
    void jitterFollowsTheFormulaOfTheRfc() {
        assertThat(receive(1, 0, 0)).isTrue();
        assertThat(receive(2, 3_000, 33_333_334)).isTrue(); // on time
        assertThat(stream.jitter()).isZero();
        assertThat(receive(3, 6_000, 76_666_667)).isTrue(); // 10 ms late: 900 ticks
        assertThat(stream.jitter()).isEqualTo(900 / 16);
        assertThat(receive(4, 9_000, 100_000_001)).isTrue(); // back on time
        assertThat(stream.jitter()).isBetween(900 / 16 + 900 / 16 - 5, 900 / 16 + 900 / 16);
    }

    @Test
    void jitterIsNotMovedByTheWrapAroundOfTimestamps() {
        int timestamp = -3_000 * 50;
        for (int i = 0; i < 100; i++) {
            assertThat(receive(i, timestamp + 3_000 * i, i * 33_333_334L)).isTrue();
        }
        assertThat(stream.jitter()).isLessThan(2);
    }

    @Test
    void theLastSenderReportIsTold() {
        assertThat(receive(1)).isTrue();
        int block = report(5 * MS);
        assertThat(Bytes.i32(rtcp, block + 16)).isZero();
        assertThat(Bytes.i32(rtcp, block + 20)).isZero();
        stream.senderReport(0x1122_3344_5566_7788L, 0, 1_000_000_000L);
        assertThat(report(1_500 * MS)).isEqualTo(block);
        assertThat(Bytes.i32(rtcp, block + 16)).isEqualTo(0x3344_5566);
        assertThat(Bytes.i32(rtcp, block + 20)).isEqualTo(0x8000);
    }

    @Test
    void aStreamThatBeginsAnewKeepsItsLosses() {
        assertThat(receive(20_000)).isTrue();
        assertThat(receive(20_002)).isTrue();
        assertThat(receive(100)).isFalse();
        assertThat(receive(101)).isTrue();
        assertThat(receive(104)).isTrue();
        assertThat(stream.restarts()).isEqualTo(1);
        assertThat(stream.outside()).isEqualTo(1);
        assertThat(stream.cumulativeLost()).isEqualTo(3);
        assertThat(stream.jitter()).isNotNegative();
    }

    @Test
    void itTellsHowManyNumbersWereLeftOut() {
        assertThat(receive(65_534)).isTrue();
        assertThat(stream.gap()).isZero();
        assertThat(receive(1)).isTrue();
        assertThat(stream.gap()).isEqualTo(2);
        assertThat(receive(65_535)).isTrue();
        assertThat(stream.gap()).isZero();
    }

    @Test
    void theBitrateIsThatOfTheLastSecond() {
        for (int i = 0; i < 60; i++) {
            assertThat(receive(i)).isTrue();
        }
        long now = 59 * 33_333_333L;
        assertThat(stream.bitrateBps(now)).isBetween(29 * 800L, 31 * 800L);
        assertThat(stream.bitrateBps(now + 2_000 * MS)).isZero();
        assertThat(stream.heard(100 * MS, now + 99 * MS)).isTrue();
        assertThat(stream.heard(100 * MS, now + 101 * MS)).isFalse();
    }

    @Test
    void aStreamNeverHeardIsNotHeard() {
        assertThat(stream.heard(Long.MAX_VALUE, 0)).isFalse();
    }
}
