package plenum.server.ballots;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.LineId;
import plenum.server.kernel.PersonId;

/**
 * What stands on the ballot sheet (phiếu).
 *
 * @param matter code of the matter in the session's rules
 * @param title as printed below the word "PHIẾU …"
 * @param seats how many may be elected; only in an election
 */
public record BallotSheet(
        String matter, String title, @Nullable Integer seats, List<SheetLine> lines) {
    public BallotSheet {
        lines = List.copyOf(lines);
    }

    public Optional<SheetLine> find(LineId line) {
        return lines.stream().filter(one -> one.lineId().equals(line)).findFirst();
    }

    /** Whoever holds two posts stands on the sheet once. */
    boolean namesAnybodyTwice() {
        var ids = new HashSet<LineId>();
        var people = new HashSet<PersonId>();
        return lines.stream()
                .anyMatch(line -> !ids.add(line.lineId())
                        || (line.personId() != null && !people.add(line.personId()))
                        || lines.stream()
                                        .filter(other -> sameWords(line, other))
                                        .count()
                                > 1);
    }

    boolean names(PersonId person) {
        return lines.stream().anyMatch(line -> person.equals(line.personId()));
    }

    /** Namesakes are told apart by their notes. */
    private static boolean sameWords(SheetLine line, SheetLine other) {
        return line.name().equals(other.name()) && Objects.equals(line.note(), other.note());
    }
}
