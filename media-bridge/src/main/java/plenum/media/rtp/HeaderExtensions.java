package plenum.media.rtp;

import java.util.Arrays;

/** Where the elements of a header extension are (RFC 8285); ids above 15 are unknown in this house and skipped. */
final class HeaderExtensions {
    private static final int ONE_BYTE = 0xbede;
    private static final int TWO_BYTE = 0x1000;
    private static final int TWO_BYTE_MASK = 0xfff0;
    private static final int IDS = 16;

    private final int[] offset = new int[IDS];
    private final int[] length = new int[IDS];

    void clear() {
        Arrays.fill(offset, -1);
    }

    int offset(int id) {
        return id > 0 && id < IDS ? offset[id] : -1;
    }

    int length(int id) {
        return id > 0 && id < IDS && offset[id] >= 0 ? length[id] : 0;
    }

    /** @return false: an element reaches beyond the end */
    boolean read(byte[] b, int profile, int from, int end) {
        if (profile == ONE_BYTE) {
            return readOneByte(b, from, end);
        }
        return (profile & TWO_BYTE_MASK) != TWO_BYTE || readTwoByte(b, from, end);
    }

    private boolean readOneByte(byte[] b, int from, int end) {
        int at = from;
        while (at < end) {
            int head = b[at++] & 0xff;
            if (head == 0) {
                continue;
            }
            if (head >> 4 == 15 || head >> 4 == 0) {
                return true; // section 4.2: read no further
            }
            int size = (head & 15) + 1;
            if (size > end - at) {
                return false;
            }
            put(head >> 4, at, size);
            at += size;
        }
        return true;
    }

    private boolean readTwoByte(byte[] b, int from, int end) {
        int at = from;
        while (at < end) {
            int id = b[at++] & 0xff;
            if (id == 0) {
                continue;
            }
            if (at == end || (b[at] & 0xff) > end - at - 1) {
                return false;
            }
            int size = b[at++] & 0xff;
            if (id < IDS) {
                put(id, at, size);
            }
            at += size;
        }
        return true;
    }

    private void put(int id, int at, int size) {
        offset[id] = at;
        length[id] = size;
    }
}
