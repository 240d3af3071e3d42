package plenum.media.forward;

import plenum.media.rtp.RtpPacket;

/**
 * A received video packet in the clear with what slots need to know of it. The one that a {@link VideoLayer} gives is a
 * view of the lent buffer, valid until the layer's next packet.
 */
public final class VideoPacket {
    private final VideoLayer layer;
    private byte[] buffer;
    private int payloadOffset;
    private int payloadLength;
    private int payloadType;
    private boolean marker;
    private int timestamp;
    private int epoch;
    private long number = -1;
    private boolean late;
    private boolean keyFrame;
    private int pictureId;
    private int pictureIdLength;
    private int tl0PictureIndex;

    VideoPacket(VideoLayer layer, byte[] buffer, int payloadOffset) {
        this.layer = layer;
        this.buffer = buffer;
        this.payloadOffset = payloadOffset;
    }

    /** Becomes a view of a packet. */
    void view(RtpPacket p, PayloadFacts facts, int pictureId) {
        buffer = p.buffer();
        payloadOffset = p.payloadOffset();
        payloadLength = p.payloadLength();
        payloadType = p.payloadType();
        marker = p.marker();
        timestamp = p.timestamp();
        keyFrame = facts.keyFrame();
        this.pictureId = pictureId;
        pictureIdLength = facts.pictureIdLength();
        tl0PictureIndex = facts.tl0PictureIndex();
    }

    void place(int epoch, long number, boolean late) {
        this.epoch = epoch;
        this.number = number;
        this.late = late;
    }

    /** Becomes a copy, its payload in this packet's own place. */
    void copy(VideoPacket p) {
        payloadLength = p.payloadLength;
        payloadType = p.payloadType;
        marker = p.marker;
        timestamp = p.timestamp;
        keyFrame = p.keyFrame;
        pictureId = p.pictureId;
        pictureIdLength = p.pictureIdLength;
        tl0PictureIndex = p.tl0PictureIndex;
        place(p.epoch, p.number, p.late);
        System.arraycopy(p.buffer, p.payloadOffset, buffer, payloadOffset, payloadLength);
    }

    public VideoLayer layer() {
        return layer;
    }

    byte[] buffer() {
        return buffer;
    }

    int payloadOffset() {
        return payloadOffset;
    }

    /** 0: tells only that its number carries nothing. */
    public int payloadLength() {
        return payloadLength;
    }

    int payloadType() {
        return payloadType;
    }

    /** Whether it is the last one of its frame. */
    public boolean marker() {
        return marker;
    }

    int timestamp() {
        return timestamp;
    }

    /** Of the layer, when it came. */
    int epoch() {
        return epoch;
    }

    /** Among the packets of its layer that carry something: consecutive, never falls back. */
    long number() {
        return number;
    }

    /** Whether a packet with a greater number had come before. */
    public boolean late() {
        return late;
    }

    /** Whether a key frame begins with it. */
    public boolean keyFrame() {
        return keyFrame;
    }

    /** Of VP8, 15 bits, also when the sender writes 7; -1 without. */
    int pictureId() {
        return pictureId;
    }

    /** In the payload, bytes. */
    int pictureIdLength() {
        return pictureIdLength;
    }

    /** Of VP8, 8 bits; -1 without. */
    int tl0PictureIndex() {
        return tl0PictureIndex;
    }
}
