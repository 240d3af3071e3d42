package plenum.media.forward;

import plenum.media.rtp.Codec;

/** What the bridge reads in the payload of a video packet; used again for the next one. */
final class PayloadFacts {
    private final Vp8Descriptor vp8 = new Vp8Descriptor();
    private boolean keyFrame;
    private int height;
    private int pictureId;
    private int pictureIdLength;
    private int tl0PictureIndex;

    /** Reads a payload; of a malformed one, or one of another codec, nothing is known. */
    void read(Codec codec, byte[] b, int off, int len) {
        clear();
        switch (codec) {
            case VP8 -> readVp8(b, off, len);
            case VP9 -> set(Vp9Payload.keyFrame(b, off, len) ? Vp9Payload.height(b, off, len) : -1);
            case H264 -> set(H264Payload.keyFrame(b, off, len) ? H264Payload.height(b, off, len) : -1);
            case AV1 -> set(Av1Payload.keyFrame(b, off, len) ? 0 : -1);
            case OPUS -> {}
        }
    }

    private void clear() {
        set(-1);
        pictureId = -1;
        pictureIdLength = 0;
        tl0PictureIndex = -1;
    }

    /** @param heightOfKeyFrame 0: not told; -1: no key frame begins */
    private void set(int heightOfKeyFrame) {
        keyFrame = heightOfKeyFrame >= 0;
        height = Math.max(heightOfKeyFrame, 0);
    }

    private void readVp8(byte[] b, int off, int len) {
        if (vp8.read(b, off, len)) {
            set(vp8.keyFrame() ? vp8.height() : -1);
            pictureId = vp8.pictureId();
            pictureIdLength = vp8.pictureIdLength();
            tl0PictureIndex = vp8.tl0PictureIndex();
        }
    }

    /** Whether a key frame begins. */
    boolean keyFrame() {
        return keyFrame;
    }

    /** Of the key frame in pixels, 0: not told here. */
    int height() {
        return height;
    }

    /** Of VP8, 7 or 15 bits; -1 without. */
    int pictureId() {
        return pictureId;
    }

    /** Bytes. */
    int pictureIdLength() {
        return pictureIdLength;
    }

    /** Of VP8, 8 bits; -1 without. */
    int tl0PictureIndex() {
        return tl0PictureIndex;
    }
}
