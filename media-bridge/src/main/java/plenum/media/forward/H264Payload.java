package plenum.media.forward;

import plenum.media.rtp.Bytes;

/**
 * What an H.264 packet tells about key frames (RFC 6184 sections 5.6 to 5.8). A key frame begins where its sequence
 * parameter set is: without it nobody can begin to decode, and browsers send it before each IDR picture.
 */
final class H264Payload {
    private static final int TYPE = 0x1f;
    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int FU_START = 0x80;

    private H264Payload() {}

    static boolean keyFrame(byte[] b, int off, int len) {
        return parameters(b, off, len) >= 0;
    }

    /** Of the picture in pixels, 0: not told here. */
    static int height(byte[] b, int off, int len) {
        int at = parameters(b, off, len);
        return at < 0 || (b[at] & TYPE) != SEQUENCE_PARAMETERS ? 0 : H264Parameters.height(b, at, off + len - at);
    }

    /** @return where in the buffer a sequence parameter set begins, -1: it does not */
    private static int parameters(byte[] b, int off, int len) {
        if (len < 2) {
            return -1;
        }
        return switch (b[off] & TYPE) {
            case SEQUENCE_PARAMETERS -> off;
            case STAP_A -> aggregated(b, off, len);
            case FU_A -> (b[off + 1] & FU_START) != 0 && (b[off + 1] & TYPE) == SEQUENCE_PARAMETERS ? off : -1;
            default -> -1;
        };
    }

    private static int aggregated(byte[] b, int off, int len) {
        int end = off + len;
        for (int at = off + 1; at + 3 <= end; at += 2 + Bytes.u16(b, at)) {
            if ((b[at + 2] & TYPE) == SEQUENCE_PARAMETERS) {
                return at + 2;
            }
        }
        return -1;
    }
}
