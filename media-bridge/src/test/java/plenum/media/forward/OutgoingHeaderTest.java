package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plenum.media.rtp.RtpPacket;

class OutgoingHeaderTest {
    private final byte[] out = new byte[64];

    @Test
    void aVideoHeaderHasTheTransportSequenceAtItsPlace() {
        OutgoingHeader.video(out, 100, true, 0x1_fffe, 0x8000_0001, -2);
        OutgoingHeader.transportSequence(out, 0, 0xabcd);
        RtpPacket p = RtpBytes.parse(out, 0, 30);
        assertThat(p.payloadOffset()).isEqualTo(OutgoingHeader.VIDEO_LENGTH);
        assertThat(p.payloadType()).isEqualTo(100);
        assertThat(p.marker()).isTrue();
        assertThat(p.sequence()).isEqualTo(0xfffe);
        assertThat(p.timestamp()).isEqualTo(0x8000_0001);
        assertThat(p.ssrc()).isEqualTo(-2);
        assertThat(p.transportSequence()).isEqualTo(0xabcd);
        assertThat(p.audioLevel()).isEqualTo(-1);
    }

    @Test
    void anAudioHeaderHasTheLevelToo() {
        OutgoingHeader.audio(out, 111, false, 5, 6, 7, 0x80 | 33);
        OutgoingHeader.transportSequence(out, 0, 1);
        RtpPacket p = RtpBytes.parse(out, 0, 30);
        assertThat(p.payloadOffset()).isEqualTo(OutgoingHeader.AUDIO_LENGTH);
        assertThat(p.transportSequence()).isEqualTo(1);
        assertThat(p.audioLevel()).isEqualTo(33);
        assertThat(p.voice()).isTrue();
        assertThat(p.marker()).isFalse();
    }

    @Test
    void anUnknownLevelIsLeftOut() {
        java.util.Arrays.fill(out, (byte) 0xff);
        OutgoingHeader.audio(out, 111, false, 5, 6, 7, -1);
        out[0] &= (byte) 0xdf;
        RtpPacket p = RtpBytes.parse(out, 0, 30);
        assertThat(p.payloadOffset()).isEqualTo(OutgoingHeader.AUDIO_LENGTH);
        assertThat(p.audioLevel()).isEqualTo(-1);
    }
}
