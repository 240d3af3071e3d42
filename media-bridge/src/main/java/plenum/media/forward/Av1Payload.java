package plenum.media.forward;

/** What an AV1 packet tells about key frames (RTP Payload Format For AV1, sections 4.3 to 4.5). */
final class Av1Payload {
    private static final int CONTINUES = 0x80;
    private static final int NEW_SEQUENCE = 0x08;
    private static final int SEQUENCE_HEADER = 1;

    private Av1Payload() {}

    /** Whether a coded video sequence begins: told by bit N, or by a sequence header as the first OBU. */
    static boolean keyFrame(byte[] b, int off, int len) {
        if (len < 2 || (b[off] & CONTINUES) != 0) {
            return false;
        }
        return (b[off] & NEW_SEQUENCE) != 0 || firstObu(b, off, len) == SEQUENCE_HEADER;
    }

    /** The type of the first OBU, -1: not to be seen. */
    private static int firstObu(byte[] b, int off, int len) {
        int at = 1;
        if ((b[off] >> 4 & 3) != 1) { // W: only a single OBU has no length
            while (at < len && b[off + at] < 0) {
                at++;
            }
            at++;
        }
        return at < len ? b[off + at] >> 3 & 15 : -1;
    }
}
