package plenum.media.forward;

import plenum.media.rtp.Bytes;

/** The payload descriptor of a VP8 packet and the beginning of its frame (RFC 7741 sections 4.2 and 4.3). */
public final class Vp8Descriptor {
    private static final int EXTENDED = 0x80;
    private static final int START = 0x10;
    private static final int PARTITION = 0x07;
    private static final int HAS_PICTURE_ID = 0x80;
    private static final int HAS_TL0 = 0x40;
    private static final int HAS_TID_OR_KEYIDX = 0x30;
    private static final int KEY_FRAME_HEADER = 10;
    private static final int START_CODE = 0x9d012a;

    private int length;
    private int pictureId;
    private int pictureIdLength;
    private int tl0PictureIndex;
    private boolean begins;
    private boolean keyFrame;
    private int width;
    private int height;

    /** @return false: malformed; nothing else may be asked then */
    public boolean read(byte[] b, int off, int len) {
        pictureIdLength = 0;
        pictureId = -1;
        tl0PictureIndex = -1;
        begins = false;
        keyFrame = false;
        width = 0;
        height = 0;
        if (len < 1 || !readFields(b, off, len) || length >= len) {
            return false;
        }
        if ((b[off] & (START | PARTITION)) == START) {
            begins = true;
            readFrame(b, off + length, len - length);
        }
        return true;
    }

    private boolean readFields(byte[] b, int off, int len) {
        length = 1;
        if ((b[off] & EXTENDED) == 0) {
            return true;
        }
        if (len < 2) {
            return false;
        }
        int fields = b[off + 1];
        length = 2;
        return readPictureId(b, off, len, fields) && readTl0(b, off, len, fields) && skipTid(len, fields);
    }

    private boolean readPictureId(byte[] b, int off, int len, int fields) {
        if ((fields & HAS_PICTURE_ID) == 0) {
            return true;
        }
        if (len < 3) {
            return false;
        }
        pictureIdLength = b[off + 2] < 0 ? 2 : 1;
        length += pictureIdLength;
        if (length > len) {
            return false;
        }
        pictureId = pictureIdLength == 1 ? b[off + 2] : Bytes.u16(b, off + 2) & 0x7fff;
        return true;
    }

    private boolean readTl0(byte[] b, int off, int len, int fields) {
        if ((fields & HAS_TL0) == 0) {
            return true;
        }
        if (length >= len) {
            return false;
        }
        tl0PictureIndex = Bytes.u8(b, off + length++);
        return true;
    }

    private boolean skipTid(int len, int fields) {
        if ((fields & HAS_TID_OR_KEYIDX) != 0) {
            length++;
        }
        return length <= len;
    }

    private void readFrame(byte[] b, int at, int len) {
        keyFrame = (b[at] & 1) == 0;
        if (keyFrame && len >= KEY_FRAME_HEADER && Bytes.u24(b, at + 3) == START_CODE) {
            width = (b[at + 7] & 0x3f) << 8 | b[at + 6] & 0xff;
            height = (b[at + 9] & 0x3f) << 8 | b[at + 8] & 0xff;
        }
    }

    /** Bytes of the descriptor; a piece of the frame follows. */
    public int length() {
        return length;
    }

    /** Whether a frame begins with this packet. */
    public boolean begins() {
        return begins;
    }

    /** Whether a key frame begins with this packet. */
    public boolean keyFrame() {
        return keyFrame;
    }

    /** Of a key frame in pixels, 0: not told here. */
    public int width() {
        return width;
    }

    /** Of a key frame in pixels, 0: not told here. */
    public int height() {
        return height;
    }

    /** 7 or 15 bits, -1 without. */
    int pictureId() {
        return pictureId;
    }

    /** Bytes: 0, 1 or 2; they begin 2 bytes behind the beginning of the payload. */
    int pictureIdLength() {
        return pictureIdLength;
    }

    /** 8 bits, -1 without; stands behind the picture id. */
    int tl0PictureIndex() {
        return tl0PictureIndex;
    }
}
