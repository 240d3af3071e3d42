package plenum.media.forward;

import java.util.Arrays;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.MediaFormats;

/**
 * The header of every RTP packet that the bridge sends: 12 bytes and one block of one-byte extensions (RFC 8285) whose
 * places are fixed, so that the transport-wide sequence number can be written just before encryption.
 */
public final class OutgoingHeader {
    /** Bytes before the payload of a video packet. */
    public static final int VIDEO_LENGTH = 20;
    /** Bytes before the payload of an audio packet. */
    public static final int AUDIO_LENGTH = 24;

    private static final int VERSION_AND_EXTENSION = 0x90;
    private static final int ONE_BYTE_EXTENSIONS = 0xbede;
    private static final int EXTENSIONS = 12;
    private static final int TRANSPORT_SEQUENCE = EXTENSIONS + 4;
    private static final int AUDIO_LEVEL = TRANSPORT_SEQUENCE + 3;

    private static final int PADDING_BIT = 0x20;

    private OutgoingHeader() {}

    /**
     * Makes the packet at the beginning of {@code out} longer (RFC 3550 section 5.1), before it is protected.
     *
     * @param padding bytes, 0 to 255
     * @return its new length
     */
    public static int pad(byte[] out, int length, int padding) {
        if (padding == 0) {
            return length;
        }
        out[0] |= PADDING_BIT;
        Arrays.fill(out, length, length + padding - 1, (byte) 0);
        out[length + padding - 1] = (byte) padding;
        return length + padding;
    }

    /** Writes the transport-wide sequence number into the packet that begins at {@code offset}. */
    public static void transportSequence(byte[] out, int offset, int sequence) {
        Bytes.put16(out, offset + TRANSPORT_SEQUENCE + 1, sequence);
    }

    /** The transport-wide sequence number of the packet that begins at {@code offset}. */
    public static int transportSequence(byte[] packet, int offset) {
        return Bytes.u16(packet, offset + TRANSPORT_SEQUENCE + 1);
    }

    /** Writes what stands before a video payload at the beginning of {@code out}. */
    static void video(byte[] out, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        fixed(out, payloadType, marker, sequence, timestamp, ssrc);
        Bytes.put32(out, EXTENSIONS, ONE_BYTE_EXTENSIONS << 16 | 1);
        Bytes.put32(out, TRANSPORT_SEQUENCE, transportSequenceId() << 24);
    }

    /**
     * Writes what stands before an audio payload at the beginning of {@code out}.
     *
     * @param level the byte of RFC 6464: V and level; -1: unknown
     */
    static void audio(byte[] out, int payloadType, boolean marker, int sequence, int timestamp, int ssrc, int level) {
        fixed(out, payloadType, marker, sequence, timestamp, ssrc);
        Bytes.put32(out, EXTENSIONS, ONE_BYTE_EXTENSIONS << 16 | 2);
        Bytes.put32(out, TRANSPORT_SEQUENCE, transportSequenceId() << 24);
        Bytes.put32(out, TRANSPORT_SEQUENCE + 4, 0);
        if (level >= 0) {
            out[AUDIO_LEVEL] = (byte) (MediaFormats.AUDIO_LEVEL << 4);
            out[AUDIO_LEVEL + 1] = (byte) level;
        }
    }

    private static void fixed(byte[] out, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        out[0] = (byte) VERSION_AND_EXTENSION;
        out[1] = (byte) (marker ? 0x80 | payloadType : payloadType);
        Bytes.put16(out, 2, sequence);
        Bytes.put32(out, 4, timestamp);
        Bytes.put32(out, 8, ssrc);
    }

    /** Id and length - 1 of the extension's two bytes. */
    private static int transportSequenceId() {
        return MediaFormats.TRANSPORT_SEQUENCE << 4 | 1;
    }
}
