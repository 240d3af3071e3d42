package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plenum.media.rtp.RtpPacket;

/** What a receiver gets a second time. */
class VideoSlotRepeatTest {
    private final SlotBench bench = new SlotBench();
    private final Seen first;

    VideoSlotRepeatTest() {
        bench.want(0);
        first = bench.frame(0, true, 1).getFirst();
    }

    private int retransmit(int sequence) {
        return bench.slot.retransmit(sequence & 0xffff, bench.nowNs, 50 * SlotBench.MS, bench.out);
    }

    @Test
    void aRepeatedPacketIsWhatWasSent() {
        List<Seen> sent = bench.frame(0, false, 5);
        for (Seen seen : sent) {
            assertThat(bench.repeat(seen.sequence())).isEqualTo(seen);
        }
    }

    @Test
    void itComesInTheStreamOfRetransmissions() {
        int length = retransmit(first.sequence());
        RtpPacket p = RtpBytes.parse(bench.out, 0, length);
        assertThat(p.ssrc()).isEqualTo(SlotBench.RTX_SSRC);
        assertThat(p.payloadType()).isEqualTo(RtpBytes.RTX);
        assertThat(p.timestamp()).isEqualTo(first.timestamp());
        int sequence = p.sequence();
        Seen next = bench.frame(0, false, 1).getFirst();
        RtpPacket second = RtpBytes.parse(bench.out, 0, retransmit(next.sequence()));
        assertThat(second.sequence()).isEqualTo(sequence + 1);
    }

    @Test
    void packetsFromBeforeAChangeAreThereToo() {
        List<Seen> old = bench.frame(0, false, 3);
        bench.want(1);
        List<Seen> key = bench.frame(1, true, 3);
        assertThat(bench.frame(1, false)).isNotNull();
        assertThat(bench.repeat(old.get(1).sequence())).isEqualTo(old.get(1));
        assertThat(bench.repeat(key.get(2).sequence())).isEqualTo(key.get(2));
    }

    @Test
    void theFirstPacketOfALayerThatNobodyHeldIsThereToo() {
        for (int i = 0; i < 40; i++) {
            assertThat(bench.frame(1, false)).isNull();
        }
        bench.pass(1_100);
        assertThat(bench.frame(0, false)).isNotNull();
        bench.slot.want(1, bench.nowNs); // not yet flowing again: the lowest layer is the best
        assertThat(bench.source.layer(1).held()).isFalse();
        List<Seen> key = bench.frame(1, true, 3);
        for (Seen seen : key) {
            assertThat(bench.repeat(seen.sequence())).isEqualTo(seen);
        }
    }

    @Test
    void whatWasNeverSentIsNotThere() {
        assertThat(retransmit(first.sequence() + 1)).isZero();
        assertThat(retransmit(first.sequence() - 1)).isZero();
        assertThat(retransmit(first.sequence() + 30_000)).isZero();
    }

    @Test
    void whatIsMissingHereIsThereAfterItsRepair() {
        List<byte[]> frame = bench.senders[0].frame(false, 3);
        assertThat(bench.receive(0, frame.get(0))).isNotNull();
        assertThat(bench.receive(0, frame.get(2))).isNotNull();
        assertThat(retransmit(first.sequence() + 2)).isZero();
        assertThat(bench.length(0, frame.get(1), true)).isPositive();
        assertThat(retransmit(first.sequence() + 2)).isPositive();
    }

    @Test
    void paddingThatCameLateIsRepeatedAsNothing() {
        byte[] padding = bench.senders[0].padding();
        assertThat(bench.frame(0, false)).isNotNull();
        assertThat(bench.length(0, padding, false)).isPositive();
        assertThat(retransmit(first.sequence() + 1)).isEqualTo(OutgoingRtx.HEADER_LENGTH);
    }

    @Test
    void whatIsTooOldIsGone() {
        for (int i = 0; i < RetransmitCache.MAX_PACKETS; i++) {
            assertThat(bench.frame(0, false)).isNotNull();
        }
        assertThat(retransmit(first.sequence())).isZero();
        assertThat(retransmit(first.sequence() + RetransmitCache.MAX_PACKETS)).isPositive();
    }

    @Test
    void askedTwiceWithinHalfARoundTripItIsSentOnce() {
        assertThat(retransmit(first.sequence())).isPositive();
        bench.pass(24);
        assertThat(retransmit(first.sequence())).isZero();
        bench.pass(1);
        assertThat(retransmit(first.sequence())).isPositive();
    }

    @Test
    void theWaitIsBetween20And100Milliseconds() {
        assertThat(bench.slot.retransmit(first.sequence(), bench.nowNs, 0, bench.out))
                .isPositive();
        assertThat(bench.slot.retransmit(first.sequence(), bench.nowNs + 19_000_000, 0, bench.out))
                .isZero();
        assertThat(bench.slot.retransmit(first.sequence(), bench.nowNs + 20_000_000, 0, bench.out))
                .isPositive();
        long second = 1_000_000_000L;
        assertThat(bench.slot.retransmit(first.sequence(), bench.nowNs + 119_000_000, second, bench.out))
                .isZero();
        assertThat(bench.slot.retransmit(first.sequence(), bench.nowNs + 120_000_000, second, bench.out))
                .isPositive();
    }

    @Test
    void nothingIsRepeatedForEver() {
        int repeats = 0;
        for (int i = 0; i < 50; i++) {
            bench.pass(200);
            repeats += retransmit(first.sequence()) > 0 ? 1 : 0;
        }
        assertThat(repeats).isEqualTo(8);
    }

    @Test
    void theLineIsMeasuredWithPacketsOfLate() {
        var sequences = new HashSet<Integer>();
        for (int i = 0; i < 20; i++) {
            assertThat(bench.frame(0, false)).isNotNull();
        }
        for (int i = 0; i < 16; i++) {
            int length = bench.slot.padding(1_000, bench.out);
            Seen seen = Objects.requireNonNull(Seen.repeated(bench.out, length, SlotBench.SSRC));
            sequences.add(seen.sequence());
        }
        assertThat(sequences).hasSize(16);
    }

    @Test
    void aSmallProbeIsPaddingOnly() {
        int length = bench.slot.padding(100, bench.out);
        assertThat(length).isEqualTo(100);
        RtpPacket p = RtpBytes.parse(bench.out, 0, length);
        assertThat(p.ssrc()).isEqualTo(SlotBench.RTX_SSRC);
        assertThat(p.payloadType()).isEqualTo(RtpBytes.RTX);
        assertThat(p.payloadLength()).isZero();
        assertThat(p.paddingLength()).isEqualTo(80);
    }

    @Test
    void aProbeWithoutPacketsIsPaddingOfAtMost255Bytes() {
        bench.source.close();
        RtpPacket p = RtpBytes.parse(bench.out, 0, bench.slot.padding(1_000, bench.out));
        assertThat(p.payloadLength()).isZero();
        assertThat(p.paddingLength()).isEqualTo(255);
    }

    @Test
    void theLineCanBeMeasuredBeforeAnythingWasSent() {
        var slot = new VideoSlot(1, 2);
        RtpPacket p = RtpBytes.parse(bench.out, 0, slot.padding(1_000, bench.out));
        assertThat(p.ssrc()).isEqualTo(2);
        assertThat(p.payloadType()).isEqualTo(RtpBytes.RTX);
        assertThat(p.payloadLength()).isZero();
        assertThat(p.paddingLength()).isEqualTo(255);
        assertThat(slot.packets()).isZero();
    }
}
