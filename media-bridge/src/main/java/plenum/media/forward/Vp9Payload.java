package plenum.media.forward;

import plenum.media.rtp.Bytes;

/** What the payload descriptor of a VP9 packet tells about key frames (RFC 9628 section 4.2). */
final class Vp9Payload {
    private static final int HAS_PICTURE_ID = 0x80;
    private static final int PREDICTED = 0x40;
    private static final int HAS_LAYERS = 0x20;
    private static final int FLEXIBLE = 0x10;
    private static final int BEGINS = 0x08;
    private static final int HAS_STRUCTURE = 0x02;
    private static final int HAS_SIZES = 0x10;

    private Vp9Payload() {}

    /** Whether a key frame begins: of the lowest spatial layer, not predicted from an earlier picture. */
    static boolean keyFrame(byte[] b, int off, int len) {
        if (len < 1 || (b[off] & (PREDICTED | BEGINS)) != BEGINS) {
            return false;
        }
        int layers = layers(b, off, len);
        return (b[off] & HAS_LAYERS) == 0 || layers < len && (b[off + layers] >> 1 & 7) == 0;
    }

    /** The height of the greatest spatial layer that the scalability structure tells, 0 without. */
    static int height(byte[] b, int off, int len) {
        int at = structure(b, off, len);
        if (len < 1 || (b[off] & HAS_STRUCTURE) == 0 || at >= len || (b[off + at] & HAS_SIZES) == 0) {
            return 0;
        }
        int last = at + 1 + 4 * ((b[off + at] & 0xff) >> 5);
        return last + 4 > len ? 0 : Bytes.u16(b, off + last + 2);
    }

    /** Where in the payload the layer indices are. */
    private static int layers(byte[] b, int off, int len) {
        return (b[off] & HAS_PICTURE_ID) == 0 ? 1 : len > 1 && b[off + 1] < 0 ? 3 : 2;
    }

    /** Where in the payload the scalability structure is; {@code len} or more: nowhere. */
    private static int structure(byte[] b, int off, int len) {
        if (len < 1) {
            return len;
        }
        int at = layers(b, off, len);
        boolean flexible = (b[off] & FLEXIBLE) != 0;
        if ((b[off] & HAS_LAYERS) != 0) {
            at += flexible ? 1 : 2;
        }
        return flexible && (b[off] & PREDICTED) != 0 ? references(b, off, at, len) : at;
    }

    /** Behind at most three reference indices, each but the last with bit N. */
    private static int references(byte[] b, int off, int at, int len) {
        int end = at;
        for (int i = 0; i < 3 && end < len; i++) {
            if ((b[off + end++] & 1) == 0) {
                break;
            }
        }
        return end;
    }
}
