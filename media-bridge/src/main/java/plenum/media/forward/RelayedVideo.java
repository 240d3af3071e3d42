package plenum.media.forward;

import java.util.Arrays;

/**
 * Packets of a layer as one bridge hands them to another: under the layer's own numbers, times and picture ids, so that
 * there they are what a camera sends. On the media thread.
 */
public final class RelayedVideo {
    private static final int ROOM_BEHIND = 32;

    private static final int PADDING_BYTES = 1_000;

    private RelayedVideo() {}

    /**
     * Writes a packet that carries nothing, to learn what a line carries; who does not know its SSRC ignores it.
     *
     * @param bytes that it should have at least; it may have less
     * @return its length
     */
    public static int padding(int bytes, int ssrc, int sequence, byte[] out) {
        int payload = Math.clamp(bytes - OutgoingHeader.VIDEO_LENGTH, 1, PADDING_BYTES);
        OutgoingHeader.video(out, 0, false, sequence, 0, ssrc);
        Arrays.fill(out, OutgoingHeader.VIDEO_LENGTH, OutgoingHeader.VIDEO_LENGTH + payload, (byte) 0);
        return OutgoingHeader.VIDEO_LENGTH + payload;
    }

    /**
     * Writes a packet from the beginning of {@code out} on.
     *
     * @return its length; 0: too long
     */
    public static int write(VideoPacket p, int ssrc, byte[] out) {
        int length = OutgoingHeader.VIDEO_LENGTH + p.payloadLength();
        if (length + ROOM_BEHIND > out.length) {
            return 0;
        }
        OutgoingHeader.video(out, p.payloadType(), p.marker(), (int) p.number(), p.timestamp(), ssrc);
        System.arraycopy(p.buffer(), p.payloadOffset(), out, OutgoingHeader.VIDEO_LENGTH, p.payloadLength());
        return length;
    }
}
