package plenum.server.embedded;

import org.jspecify.annotations.Nullable;

/** What a filter says about the order of one field; null is open. */
record Bounds(
        @Nullable Object low, boolean lowIncluded, @Nullable Object high, boolean highIncluded) {
    static final Bounds NONE = new Bounds(null, false, null, false);

    Bounds from(Object value, boolean included) {
        return low == null ? new Bounds(value, included, high, highIncluded) : this;
    }

    Bounds to(Object value, boolean included) {
        return high == null ? new Bounds(low, lowIncluded, value, included) : this;
    }

    /** One end only: a document with several values in the field may meet the two ends with different values. */
    Bounds oneEnd() {
        return low == null ? this : new Bounds(low, lowIncluded, null, false);
    }
}
