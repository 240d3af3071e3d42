package plenum.server.ballots;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.LineId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SheetKind;

/** Numbers that cannot be right, whoever counted: refused before they are compared with another's. */
final class CountChecks {
    private final BallotSheet sheet;
    private final Matter matter;
    private final Set<OptionCode> options;

    CountChecks(BallotSheet sheet, Matter matter) {
        this.sheet = sheet;
        this.matter = matter;
        this.options =
                new HashSet<>(matter.options().stream().map(BallotOption::code).toList());
    }

    Optional<Problem> problem(Count count, int issued) {
        if (!fits(count)) {
            return because(PollProblem.OTHER_LINES, "lines and options are those of the sheet, each once");
        }
        if (count.collected() > issued) {
            return because(PollProblem.MORE_COLLECTED_THAN_ISSUED, count.collected() + " of " + issued);
        }
        if (count.valid() + count.invalid() != count.collected()) {
            return because(PollProblem.SHEETS_DO_NOT_ADD_UP, "valid and invalid make " + count.collected());
        }
        return matter.sheet() == SheetKind.ELECTION ? election(count) : eachLine(count);
    }

    private boolean fits(Count count) {
        return ids(count.lines().stream().map(LineCount::lineId).toList())
                && count.lines().stream().allMatch(line -> line.marks().keySet().equals(options));
    }

    private boolean ids(List<LineId> keyed) {
        return keyed.equals(sheet.lines().stream().map(SheetLine::lineId).toList());
    }

    /** A sheet with more marks than seats is invalid as a whole, so no valid one has more. */
    private Optional<Problem> election(Count count) {
        for (var line : count.lines()) {
            if (line.sum() > count.valid() || line.invalid() > 0) {
                return because(PollProblem.LINE_OVER_VALID, "line " + line.lineId());
            }
        }
        var marks = count.lines().stream().mapToLong(LineCount::sum).sum();
        if (marks > (long) seats() * count.valid()) {
            return because(PollProblem.TOO_MANY_MARKS, marks + " marks, " + seats() + " on each valid sheet at most");
        }
        return !matter.blankValid() && marks < count.valid()
                ? because(PollProblem.TOO_FEW_MARKS, marks + " marks on " + count.valid() + " valid sheets")
                : Optional.empty();
    }

    private Optional<Problem> eachLine(Count count) {
        return count.lines().stream()
                .filter(line -> line.sum() != count.valid())
                .findFirst()
                .flatMap(line -> because(PollProblem.LINE_DOES_NOT_ADD_UP, "line " + line.lineId()));
    }

    private int seats() {
        return sheet.seats() == null ? 1 : sheet.seats();
    }

    private static Optional<Problem> because(PollProblem problem, String detail) {
        return Optional.of(problem.because(detail));
    }
}
