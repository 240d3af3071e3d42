package plenum.server.documents;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plenum.server.platform.Sha256;

/** The strong validator of bytes that never change (RFC 9110 section 8.8.3). */
record EntityTag(Sha256 sha256) {

    @Override
    public String toString() {
        return '"' + sha256.hex() + '"';
    }

    /** If-None-Match, weak comparison: true means 304. */
    boolean isAmong(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(toString()) || tag.equals("W/" + this));
    }

    /**
     * If-Range, strong comparison: false means that the range is to be ignored. A date never fits: there is no
     * Last-Modified.
     */
    boolean allowsRange(@Nullable String ifRange) {
        return ifRange == null || ifRange.strip().equals(toString());
    }
}
