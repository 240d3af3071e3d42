package plenum.server.voting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.Decision;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SheetKind;

/** What a matter of the rule set says of votes by show of tablet. */
final class Matters {
    private Matters() {}

    /** Why there is no such vote; empty: there may be. */
    static Optional<Decision> problem(RuleSet rules, String code) {
        var matter = rules.matter(code);
        if (matter.isEmpty()) {
            return Optional.of(Decision.refuse(VotingProblem.NO_SUCH_MATTER, "matter " + code));
        }
        return openly(matter.get())
                ? Optional.empty()
                : Optional.of(Decision.refuse(VotingProblem.NOT_OPENLY, "matter " + code));
    }

    private static boolean openly(Matter matter) {
        return matter.sheet() == SheetKind.DECISION && matter.forms().contains(BallotForm.OPEN);
    }

    static boolean offers(Vote vote, Choice choice) {
        var matter = of(vote);
        return matter == null
                || matter.option(OptionCode.valueOf(choice.name())).isPresent();
    }

    static boolean allowsChange(Vote vote, RuleSet rules) {
        var matter = of(vote);
        return matter == null ? rules.allowChange() : matter.allowChange();
    }

    private static @Nullable Matter of(Vote vote) {
        return vote.opening() == null ? null : vote.opening().matter();
    }
}
