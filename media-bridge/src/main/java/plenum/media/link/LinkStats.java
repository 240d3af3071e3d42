package plenum.media.link;

import java.util.List;
import plenum.media.api.SourceId;

/**
 * What one end of a link has given to the other.
 *
 * @param up whether the other end is heard
 * @param bytes of media, with repetitions
 * @param roundTripNs -1: not known yet
 * @param carried by source
 */
public record LinkStats(boolean up, long bytes, long roundTripNs, List<Carried> carried) {
    public LinkStats {
        carried = List.copyOf(carried);
    }

    /** @param packets by layer, the smallest first; without repetitions */
    public record Carried(SourceId source, List<Long> packets) {
        public Carried {
            packets = List.copyOf(packets);
        }
    }
}
