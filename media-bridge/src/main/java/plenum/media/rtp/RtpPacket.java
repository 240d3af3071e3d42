package plenum.media.rtp;

import org.jspecify.annotations.Nullable;

/**
 * A view of one RTP packet in a lent buffer (RFC 3550 section 5.1), used again for the next one. What it tells is valid
 * after a {@link #parse} that answered true, until the buffer goes back. Not thread-safe.
 */
public final class RtpPacket {
    public static final int HEADER_LENGTH = 12;
    private static final byte[] NOTHING = {};

    private final HeaderExtensions extensions = new HeaderExtensions();
    private final ShortIds ids = new ShortIds();
    private byte[] buffer = NOTHING;
    private int offset;
    private int length;
    private int payloadOffset;
    private int paddingLength;

    /**
     * Reads the header of a packet in the clear.
     *
     * @return false: malformed; nothing else may be asked then
     */
    public boolean parse(byte[] b, int off, int len) {
        if (len < HEADER_LENGTH || off < 0 || len > b.length - off || (b[off] & 0xc0) != 0x80) {
            return false;
        }
        buffer = b;
        offset = off;
        length = len;
        payloadOffset = off + HEADER_LENGTH + 4 * (b[off] & 15);
        extensions.clear();
        return payloadOffset <= off + len && readExtensions() && readPadding();
    }

    private boolean readExtensions() {
        if ((buffer[offset] & 0x10) == 0) {
            return true;
        }
        int from = payloadOffset + 4;
        if (from > offset + length) {
            return false;
        }
        int profile = Bytes.u16(buffer, payloadOffset);
        payloadOffset = from + 4 * Bytes.u16(buffer, payloadOffset + 2);
        return payloadOffset <= offset + length && extensions.read(buffer, profile, from, payloadOffset);
    }

    private boolean readPadding() {
        paddingLength = 0;
        if ((buffer[offset] & 0x20) == 0) {
            return true;
        }
        paddingLength = buffer[offset + length - 1] & 0xff;
        return paddingLength > 0 && paddingLength <= offset + length - payloadOffset;
    }

    public byte[] buffer() {
        return buffer;
    }

    /** Of the packet in the buffer. */
    public int offset() {
        return offset;
    }

    /** Of the whole packet. */
    public int length() {
        return length;
    }

    public int payloadType() {
        return buffer[offset + 1] & 0x7f;
    }

    public boolean marker() {
        return buffer[offset + 1] < 0;
    }

    /** 0 to 65,535. */
    public int sequence() {
        return Bytes.u16(buffer, offset + 2);
    }

    public int timestamp() {
        return Bytes.i32(buffer, offset + 4);
    }

    public int ssrc() {
        return Bytes.i32(buffer, offset + 8);
    }

    /** In the buffer. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** Without padding; 0 for a packet of padding only. */
    public int payloadLength() {
        return offset + length - payloadOffset - paddingLength;
    }

    public int paddingLength() {
        return paddingLength;
    }

    /** @return where in the buffer the data of a header extension begins, -1 if it is not there */
    public int extension(int id) {
        return extensions.offset(id);
    }

    /** @return bytes; 0 if it is not there */
    public int extensionLength(int id) {
        return extensions.length(id);
    }

    /** @return 0 to 65,535; -1 without */
    public int transportSequence() {
        int at = extension(MediaFormats.TRANSPORT_SEQUENCE);
        return extensionLength(MediaFormats.TRANSPORT_SEQUENCE) >= 2 ? Bytes.u16(buffer, at) : -1;
    }

    /** @return -dBov: 0, the loudest, to 127, silence (RFC 6464); -1 without */
    public int audioLevel() {
        int at = extension(MediaFormats.AUDIO_LEVEL);
        return extensionLength(MediaFormats.AUDIO_LEVEL) > 0 ? buffer[at] & 0x7f : -1;
    }

    /** @return whether the sender holds it for speech (RFC 6464, V) */
    public boolean voice() {
        int at = extension(MediaFormats.AUDIO_LEVEL);
        return extensionLength(MediaFormats.AUDIO_LEVEL) > 0 && buffer[at] < 0;
    }

    public @Nullable String mid() {
        return id(MediaFormats.MID);
    }

    public @Nullable String rid() {
        return id(MediaFormats.RID);
    }

    /** @return the layer that a retransmission repairs */
    public @Nullable String repairedRid() {
        return id(MediaFormats.REPAIRED_RID);
    }

    private @Nullable String id(int extension) {
        int at = extension(extension);
        return at < 0 ? null : ids.read(buffer, at, extensionLength(extension));
    }
}
