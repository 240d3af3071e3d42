package plenum.media.record;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Elements of EBML (RFC 8794) on their way into a file. */
final class Ebml {
    /** Of an element whose end is not known yet. */
    static final long UNKNOWN = -1;

    private byte[] bytes = new byte[256];
    private int length;

    /** An element of elements. */
    @CanIgnoreReturnValue
    Ebml master(int id, Ebml content) {
        return binary(id, content.bytes, 0, content.length);
    }

    @CanIgnoreReturnValue
    Ebml binary(int id, byte[] data, int offset, int count) {
        return head(id, count).raw(data, offset, count);
    }

    @CanIgnoreReturnValue
    Ebml text(int id, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        return binary(id, ascii, 0, ascii.length);
    }

    /** In as many bytes as it is told, 1 to 8. */
    @CanIgnoreReturnValue
    Ebml number(int id, int width, long value) {
        return head(id, width).big(value, width);
    }

    @CanIgnoreReturnValue
    Ebml number(int id, long value) {
        return number(id, Math.max(1, (71 - Long.numberOfLeadingZeros(value)) / 8), value);
    }

    @CanIgnoreReturnValue
    Ebml real(int id, double value) {
        return number(id, 8, Double.doubleToLongBits(value));
    }

    /** Fills so many bytes, at least 9, with nothing. */
    @CanIgnoreReturnValue
    Ebml nothing(int count) {
        return id(Webm.VOID).size(count - 9).raw(new byte[count - 9], 0, count - 9);
    }

    /** The beginning of an element; its size takes 8 bytes. */
    @CanIgnoreReturnValue
    Ebml head(int id, long size) {
        return id(id).size(size);
    }

    @CanIgnoreReturnValue
    Ebml raw(byte[] data, int offset, int count) {
        room(count);
        System.arraycopy(data, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** Without an element around it. */
    @CanIgnoreReturnValue
    Ebml big(long value, int width) {
        room(width);
        for (int i = width - 1; i >= 0; i--) {
            bytes[length++] = (byte) (value >>> 8 * i);
        }
        return this;
    }

    private Ebml id(int id) {
        return big(Integer.toUnsignedLong(id), (39 - Integer.numberOfLeadingZeros(id)) / 8);
    }

    private Ebml size(long size) {
        return big(size == UNKNOWN ? 0x01ff_ffff_ffff_ffffL : 0x0100_0000_0000_0000L | size, 8);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
