package plenum.media.rtcp;

import plenum.media.rtp.Bytes;

/** Reads compound and reduced-size RTCP packets (RFC 3550 section 6, RFC 5506) in the clear. */
public final class RtcpReader {
    private static final int HEADER = 4;
    private static final int FEEDBACK_HEADER = 12;
    private static final int REPORT_BLOCK = 24;
    private static final int REMB = 0x52454d42;

    private RtcpReader() {}

    /** @return whether a packet on a port for both is RTCP and not RTP (RFC 5761 section 4) */
    public static boolean isRtcp(byte[] b, int off, int len) {
        return len >= 8 && (b[off] & 0xc0) == 0x80 && (b[off + 1] & 0xff) >= 192 && (b[off + 1] & 0xff) <= 223;
    }

    /**
     * Packets of types and formats not known are skipped.
     *
     * @return false: malformed; the visitor was told nothing then
     */
    public static boolean read(byte[] b, int off, int len, RtcpVisitor visitor) {
        if (off < 0 || len < HEADER || len > b.length - off || !wellFormed(b, off, off + len)) {
            return false;
        }
        int end = off + len;
        for (int at = off; at < end; at += size(b, at)) {
            readOne(b, at, at + size(b, at) - padding(b, at, end), visitor);
        }
        return true;
    }

    private static boolean wellFormed(byte[] b, int off, int end) {
        int at = off;
        while (end - at >= HEADER && (b[at] & 0xc0) == 0x80 && size(b, at) <= end - at) {
            int content = size(b, at) - padding(b, at, end);
            if (content < least(b, at)) {
                return false;
            }
            at += size(b, at);
        }
        return at == end;
    }

    /** @return the fewest bytes that a packet of this type and count has */
    private static int least(byte[] b, int at) {
        int count = b[at] & 31;
        return switch (b[at + 1] & 0xff) {
            case RtcpType.SENDER_REPORT -> 28 + count * REPORT_BLOCK;
            case RtcpType.RECEIVER_REPORT -> 8 + count * REPORT_BLOCK;
            case RtcpType.BYE -> HEADER + 4 * count;
            case RtcpType.TRANSPORT_LAYER, RtcpType.PAYLOAD_SPECIFIC, RtcpType.APPLICATION_DEFINED -> FEEDBACK_HEADER;
            default -> HEADER;
        };
    }

    private static int size(byte[] b, int at) {
        return HEADER + 4 * Bytes.u16(b, at + 2);
    }

    /** Only the last packet of a compound one may be padded. */
    private static int padding(byte[] b, int at, int end) {
        boolean last = at + size(b, at) == end;
        return last && (b[at] & 0x20) != 0 ? b[end - 1] & 0xff : 0;
    }

    private static void readOne(byte[] b, int at, int end, RtcpVisitor visitor) {
        switch (b[at + 1] & 0xff) {
            case RtcpType.SENDER_REPORT -> readSenderReport(b, at, visitor);
            case RtcpType.RECEIVER_REPORT -> readBlocks(b, at, at + 8, visitor);
            case RtcpType.BYE -> readBye(b, at, visitor);
            case RtcpType.APPLICATION_DEFINED ->
                visitor.application(
                        b[at] & 31, Bytes.i32(b, at + 8), b, at + FEEDBACK_HEADER, end - at - FEEDBACK_HEADER);
            case RtcpType.TRANSPORT_LAYER -> readTransportLayer(b, at, end, visitor);
            case RtcpType.PAYLOAD_SPECIFIC -> readPayloadSpecific(b, at, end, visitor);
            default -> {}
        }
    }

    private static void readSenderReport(byte[] b, int at, RtcpVisitor visitor) {
        long ntp = Bytes.u32(b, at + 8) << 32 | Bytes.u32(b, at + 12);
        visitor.senderReport(
                Bytes.i32(b, at + 4), ntp, Bytes.i32(b, at + 16), Bytes.i32(b, at + 20), Bytes.i32(b, at + 24));
        readBlocks(b, at, at + 28, visitor);
    }

    private static void readBlocks(byte[] b, int at, int first, RtcpVisitor visitor) {
        int reporter = Bytes.i32(b, at + 4);
        for (int i = 0; i < (b[at] & 31); i++) {
            readBlock(b, reporter, first + i * REPORT_BLOCK, visitor);
        }
    }

    private static void readBlock(byte[] b, int reporter, int at, RtcpVisitor visitor) {
        int cumulativeLost = Bytes.u24(b, at + 5) << 8 >> 8;
        visitor.reportBlock(
                reporter,
                Bytes.i32(b, at),
                Bytes.u8(b, at + 4),
                cumulativeLost,
                Bytes.i32(b, at + 8),
                Bytes.i32(b, at + 12),
                Bytes.i32(b, at + 16),
                Bytes.i32(b, at + 20));
    }

    private static void readBye(byte[] b, int at, RtcpVisitor visitor) {
        for (int i = 0; i < (b[at] & 31); i++) {
            visitor.bye(Bytes.i32(b, at + HEADER + 4 * i));
        }
    }

    private static void readTransportLayer(byte[] b, int at, int end, RtcpVisitor visitor) {
        int fci = at + FEEDBACK_HEADER;
        switch (b[at] & 31) {
            case RtcpType.NACK -> readNacks(b, Bytes.i32(b, at + 8), fci, end, visitor);
            case RtcpType.TRANSPORT_FEEDBACK -> visitor.transportFeedback(b, fci, end - fci);
            default -> {}
        }
    }

    private static void readNacks(byte[] b, int mediaSsrc, int from, int end, RtcpVisitor visitor) {
        for (int at = from; at + 4 <= end; at += 4) {
            int first = Bytes.u16(b, at);
            visitor.nack(mediaSsrc, first);
            int following = Bytes.u16(b, at + 2);
            for (int i = 1; following != 0; i++, following >>= 1) {
                if ((following & 1) != 0) {
                    visitor.nack(mediaSsrc, first + i & 0xffff);
                }
            }
        }
    }

    private static void readPayloadSpecific(byte[] b, int at, int end, RtcpVisitor visitor) {
        switch (b[at] & 31) {
            case RtcpType.PICTURE_LOSS -> visitor.pictureLoss(Bytes.i32(b, at + 8));
            case RtcpType.FULL_INTRA_REQUEST -> readIntraRequests(b, at + FEEDBACK_HEADER, end, visitor);
            case RtcpType.APPLICATION -> readEstimate(b, at + FEEDBACK_HEADER, end, visitor);
            default -> {}
        }
    }

    private static void readIntraRequests(byte[] b, int from, int end, RtcpVisitor visitor) {
        for (int at = from; at + 8 <= end; at += 8) {
            visitor.fullIntraRequest(Bytes.i32(b, at), Bytes.u8(b, at + 4));
        }
    }

    private static void readEstimate(byte[] b, int at, int end, RtcpVisitor visitor) {
        if (at + 8 > end || Bytes.i32(b, at) != REMB) {
            return;
        }
        int exponent = Bytes.u8(b, at + 5) >> 2;
        long mantissa = Bytes.u24(b, at + 5) & 0x3ffff;
        boolean fits = exponent <= Long.numberOfLeadingZeros(mantissa) - 1;
        visitor.receiverEstimate(fits ? mantissa << exponent : Long.MAX_VALUE);
    }
}
