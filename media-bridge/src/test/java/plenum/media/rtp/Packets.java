package plenum.media.rtp;

import java.io.ByteArrayOutputStream;

/** Builds RTP packets for tests. */
final class Packets {
    private static final int ONE_BYTE = 0xbede;
    static final int TWO_BYTE = 0x1000;

    private final ByteArrayOutputStream extensions = new ByteArrayOutputStream();
    private int profile = ONE_BYTE;
    private int contributors;
    private int padding;
    private int payload = 10;

    Packets twoByteExtensions() {
        profile = TWO_BYTE;
        return this;
    }

    Packets profile(int value) {
        profile = value;
        return this;
    }

    Packets extension(int id, byte... data) {
        if (profile == ONE_BYTE) {
            extensions.write(id << 4 | data.length - 1);
        } else {
            extensions.write(id);
            extensions.write(data.length);
        }
        return raw(data);
    }

    /** Bytes of the extension as they are. */
    Packets raw(byte... data) {
        extensions.writeBytes(data);
        return this;
    }

    Packets contributors(int count) {
        contributors = count;
        return this;
    }

    Packets padding(int bytes) {
        padding = bytes;
        return this;
    }

    Packets payload(int bytes) {
        payload = bytes;
        return this;
    }

    byte[] build() {
        int words = (extensions.size() + 3) / 4;
        int extension = words == 0 ? 0 : 4 + 4 * words;
        byte[] b = new byte[12 + 4 * contributors + extension + payload + padding];
        b[0] = (byte) (0x80 | (padding > 0 ? 0x20 : 0) | (words > 0 ? 0x10 : 0) | contributors);
        b[1] = (byte) (0x80 | 100);
        Bytes.put16(b, 2, 0xfedc);
        Bytes.put32(b, 4, 0x89abcdef);
        Bytes.put32(b, 8, 0xcafebabe);
        if (words > 0) {
            int at = 12 + 4 * contributors;
            Bytes.put16(b, at, profile);
            Bytes.put16(b, at + 2, words);
            System.arraycopy(extensions.toByteArray(), 0, b, at + 4, extensions.size());
        }
        if (padding > 0) {
            b[b.length - 1] = (byte) padding;
        }
        return b;
    }
}
