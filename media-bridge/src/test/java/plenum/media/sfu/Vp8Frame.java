package plenum.media.sfu;

import plenum.media.rtp.Bytes;

/** The payload of a VP8 frame that fits into one packet (RFC 7741): enough of it for a bridge, not for a decoder. */
final class Vp8Frame {
    private static final int LENGTH = 200;

    private Vp8Frame() {}

    static byte[] of(int pictureId, boolean key, int height) {
        byte[] payload = new byte[LENGTH];
        payload[0] = (byte) 0x90;
        payload[1] = (byte) 0x80;
        Bytes.put16(payload, 2, 0x8000 | pictureId & 0x7fff);
        payload[4] = (byte) (key ? 0x10 : 0x11);
        Bytes.put32(payload, LENGTH - 4, pictureId);
        if (key) {
            Bytes.put24(payload, 7, 0x9d012a);
            putLittleEndian(payload, 10, height * 16 / 9);
            putLittleEndian(payload, 12, height);
        }
        return payload;
    }

    /** Of a frame without its descriptor. */
    static int number(byte[] frame) {
        return Bytes.i32(frame, frame.length - 4);
    }

    static boolean key(byte[] packet, int payloadOffset) {
        return (packet[payloadOffset + 4] & 1) == 0;
    }

    /** Of a key frame. */
    static int height(byte[] packet, int payloadOffset) {
        return (packet[payloadOffset + 13] & 0x3f) << 8 | packet[payloadOffset + 12] & 0xff;
    }

    private static void putLittleEndian(byte[] b, int at, int value) {
        b[at] = (byte) value;
        b[at + 1] = (byte) (value >> 8);
    }
}
