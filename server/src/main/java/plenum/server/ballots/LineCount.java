package plenum.server.ballots;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import plenum.server.kernel.LineId;
import plenum.server.kernel.OptionCode;

/**
 * Marks counted on one line.
 *
 * @param marks option to number of sheets, in the order of the matter's options
 * @param invalid sheets that are valid but whose mark on this line is not: two ticks, or none; never in an election
 */
public record LineCount(LineId lineId, Map<OptionCode, Integer> marks, int invalid) {
    public LineCount {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    public int of(OptionCode option) {
        return marks.getOrDefault(option, 0);
    }

    long sum() {
        return invalid + marks.values().stream().mapToLong(Integer::longValue).sum();
    }
}
