package plenum.media.api;

import java.util.List;
import java.util.Map;

/**
 * What an endpoint wants to see, in the sense of Jitsi's ReceiverVideoConstraints.
 *
 * @param selected sources in the order of importance, the stage first; they go before all others
 * @param heights the greatest wanted height of a source, pixels; 0: not at all
 * @param defaultHeight for all others, pixels
 * @param lastN how many pictures at most, also below the number of slots; -1: as many as there are slots
 * @param downlinkBps what the receiver's line is known to carry; 0: unknown
 */
public record ReceiverConstraints(
        List<SourceId> selected, Map<SourceId, Integer> heights, int defaultHeight, int lastN, long downlinkBps) {
    /** Nothing is sent until the endpoint says what it wants. */
    public static final ReceiverConstraints NOTHING = new ReceiverConstraints(List.of(), Map.of(), 0, -1, 0);

    public ReceiverConstraints {
        selected = List.copyOf(selected);
        heights = Map.copyOf(heights);
    }

    public int height(SourceId source) {
        return heights.getOrDefault(source, defaultHeight);
    }
}
