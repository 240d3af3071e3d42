package plenum.media.rtcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import plenum.media.rtp.Bytes;

/**
 * Writes RTCP packets one after the other into an array: a compound or a reduced-size packet (RFC 5506). A method that
 * answers false found no room and wrote nothing. Not thread-safe.
 */
public final class RtcpWriter {
    private static final int REPORT_BLOCK = 24;
    private static final int MAX_BLOCKS = 31;
    private static final int CNAME = 1;
    /** How far behind its first sequence number one entry of a NACK tells of others. */
    private static final int NACK_REACH = 16;

    private final byte[] out;
    private final int offset;
    private final int limit;
    private int end;
    private int report = -1;

    /** Writes from {@code offset} at most {@code room} bytes. */
    public RtcpWriter(byte[] out, int offset, int room) {
        this.out = out;
        this.offset = offset;
        limit = Math.min(offset + room, out.length);
        end = offset;
    }

    public byte[] buffer() {
        return out;
    }

    public int offset() {
        return offset;
    }

    /** Of all packets written. */
    public int length() {
        return end - offset;
    }

    /** Begins anew. */
    public void clear() {
        end = offset;
        report = -1;
    }

    /** @param ntp 32.32 fixed point, seconds since 1900 */
    public boolean senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        int at = begin(0, RtcpType.SENDER_REPORT, 28);
        if (at < 0) {
            return false;
        }
        Bytes.put32(out, at + 4, ssrc);
        Bytes.put32(out, at + 8, (int) (ntp >> 32));
        Bytes.put32(out, at + 12, (int) ntp);
        Bytes.put32(out, at + 16, rtpTimestamp);
        Bytes.put32(out, at + 20, packets);
        Bytes.put32(out, at + 24, octets);
        report = at;
        return true;
    }

    public boolean receiverReport(int ssrc) {
        int at = begin(0, RtcpType.RECEIVER_REPORT, 8);
        if (at < 0) {
            return false;
        }
        Bytes.put32(out, at + 4, ssrc);
        report = at;
        return true;
    }

    /**
     * Adds a block to the report, the packet written last; arguments as in {@link RtcpVisitor#reportBlock}.
     *
     * @return also false when it has 31 blocks
     */
    public boolean reportBlock(
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastSenderReport,
            int delay) {
        if (report < 0) {
            throw new IllegalStateException("the packet written last is no report");
        }
        if (limit - end < REPORT_BLOCK || (out[report] & 31) == MAX_BLOCKS) {
            return false;
        }
        Bytes.put32(out, end, ssrc);
        out[end + 4] = (byte) fractionLost;
        Bytes.put24(out, end + 5, Math.clamp(cumulativeLost, -0x80_0000, 0x7f_ffff));
        Bytes.put32(out, end + 8, highestSequence);
        Bytes.put32(out, end + 12, jitter);
        Bytes.put32(out, end + 16, lastSenderReport);
        Bytes.put32(out, end + 20, delay);
        out[report]++;
        end += REPORT_BLOCK;
        Bytes.put16(out, report + 2, (end - report) / 4 - 1);
        return true;
    }

    /** A source description of the canonical name (RFC 3550 section 6.5.1), at most 255 bytes. */
    public boolean cname(int ssrc, String name) {
        byte[] text = name.getBytes(UTF_8);
        int size = 8 + 2 + text.length + 4 & ~3; // at least one byte 0 at the end
        int at = text.length > 255 ? -1 : begin(1, RtcpType.SOURCE_DESCRIPTION, size);
        if (at < 0) {
            return false;
        }
        Bytes.put32(out, at + 4, ssrc);
        out[at + 8] = CNAME;
        out[at + 9] = (byte) text.length;
        System.arraycopy(text, 0, out, at + 10, text.length);
        Arrays.fill(out, at + 10 + text.length, end, (byte) 0);
        return true;
    }

    public boolean bye(int ssrc) {
        int at = begin(1, RtcpType.BYE, 8);
        if (at < 0) {
            return false;
        }
        Bytes.put32(out, at + 4, ssrc);
        return true;
    }

    /** A packet of the application's own (RFC 3550 section 6.7); its data are filled up with zeros to words. */
    public boolean application(int ssrc, int subtype, int name, byte[] data) {
        int at = begin(subtype, RtcpType.APPLICATION_DEFINED, 12 + (data.length + 3 & ~3));
        if (at < 0) {
            return false;
        }
        Bytes.put32(out, at + 4, ssrc);
        Bytes.put32(out, at + 8, name);
        System.arraycopy(data, 0, out, at + 12, data.length);
        Arrays.fill(out, at + 12 + data.length, end, (byte) 0);
        return true;
    }

    /** Asks for {@code sequences[0, count)}, ascending, at least one (RFC 4585 section 6.2.1). */
    public boolean nack(int senderSsrc, int mediaSsrc, int[] sequences, int count) {
        int at = begin(RtcpType.NACK, RtcpType.TRANSPORT_LAYER, 12 + 4 * nackEntries(sequences, count));
        if (at < 0) {
            return false;
        }
        putSsrcs(at, senderSsrc, mediaSsrc);
        int entry = at + 8;
        int first = 0;
        for (int i = 0; i < count; i++) {
            int ahead = sequences[i] - first & 0xffff;
            if (i == 0 || ahead > NACK_REACH) {
                first = sequences[i];
                entry += 4;
                Bytes.put32(out, entry, first << 16);
            } else if (ahead > 0) {
                Bytes.put16(out, entry + 2, Bytes.u16(out, entry + 2) | 1 << ahead - 1);
            }
        }
        return true;
    }

    private static int nackEntries(int[] sequences, int count) {
        int entries = 0;
        int first = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || (sequences[i] - first & 0xffff) > NACK_REACH) {
                first = sequences[i];
                entries++;
            }
        }
        return entries;
    }

    public boolean pictureLoss(int senderSsrc, int mediaSsrc) {
        int at = begin(RtcpType.PICTURE_LOSS, RtcpType.PAYLOAD_SPECIFIC, 12);
        if (at < 0) {
            return false;
        }
        putSsrcs(at, senderSsrc, mediaSsrc);
        return true;
    }

    /** @param command 0 to 255, another one for each new request (RFC 5104 section 4.3.1) */
    public boolean fullIntraRequest(int senderSsrc, int mediaSsrc, int command) {
        int at = begin(RtcpType.FULL_INTRA_REQUEST, RtcpType.PAYLOAD_SPECIFIC, 20);
        if (at < 0) {
            return false;
        }
        putSsrcs(at, senderSsrc, 0);
        Bytes.put32(out, at + 12, mediaSsrc);
        Bytes.put32(out, at + 16, command << 24);
        return true;
    }

    private void putSsrcs(int at, int senderSsrc, int mediaSsrc) {
        Bytes.put32(out, at + 4, senderSsrc);
        Bytes.put32(out, at + 8, mediaSsrc);
    }

    /** @return where the packet begins, -1: no room */
    private int begin(int count, int type, int size) {
        if (limit - end < size) {
            return -1;
        }
        int at = end;
        out[at] = (byte) (0x80 | count);
        out[at + 1] = (byte) type;
        Bytes.put16(out, at + 2, size / 4 - 1);
        end += size;
        report = -1;
        return at;
    }
}
