package plenum.server.documents;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a representation a request wants (RFC 9110 section 14). */
sealed interface ByteRange {

    record Whole() implements ByteRange {}

    /** @param length at least 1 */
    record Part(long offset, long length) implements ByteRange {}

    /** Nothing of what was asked for exists: status 416. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE_RANGE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Several ranges at once, other units and what is no range are answered with the whole, as RFC 9110 14.2 allows.
     *
     * @param header the Range field
     */
    static ByteRange of(@Nullable String header, long size) {
        var range = header == null ? null : ONE_RANGE.matcher(header);
        if (range == null || !range.matches()) {
            return new Whole();
        }
        var first = range.group(1);
        var last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        return between(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last), size);
    }

    private static ByteRange suffix(long length, long size) {
        var sent = Math.min(length, size);
        return sent == 0 ? new Unsatisfiable() : new Part(size - sent, sent);
    }

    private static ByteRange between(long first, long last, long size) {
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1) - first + 1);
    }
}
