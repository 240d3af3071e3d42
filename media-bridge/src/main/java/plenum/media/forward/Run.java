package plenum.media.forward;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one layer's packets that a slot forwards with the same offsets; begins with a key frame. Together with
 * the layer's cache it tells what any number sent before stood for. Used again.
 */
final class Run {
    private @Nullable VideoLayer layer;
    private int epoch;
    private boolean open;
    private long first;
    private long last;
    private long numberOffset;
    private int timestampOffset;
    private int pictureOffset;
    private int tl0Offset;

    /** Begins with a packet that gets these numbers in the outgoing stream. */
    void begin(VideoPacket p, long number, int timestamp, int pictureId, int tl0PictureIndex) {
        layer = p.layer();
        epoch = p.epoch();
        open = true;
        first = p.number();
        last = first;
        numberOffset = number - first;
        timestampOffset = timestamp - p.timestamp();
        pictureOffset = pictureId - p.pictureId();
        tl0Offset = tl0PictureIndex - p.tl0PictureIndex();
    }

    /** Nothing newer than what was forwarded belongs to it. */
    void end() {
        open = false;
    }

    /** Whether the packet belongs to it: from its first one on, while it is open without end. */
    boolean carries(VideoPacket p) {
        return p.layer() == layer && p.epoch() == epoch && p.number() >= first && (open || p.number() <= last);
    }

    void forwarded(VideoPacket p) {
        last = Math.max(last, p.number());
    }

    /** Whether a packet was forwarded under this number of the outgoing stream, or one with a greater number was. */
    boolean covers(long outgoing) {
        return layer != null && outgoing - numberOffset >= first && outgoing - numberOffset <= last;
    }

    /** The packet that was forwarded, or would have been, under this number; null: not there any more, or never was. */
    @Nullable
    VideoPacket packet(long outgoing) {
        return layer == null ? null : layer.cached(outgoing - numberOffset);
    }

    @Nullable
    VideoLayer layer() {
        return layer;
    }

    /** Whether its layer still has the stream that it had. */
    boolean alive() {
        return open && layer != null && layer.epoch() == epoch;
    }

    /** In the outgoing stream. */
    long number(VideoPacket p) {
        return p.number() + numberOffset;
    }

    /** The number of the newest packet in the outgoing stream. */
    long lastNumber() {
        return last + numberOffset;
    }

    int timestamp(int incoming) {
        return incoming + timestampOffset;
    }

    /** 15 bits. */
    int pictureId(VideoPacket p) {
        return p.pictureId() + pictureOffset & 0x7fff;
    }

    /** 8 bits. */
    int tl0PictureIndex(VideoPacket p) {
        return p.tl0PictureIndex() + tl0Offset & 0xff;
    }
}
