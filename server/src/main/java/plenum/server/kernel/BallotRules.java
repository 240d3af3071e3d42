package plenum.server.kernel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a body decides: its matters, its total number of members by date, and what holds for ballots of all matters.
 *
 * @param matters at least one
 * @param totals by date; none: the rule set's one number
 * @param signedBallots an electronic ballot of an open vote counts only with the tablet's signature
 * @param secretElectronic secret ballots may be electronic
 * @param substitutesVote a substitute may vote (committees only)
 * @param tellersLeast members of a counting committee
 * @param secretLeast how many must be present for an electronic secret ballot
 */
public record BallotRules(
        List<Matter> matters,
        List<TotalFrom> totals,
        boolean signedBallots,
        boolean secretElectronic,
        boolean substitutesVote,
        int tellersLeast,
        int secretLeast) {
    public static final int TELLERS_LEAST = 3;
    public static final int SECRET_LEAST = 5;

    public BallotRules {
        matters = List.copyOf(matters);
        totals = totals.stream().sorted(Comparator.comparing(TotalFrom::from)).toList();
    }

    /** With these matters, and all else as it is when nothing is said. */
    public static BallotRules of(List<Matter> matters) {
        return new BallotRules(matters, List.of(), false, false, false, TELLERS_LEAST, SECRET_LEAST);
    }

    Optional<Matter> matter(String code) {
        return matters.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    Optional<Integer> totalOn(LocalDate day) {
        return totals.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(TotalFrom::total);
    }
}
