package plenum.server.ballots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.server.kernel.Base;
import plenum.server.kernel.Finding;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;

/** Makes the result of a count by the rule of its matter; whole numbers only. */
public record Reckoning(BallotSheet sheet, Issue issue, Handed handed, Count count) {

    /** The number that a share of this base is taken of. */
    public int of(Base base) {
        return switch (base) {
            case TOTAL_MEMBERS -> issue.totalMembers();
            case PRESENT -> issue.eligible().size();
            case BALLOTS_ISSUED -> handed.issued();
            case BALLOTS_COLLECTED -> count.collected();
            case BALLOTS_VALID -> count.valid();
        };
    }

    /** In the order of the sheet. */
    List<LineResult> results() {
        if (matter().sheet() == SheetKind.ELECTION) {
            return election();
        }
        return count.lines().stream()
                .map(line -> new LineResult(line.lineId(), outcome(line), findings(line)))
                .toList();
    }

    private LineOutcome outcome(LineCount line) {
        if (matter().sheet() == SheetKind.RATING) {
            return LineOutcome.RATED;
        }
        return passes(line) ? LineOutcome.PASSED : LineOutcome.FAILED;
    }

    /** Enough votes first, then most votes; who are equal at the last seat share its fate. */
    private List<LineResult> election() {
        var enough = count.lines().stream()
                .filter(this::passes)
                .map(this::votes)
                .sorted(Comparator.reverseOrder())
                .toList();
        var seats = sheet.seats() == null ? 1 : sheet.seats();
        var last = enough.size() > seats ? enough.get(seats - 1) : 0;
        var contested = enough.size() > seats && enough.get(seats).equals(last);
        return count.lines().stream()
                .map(line -> new LineResult(line.lineId(), seat(line, last, contested), findings(line)))
                .toList();
    }

    private LineOutcome seat(LineCount line, int last, boolean contested) {
        if (!passes(line) || votes(line) < last) {
            return LineOutcome.NOT_ELECTED;
        }
        if (votes(line) > last || !contested) {
            return LineOutcome.ELECTED;
        }
        return matter().tie() == TieRule.RUN_OFF ? LineOutcome.TIED : LineOutcome.NOT_ELECTED;
    }

    private boolean passes(LineCount line) {
        return met(matter().pass(), votes(line));
    }

    private boolean met(Share share, int part) {
        return share.met(part, of(share.base()));
    }

    /** Marks for: the first option of the matter. */
    private int votes(LineCount line) {
        return line.of(matter().options().getFirst().code());
    }

    private List<String> findings(LineCount line) {
        Map<OptionCode, Finding> gravest = new LinkedHashMap<>();
        for (var finding : matter().findings()) {
            if (met(finding.share(), line.of(finding.option()))) {
                gravest.merge(finding.option(), finding, this::graver);
            }
        }
        var codes = new ArrayList<String>();
        gravest.values().forEach(finding -> codes.add(finding.code()));
        return List.copyOf(codes);
    }

    private Finding graver(Finding one, Finding other) {
        return needed(other) > needed(one) ? other : one;
    }

    private long needed(Finding finding) {
        return finding.share().needed(of(finding.share().base()));
    }

    private Matter matter() {
        return issue.matter();
    }
}
