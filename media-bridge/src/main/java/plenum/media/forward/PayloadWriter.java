package plenum.media.forward;

import plenum.media.rtp.Bytes;

/**
 * Writes the payload of a packet for a receiver. The picture id and temporal index of VP8 (RFC 7741 section 4.2) go on
 * from run to run, always with 15 bits; payloads of other codecs stay as they are.
 */
final class PayloadWriter {
    /** A picture id of 7 bits gets longer. */
    static final int MAX_GROWTH = 1;

    private static final int PICTURE_ID = 2;
    private static final int LONG_PICTURE_ID = 0x8000;

    private PayloadWriter() {}

    /** Of the payload that is written. */
    static int length(VideoPacket p) {
        return p.payloadLength() + (p.pictureIdLength() == 1 ? 1 : 0);
    }

    /** @return the length of the payload written at {@code out[at]} */
    static int write(VideoPacket p, Run run, byte[] out, int at) {
        int grown = length(p) - p.payloadLength();
        if (grown == 0) {
            System.arraycopy(p.buffer(), p.payloadOffset(), out, at, p.payloadLength());
        } else {
            copyAround(p, out, at);
        }
        if (p.pictureIdLength() > 0) {
            Bytes.put16(out, at + PICTURE_ID, LONG_PICTURE_ID | run.pictureId(p));
        }
        if (p.tl0PictureIndex() >= 0) {
            out[at + PICTURE_ID + p.pictureIdLength() + grown] = (byte) run.tl0PictureIndex(p);
        }
        return p.payloadLength() + grown;
    }

    /** Leaves room for a picture id of 2 bytes in place of one. */
    private static void copyAround(VideoPacket p, byte[] out, int at) {
        int from = p.payloadOffset();
        int behind = PICTURE_ID + 1;
        System.arraycopy(p.buffer(), from, out, at, PICTURE_ID);
        System.arraycopy(p.buffer(), from + behind, out, at + behind + 1, p.payloadLength() - behind);
    }
}
