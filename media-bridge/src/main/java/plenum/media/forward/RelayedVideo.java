package plenum.media.forward;

/**
 * Packets of a layer as one bridge hands them to another: under the layer's own numbers, times and picture ids, so that
 * there they are what a camera sends. On the media thread.
 */
public final class RelayedVideo {
    private static final int ROOM_BEHIND = 32;

    private RelayedVideo() {}

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
