package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.RtpPacket;

/** What a receiver sees of a packet of {@link Vp8Sender} that was forwarded to it. */
public record Seen(
        int ssrc,
        int sequence,
        int timestamp,
        boolean marker,
        boolean begins,
        boolean keyFrame,
        int pictureId,
        int tl0,
        int layer,
        int frame,
        int index) {
    /** @return null for a packet that carries nothing */
    public static @Nullable Seen of(byte[] out, int length) {
        RtpPacket p = RtpBytes.parse(out, 0, length);
        assertThat(p.payloadType()).isEqualTo(RtpBytes.VP8);
        return p.payloadLength() == 0 ? null : of(p.ssrc(), p.sequence(), p, p.payloadOffset(), p.payloadLength());
    }

    /** Out of a retransmission. */
    static @Nullable Seen repeated(byte[] out, int length, int ssrc) {
        RtpPacket p = RtpBytes.parse(out, 0, length);
        assertThat(p.payloadType()).isEqualTo(RtpBytes.RTX);
        int original = Bytes.u16(p.buffer(), p.payloadOffset());
        return p.payloadLength() == 2 ? null : of(ssrc, original, p, p.payloadOffset() + 2, p.payloadLength() - 2);
    }

    private static Seen of(int ssrc, int sequence, RtpPacket p, int at, int length) {
        byte[] b = p.buffer();
        var vp8 = new Vp8Descriptor();
        assertThat(vp8.read(b, at, length)).isTrue();
        assertThat(vp8.pictureIdLength()).isEqualTo(2);
        int stamp = at + length - Vp8Sender.STAMP;
        return new Seen(
                ssrc,
                sequence,
                p.timestamp(),
                p.marker(),
                (b[at] & 0x10) != 0,
                vp8.keyFrame(),
                vp8.pictureId(),
                vp8.tl0PictureIndex(),
                Bytes.u16(b, stamp),
                Bytes.i32(b, stamp + 2),
                Bytes.u16(b, stamp + 6));
    }
}
