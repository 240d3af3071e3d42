package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a slot numbers what it forwards. */
class VideoSlotNumbersTest {
    private final SlotBench bench = new SlotBench();
    private final Seen first;

    VideoSlotNumbersTest() {
        bench.want(0);
        first = bench.frame(0, true, 1).getFirst();
    }

    private void assertSequence(Seen seen, int ahead) {
        assertThat(seen.sequence()).isEqualTo(first.sequence() + ahead & 0xffff);
    }

    private void assertNextFrame(Seen before, Seen next) {
        assertThat(next.sequence()).isEqualTo(before.sequence() + 1 & 0xffff);
        assertThat(next.pictureId()).isEqualTo(before.pictureId() + 1 & 0x7fff);
        assertThat(next.tl0()).isEqualTo(before.tl0() + 1 & 0xff);
        assertThat(next.timestamp() - before.timestamp()).isPositive();
    }

    /** The slot changes to the layer with the next frame. */
    private Seen change(int layer) {
        bench.want(layer);
        return bench.frame(layer, true, 1).getFirst();
    }

    @Test
    void thePacketsAreTheSlotsOwnStream() {
        assertThat(first.ssrc()).isEqualTo(SlotBench.SSRC);
        assertThat(first.keyFrame()).isTrue();
        assertThat(first.marker()).isTrue();
    }

    @Test
    void allNumbersGoOnBehindEveryWrapAround() {
        Seen before = first;
        for (int i = 0; i < 70_000; i++) {
            Seen next = bench.frame(0, false, 1).getFirst();
            assertNextFrame(before, next);
            assertThat(next.timestamp() - before.timestamp()).isEqualTo(3_000);
            before = next;
        }
    }

    @Test
    void allNumbersGoOnWhenLayersChange() {
        Seen before = first;
        for (int i = 0; i < 300; i++) {
            int layer = (i * 7 + i / 5) % 3;
            boolean same = bench.slot.layer() == layer;
            Seen key = same ? bench.frame(layer, true, 1).getFirst() : change(layer);
            assertNextFrame(before, key);
            before = bench.frame(layer, false, 1).getFirst();
            assertNextFrame(key, before);
            assertThat(before.layer()).isEqualTo(layer);
        }
    }

    @Test
    void packetsThatChangedPlacesKeepTheirNumbers() {
        List<byte[]> frame = bench.senders[0].frame(false, 4);
        assertSequence(bench.forwarded(0, frame.get(2)), 3);
        assertSequence(bench.forwarded(0, frame.get(0)), 1);
        assertSequence(bench.forwarded(0, frame.get(3)), 4);
        assertSequence(bench.forwarded(0, frame.get(1)), 2);
        assertSequence(bench.frame(0, false, 1).getFirst(), 5);
    }

    @Test
    void aRepeatedPacketIsNotForwardedTwice() {
        byte[] packet = bench.senders[0].frame(false);
        assertThat(bench.receive(0, packet)).isNotNull();
        assertThat(bench.receive(0, packet)).isNull();
        assertSequence(bench.frame(0, false, 1).getFirst(), 2);
    }

    @Test
    void aMissingPacketLeavesAGapForItsRepair() {
        List<byte[]> frame = bench.senders[0].frame(false, 3);
        assertSequence(bench.forwarded(0, frame.get(0)), 1);
        assertSequence(bench.forwarded(0, frame.get(2)), 3);
        assertSequence(bench.frame(0, false, 1).getFirst(), 4);
        Seen repaired = bench.repaired(0, frame.get(1));
        assertSequence(repaired, 2);
        assertThat(repaired.frame()).isEqualTo(bench.senders[0].frame - 1);
    }

    @Test
    void paddingIsLeftOutWithoutAGap() {
        assertThat(bench.receive(0, bench.senders[0].padding())).isNull();
        assertThat(bench.receive(0, bench.senders[0].padding())).isNull();
        assertSequence(bench.frame(0, false, 1).getFirst(), 1);
    }

    @Test
    void paddingThatComesLateFillsItsGapWithNothing() {
        byte[] padding = bench.senders[0].padding();
        assertSequence(bench.frame(0, false, 1).getFirst(), 2);
        int length = bench.length(0, padding, false);
        assertThat(length).isEqualTo(OutgoingHeader.VIDEO_LENGTH);
        assertThat(RtpBytes.parse(bench.out, 0, length).sequence()).isEqualTo(first.sequence() + 1);
    }

    @Test
    void aLatePacketOfTheOldLayerStillGetsItsNumberAfterTheChange() {
        List<byte[]> old = bench.senders[0].frame(false, 3);
        assertSequence(bench.forwarded(0, old.get(0)), 1);
        assertSequence(bench.forwarded(0, old.get(2)), 3);
        assertSequence(change(1), 4);
        assertSequence(bench.forwarded(0, old.get(1)), 2);
        assertThat(bench.frame(0, false)).isNull();
        assertSequence(bench.frame(1, false, 1).getFirst(), 5);
    }

    @Test
    void aPacketFromBeforeTheKeyFrameIsNotForwarded() {
        byte[] old = bench.senders[1].frame(false);
        assertSequence(change(1), 1);
        assertThat(bench.receive(1, old)).isNull();
    }

    @Test
    void aKeyFrameWhoseFirstPacketWasRepairedBeginsWithIt() {
        assertThat(bench.frame(1, false)).isNull();
        bench.want(1);
        List<byte[]> key = bench.senders[1].frame(true, 4);
        assertThat(bench.receive(1, key.get(1))).isNull();
        assertThat(bench.receive(1, key.get(3))).isNull();
        assertSequence(bench.forwarded(1, key.get(0)), 1);
        assertSequence(bench.forwarded(1, key.get(2)), 3);
        assertSequence(bench.frame(1, false, 1).getFirst(), 5);
        assertThat(bench.repeated(first.sequence() + 2).index()).isEqualTo(1);
        assertThat(bench.repeat(first.sequence() + 4)).isNotNull();
    }

    @Test
    void aKeyFrameRepairedWhenItsRestWasNotKeptDoesNotBegin() {
        for (int i = 0; i < 40; i++) {
            assertThat(bench.frame(1, false)).isNull();
        }
        List<byte[]> key = bench.senders[1].frame(true, 3);
        assertThat(bench.receive(1, key.get(1))).isNull();
        bench.want(2);
        assertThat(bench.source.layer(1).held()).isTrue();
        assertThat(bench.receive(1, key.get(0))).isNull();
        assertThat(bench.receive(1, key.get(2))).isNull();
        assertSequence(bench.frame(1, true, 1).getFirst(), 1);
    }

    @Test
    void aKeyFrameRepairedTooLateDoesNotBegin() {
        bench.want(1);
        byte[] key = bench.senders[1].frame(true);
        for (int i = 0; i < 70; i++) {
            assertThat(bench.frame(1, false)).isNull();
        }
        assertThat(bench.receive(1, key)).isNull();
        assertThat(bench.slot.keyFrameNeeded(bench.nowNs)).isEqualTo(1);
    }

    @Test
    void allNumbersGoOnAfterAPauseAndAnotherSource() {
        bench.want(VideoSlot.PAUSED);
        bench.pass(3_600_000);
        assertThat(bench.frame(0, false)).isNull();
        Seen again = change(0);
        assertNextFrame(first, again);
        var other = new SlotBench();
        bench.slot.show(other.source, bench.nowNs);
        bench.pass(100);
        VideoPacket key = other.taken(0, other.senders[0].frame(true));
        Seen next = Objects.requireNonNull(Seen.of(bench.out, bench.slot.project(key, bench.nowNs, bench.out)));
        assertNextFrame(again, next);
    }

    @Test
    void pictureIdsOf7BitsBecome15Bits() {
        bench.senders[1].pictureIdBits = 7;
        bench.senders[1].pictureId = 125;
        Seen before = change(1);
        assertNextFrame(first, before);
        for (int i = 0; i < 10; i++) {
            Seen next = bench.frame(1, false, 1).getFirst();
            assertNextFrame(before, next);
            before = next;
        }
    }

    @Test
    void packetsAndOctetsForwardedAreCounted() {
        byte[] packet = bench.senders[0].frame(false);
        long octets = bench.slot.octets();
        assertThat(bench.receive(0, packet)).isNotNull();
        assertThat(bench.slot.packets()).isEqualTo(2);
        assertThat(bench.slot.octets()).isEqualTo(octets + packet.length - 12);
    }

    @Test
    void aPacketThatDoesNotFitIsNotForwarded() {
        byte[] huge = RtpBytes.packet(
                RtpBytes.VP8, true, bench.senders[0].sequence & 0xffff, 1, bench.senders[0].ssrc, new byte[4_000]);
        assertThat(bench.receive(0, huge)).isNull();
    }

    @Test
    void payloadsOfOtherCodecsStayAsTheyAre() {
        byte[] payload = {0x67, 0x42, (byte) 0xe0, 0x1f, 5, 6};
        bench.want(1);
        byte[] h264 = RtpBytes.packet(107, true, 7, 9, bench.senders[1].ssrc, payload);
        int length = bench.length(1, h264, false);
        assertThat(length).isEqualTo(OutgoingHeader.VIDEO_LENGTH + payload.length);
        var p = RtpBytes.parse(bench.out, 0, length);
        assertThat(p.payloadType()).isEqualTo(107);
        assertThat(p.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(RtpBytes.payload(p)).containsExactly(payload);
    }
}
