package plenum.server.ballots;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.LineId;

/**
 * One number of a count, by its place.
 *
 * @param lineId null for a number of the whole sheet
 * @param field an option's code, or one of {@code COLLECTED}, {@code VALID}, {@code INVALID}
 */
public record Place(@Nullable LineId lineId, String field) {
    static final Place COLLECTED = new Place(null, "COLLECTED");
    static final Place VALID = new Place(null, "VALID");
    static final Place INVALID = new Place(null, "INVALID");
}
