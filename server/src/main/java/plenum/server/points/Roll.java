package plenum.server.points;

import java.time.Instant;
import java.util.List;
import plenum.server.kernel.SittingId;

/**
 * A point's roll call in one sitting.
 *
 * @param present heads counted in the room of the point
 * @param leaders names of those who lead the point
 * @param by name of who counted
 * @param late first reported after the sitting was opened
 */
public record Roll(SittingId sittingId, int present, List<String> leaders, String by, Instant at, boolean late) {
    public Roll {
        leaders = List.copyOf(leaders);
    }
}
