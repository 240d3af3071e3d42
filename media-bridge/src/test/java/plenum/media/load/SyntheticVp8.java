package plenum.media.load;

import plenum.media.rtp.Bytes;

/** Payloads that look like VP8 as browsers send it (RFC 7741); the pictures themselves are noise. */
final class SyntheticVp8 {
    /** Bytes of the payload descriptor: picture id of 15 bits, TL0PICIDX, TID and KEYIDX. */
    private static final int DESCRIPTOR = 6;

    private static final int KEY_FRAME_HEADER = 10;
    private static final int START_CODE = 0x9d012a;

    private final int width;
    private final int height;
    private int picture;
    private int keys;

    SyntheticVp8(int height) {
        this.height = height;
        width = height * 16 / 9;
    }

    /** Begins the next frame. */
    void next(boolean key) {
        picture = picture + 1 & 0x7fff;
        keys += key ? 1 : 0;
    }

    /**
     * Writes the beginning of one packet's payload.
     *
     * @param frameBytes of the whole frame, about
     */
    void write(byte[] b, int at, boolean first, boolean key, int frameBytes) {
        b[at] = (byte) (first ? 0x90 : 0x80);
        b[at + 1] = (byte) 0xf0;
        Bytes.put16(b, at + 2, 0x8000 | picture);
        b[at + 4] = (byte) picture;
        b[at + 5] = (byte) (keys & 0x1f);
        if (first) {
            writeFrameTag(b, at + DESCRIPTOR, key, frameBytes);
        }
    }

    /** RFC 6386 section 9.1. */
    private void writeFrameTag(byte[] b, int at, boolean key, int frameBytes) {
        int tag = (key ? 0 : 1) | 1 << 4 | frameBytes << 5;
        b[at] = (byte) tag;
        b[at + 1] = (byte) (tag >> 8);
        b[at + 2] = (byte) (tag >> 16);
        if (key) {
            Bytes.put24(b, at + 3, START_CODE);
            b[at + 6] = (byte) width;
            b[at + 7] = (byte) (width >> 8);
            b[at + 8] = (byte) height;
            b[at + 9] = (byte) (height >> 8);
        }
    }

    /** No payload may be shorter. */
    static int shortest() {
        return DESCRIPTOR + KEY_FRAME_HEADER;
    }
}
