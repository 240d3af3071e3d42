package plenum.server.ballots;

import java.util.List;
import plenum.server.kernel.LineId;

/**
 * A line's outcome by the share of the matter.
 *
 * @param findings codes of the matter's findings that the marks meet, at most one for each option: the gravest
 */
public record LineResult(LineId lineId, LineOutcome outcome, List<String> findings) {
    public LineResult {
        findings = List.copyOf(findings);
    }
}
