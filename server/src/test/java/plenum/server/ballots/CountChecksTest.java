package plenum.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.ballots.Box.count;
import static plenum.server.ballots.Box.marks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Base;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;

/** Numbers of a count that can't be right. */
final class CountChecksTest {
    private static final Matter ELECTION = Box.election();
    private static final Matter RATING = Box.rating();

    @Test
    void theBoxOfTheElectionIsRight() {
        assertThat(problem(ELECTION, 1, count(ELECTION, 58, 2, marks(45)))).isNull();
    }

    @Test
    void noMoreComeBackThanWereHandedOut() {
        assertThat(problem(ELECTION, 1, count(ELECTION, 59, 2, marks(45))))
                .isEqualTo(PollProblem.MORE_COLLECTED_THAN_ISSUED);
    }

    @Test
    void validAndInvalidAreAllThatCameBack() {
        assertThat(problem(
                        ELECTION,
                        1,
                        new Count(58, 56, 1, count(ELECTION, 58, 2, marks(45)).lines())))
                .isEqualTo(PollProblem.SHEETS_DO_NOT_ADD_UP);
    }

    @Test
    void aCandidateHasNoMoreVotesThanValidSheets() {
        assertThat(problem(ELECTION, 1, count(ELECTION, 58, 2, marks(57)))).isEqualTo(PollProblem.LINE_OVER_VALID);
    }

    @Test
    void aSheetHasNoMoreMarksThanSeats() {
        assertThat(problem(ELECTION, 1, count(ELECTION, 58, 2, marks(30), marks(27))))
                .isEqualTo(PollProblem.TOO_MANY_MARKS);
        assertThat(problem(ELECTION, 2, count(ELECTION, 58, 2, marks(56), marks(56), marks(0))))
                .isNull();
    }

    @Test
    void blankSheetsThatAreInvalidLeaveAMarkOnEachValidOne() {
        var strict = new Matter(
                "viec",
                "Việc",
                SheetKind.ELECTION,
                ELECTION.forms(),
                ELECTION.options(),
                ELECTION.pass(),
                List.of(),
                TieRule.RUN_OFF,
                false,
                false,
                false,
                "Điều 1");
        assertThat(problem(strict, 1, count(strict, 58, 2, marks(30), marks(25))))
                .isEqualTo(PollProblem.TOO_FEW_MARKS);
        assertThat(problem(strict, 1, count(strict, 58, 2, marks(30), marks(26))))
                .isNull();
    }

    @Test
    void theLevelsOfALineAreAllValidSheetsWithThoseInvalidForThatLineOnly() {
        assertThat(problem(RATING, null, count(RATING, 58, 0, marks(10, 18, 30, 0), marks(10, 18, 28, 2))))
                .isNull();
        assertThat(problem(RATING, null, count(RATING, 58, 0, marks(10, 18, 30, 0), marks(10, 18, 28, 1))))
                .isEqualTo(PollProblem.LINE_DOES_NOT_ADD_UP);
    }

    @Test
    void linesAndOptionsAreThoseOfTheSheet() {
        var other = Box.approval(Box.moreThanHalf(Base.TOTAL_MEMBERS));
        assertThat(problem(RATING, null, count(other, 58, 0, marks(30, 28, 0)))).isEqualTo(PollProblem.OTHER_LINES);
        var one = count(RATING, 58, 0, marks(10, 18, 30, 0));
        var twice =
                new Count(58, 58, 0, List.of(one.lines().getFirst(), one.lines().getFirst()));
        assertThat(problem(RATING, null, twice)).isEqualTo(PollProblem.OTHER_LINES);
    }

    @Test
    void aMismatchIsToldByItsPlacesAndNotByItsNumbers() {
        var one = count(RATING, 58, 0, marks(10, 18, 30, 0), marks(10, 18, 28, 2));
        var other = count(RATING, 58, 1, marks(10, 18, 29, 0), marks(10, 18, 28, 1));
        assertThat(one.differences(other))
                .containsExactly(
                        Place.VALID,
                        Place.INVALID,
                        new Place(one.lines().getFirst().lineId(), OptionCode.LOW.name()),
                        new Place(one.lines().getLast().lineId(), "INVALID"));
        assertThat(one.differences(one)).isEmpty();
    }

    private static Problem.@Nullable Code problem(Matter matter, @Nullable Integer seats, Count count) {
        return new CountChecks(Box.sheet(seats, count.lines().size()), matter)
                .problem(count, 58)
                .map(Problem::code)
                .orElse(null);
    }
}
