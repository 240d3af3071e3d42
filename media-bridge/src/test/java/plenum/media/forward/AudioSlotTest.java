package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.media.rtp.RtpPacket;

class AudioSlotTest {
    private static final long MS = 1_000_000;
    private static final int STEP = 960;

    private final IncomingStream an = new IncomingStream(1, 48_000);
    private final IncomingStream binh = new IncomingStream(2, 48_000);
    private final AudioSlot slot = new AudioSlot(0x7007);
    private final byte[] out = new byte[1_600];
    private long nowNs;

    /** What the receiver gets; null: nothing. */
    private @org.jspecify.annotations.Nullable RtpPacket receive(IncomingStream from, int sequence, int timestamp) {
        byte[] packet = RtpBytes.packet(
                RtpBytes.OPUS, false, sequence & 0xffff, timestamp, from.ssrc(), (byte) 0xfc, (byte) from.ssrc());
        RtpPacket p = RtpBytes.parse(packet);
        if (!from.received(p, false, nowNs)) {
            return null;
        }
        int length = slot.project(p, from, nowNs, out);
        return length == 0 ? null : RtpBytes.parse(out.clone(), 0, length);
    }

    private RtpPacket heard(IncomingStream from, int sequence, int timestamp) {
        return java.util.Objects.requireNonNull(receive(from, sequence, timestamp));
    }

    @Test
    void aVoiceIsForwardedInTheSlotsOwnStream() {
        slot.hear(an);
        RtpPacket p = heard(an, 5, 100);
        assertThat(p.ssrc()).isEqualTo(0x7007);
        assertThat(p.payloadType()).isEqualTo(RtpBytes.OPUS);
        assertThat(RtpBytes.payload(p)).containsExactly(0xfc, 1);
        assertThat(slot.packets()).isEqualTo(1);
        assertThat(slot.octets()).isEqualTo(2);
    }

    @Test
    void nobodyElseIsHeard() {
        assertThat(receive(an, 1, 1)).isNull();
        slot.hear(an);
        assertThat(receive(binh, 1, 1)).isNull();
    }

    @Test
    void theFirstPacketOfAVoiceIsMarked() {
        slot.hear(an);
        assertThat(heard(an, 1, 0).marker()).isTrue();
        assertThat(heard(an, 2, STEP).marker()).isFalse();
        slot.hear(binh);
        assertThat(heard(binh, 70, 0).marker()).isTrue();
        assertThat(heard(binh, 71, STEP).marker()).isFalse();
    }

    @Test
    void numbersGoOnWhoeverSpeaks() {
        slot.hear(an);
        RtpPacket last = heard(an, 65_535, -STEP);
        int sequence = last.sequence();
        int timestamp = last.timestamp();
        assertThat(heard(an, 0, 0).sequence()).isEqualTo(sequence + 1);
        slot.hear(binh);
        nowNs += 45 * MS;
        RtpPacket next = heard(binh, 9_000, 123_456);
        assertThat(next.sequence()).isEqualTo(sequence + 2);
        assertThat(next.timestamp()).isEqualTo(timestamp + STEP + 45 * 48);
        assertThat(heard(binh, 9_001, 123_456 + STEP).timestamp()).isEqualTo(timestamp + 2 * STEP + 45 * 48);
    }

    @Test
    void timeStepsAtLeastOnePacketForward() {
        slot.hear(an);
        int timestamp = heard(an, 1, 0).timestamp();
        slot.hear(binh);
        assertThat(heard(binh, 1, 0).timestamp()).isEqualTo(timestamp + STEP);
    }

    @Test
    void theSameVoiceAfterAPauseLeavesNoGap() {
        slot.hear(an);
        RtpPacket first = heard(an, 1, 0);
        slot.hear(null);
        nowNs += 1_000 * MS;
        assertThat(receive(an, 2, STEP)).isNull();
        slot.hear(an);
        RtpPacket again = heard(an, 51, 50 * STEP);
        assertThat(again.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(again.timestamp()).isEqualTo(first.timestamp() + 48_000);
        assertThat(again.marker()).isTrue();
    }

    @Test
    void aLostPacketLeavesAGapAndALateOneFillsIt() {
        slot.hear(an);
        RtpPacket first = heard(an, 10, 0);
        assertThat(heard(an, 12, 2 * STEP).sequence()).isEqualTo(first.sequence() + 2);
        RtpPacket late = heard(an, 11, STEP);
        assertThat(late.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(late.timestamp()).isEqualTo(first.timestamp() + STEP);
        assertThat(heard(an, 13, 3 * STEP).sequence()).isEqualTo(first.sequence() + 3);
        assertThat(receive(an, 13, 3 * STEP)).isNull();
    }

    @Test
    void aPacketFromBeforeTheChangeIsNotForwarded() {
        slot.hear(an);
        assertThat(heard(an, 10, 0)).isNotNull();
        assertThat(receive(an, 9, -STEP)).isNull();
    }

    @Test
    void aStreamThatBeginsAnewGoesOn() {
        slot.hear(an);
        RtpPacket first = heard(an, 30_000, 0);
        assertThat(receive(an, 5, 777)).isNull();
        RtpPacket next = heard(an, 6, 777 + STEP);
        assertThat(next.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(next.timestamp()).isEqualTo(first.timestamp() + STEP);
    }

    @Test
    void theLevelIsPassedOn() {
        byte[] b = new byte[40];
        OutgoingHeader.audio(b, RtpBytes.OPUS, false, 1, 2, 1, 0x80 | 17);
        RtpPacket p = RtpBytes.parse(b, 0, 30);
        slot.hear(an);
        assertThat(an.received(p, false, nowNs)).isTrue();
        RtpPacket seen = RtpBytes.parse(out, 0, slot.project(p, an, nowNs, out));
        assertThat(seen.audioLevel()).isEqualTo(17);
        assertThat(seen.voice()).isTrue();
    }

    @Test
    void paddingIsNotForwarded() {
        slot.hear(an);
        RtpPacket p = RtpBytes.parse(RtpBytes.padding(RtpBytes.OPUS, 1, 2, 1));
        assertThat(an.received(p, false, nowNs)).isTrue();
        assertThat(slot.project(p, an, nowNs, out)).isZero();
    }

    @Test
    void nowIsToldByTheSendersReport() {
        slot.hear(an);
        int timestamp = heard(an, 1, 5_000).timestamp();
        assertThat(slot.timestampAt(10 * MS)).isEqualTo(timestamp + 480);
        an.senderReport(77, 5_000 + 48, 2 * MS);
        assertThat(slot.timestampAt(12 * MS)).isEqualTo(timestamp + 48 + 480);
    }
}
