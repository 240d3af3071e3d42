package plenum.media.rtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/** Strings of identifiers seen lately, so that reading one again allocates nothing. */
final class ShortIds {
    static final int MAX_LENGTH = 16;
    private static final int SIZE = 64;

    private final @Nullable String[] known = new String[SIZE];

    /** @return null unless it is 1 to 16 letters, digits, '-' or '_' (RFC 8852 section 3) */
    @Nullable
    String read(byte[] b, int offset, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            return null;
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            if (!allowed(b[offset + i])) {
                return null;
            }
            hash = 31 * hash + b[offset + i];
        }
        return lookUp(b, offset, length, (hash ^ hash >>> 6) & SIZE - 1);
    }

    private String lookUp(byte[] b, int offset, int length, int slot) {
        var found = known[slot];
        if (found == null || !same(found, b, offset, length)) {
            found = new String(b, offset, length, US_ASCII);
            known[slot] = found;
        }
        return found;
    }

    private static boolean same(String id, byte[] b, int offset, int length) {
        if (id.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (id.charAt(i) != b[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
