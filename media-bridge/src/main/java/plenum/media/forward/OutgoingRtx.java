package plenum.media.forward;

import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;

/** The stream of retransmissions (RFC 4588) beside an outgoing stream of video. */
final class OutgoingRtx {
    /** Bytes before a repeated payload. */
    static final int HEADER_LENGTH = OutgoingHeader.VIDEO_LENGTH + 2;

    private static final int MAX_PADDING = 255;
    static final int LONGEST_PADDING = OutgoingHeader.VIDEO_LENGTH + MAX_PADDING;

    private final int ssrc;
    private int sequence;
    private @Nullable Repeats repeats;

    OutgoingRtx(int ssrc) {
        this.ssrc = ssrc;
        sequence = ssrc & 0x3fff;
    }

    int ssrc() {
        return ssrc;
    }

    /** Whether a packet may be repeated now; counts it as repeated. */
    boolean allows(long number, long nowNs, long roundTripNs) {
        if (repeats == null) {
            repeats = new Repeats();
        }
        return repeats.allow(number, nowNs, roundTripNs);
    }

    /** @return the length of a packet that repeats what was forwarded in {@code run} */
    int repeat(VideoPacket p, Run run, byte[] out) {
        head(p.payloadType(), p.marker(), run.timestamp(p.timestamp()), out);
        Bytes.put16(out, OutgoingHeader.VIDEO_LENGTH, (int) run.number(p));
        return HEADER_LENGTH + PayloadWriter.write(p, run, out, HEADER_LENGTH);
    }

    /** @return the length of a packet of padding only, about as long as asked, at most {@link #LONGEST_PADDING} */
    int pad(int payloadType, int timestamp, int bytes, byte[] out) {
        int padding = Math.clamp(bytes - OutgoingHeader.VIDEO_LENGTH, 1, MAX_PADDING);
        head(payloadType, false, timestamp, out);
        return OutgoingHeader.pad(out, OutgoingHeader.VIDEO_LENGTH, padding);
    }

    private void head(int payloadType, boolean marker, int timestamp, byte[] out) {
        Codec codec = Codec.of(payloadType);
        int type = codec == null ? payloadType : codec.rtxPayloadType();
        OutgoingHeader.video(out, type, marker, sequence++, timestamp, ssrc);
    }
}
