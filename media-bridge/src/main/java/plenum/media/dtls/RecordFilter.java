package plenum.media.dtls;

/**
 * Looks at datagrams before BouncyCastle does, which believes what is written in the clear: that a message is 16 MB
 * long, for which it lays out the memory, or that a record of nonsense has the next version and sequence number.
 */
final class RecordFilter {
    /** More than a ClientHello with post-quantum key shares or a chain of certificates ever is, bytes. */
    static final int LONGEST_MESSAGE = 1 << 14;

    private static final int RECORD_HEADER = 13;
    private static final int MESSAGE_HEADER = 12;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int DTLS_1_0 = 0xfeff;
    private static final int DTLS_1_2 = 0xfefd;

    private RecordFilter() {}

    /** Whether it consists of records that a handshake or a session may have. */
    static boolean acceptable(byte[] data, int offset, int length) {
        int end = offset + length;
        int record = offset;
        while (record + RECORD_HEADER <= end) {
            int next = record + RECORD_HEADER + u16(data, record + 11);
            if (next > end || !acceptableHeader(data, record) || !acceptableContent(data, record, next)) {
                return false;
            }
            record = next;
        }
        return length > 0 && record == end;
    }

    private static boolean acceptableHeader(byte[] data, int record) {
        int type = data[record];
        int version = u16(data, record + 1);
        return type >= CHANGE_CIPHER_SPEC && type <= APPLICATION_DATA && (version == DTLS_1_2 || version == DTLS_1_0);
    }

    private static boolean acceptableContent(byte[] data, int record, int end) {
        if (u16(data, record + 3) > 0) {
            return true;
        }
        // no handshake comes near a sequence number of more than 16 bits
        boolean early = u16(data, record + 5) == 0 && u16(data, record + 7) == 0;
        return early
                && switch (data[record]) {
                    case CHANGE_CIPHER_SPEC, ALERT -> true;
                    case HANDSHAKE -> acceptableMessages(data, record + RECORD_HEADER, end);
                    default -> false;
                };
    }

    private static boolean acceptableMessages(byte[] data, int start, int end) {
        int message = start;
        while (message + MESSAGE_HEADER <= end) {
            int fragment = u24(data, message + 9);
            if (u24(data, message + 1) > LONGEST_MESSAGE || message + MESSAGE_HEADER + fragment > end) {
                return false;
            }
            message += MESSAGE_HEADER + fragment;
        }
        return message == end;
    }

    private static int u16(byte[] data, int at) {
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    private static int u24(byte[] data, int at) {
        return (data[at] & 0xff) << 16 | u16(data, at + 1);
    }
}
