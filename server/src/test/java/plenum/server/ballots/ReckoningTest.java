package plenum.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.ballots.Box.count;
import static plenum.server.ballots.Box.marks;
import static plenum.server.ballots.Box.outcomes;
import static plenum.server.ballots.Box.results;
import static plenum.server.ballots.LineOutcome.ELECTED;
import static plenum.server.ballots.LineOutcome.FAILED;
import static plenum.server.ballots.LineOutcome.NOT_ELECTED;
import static plenum.server.ballots.LineOutcome.PASSED;
import static plenum.server.ballots.LineOutcome.RATED;
import static plenum.server.ballots.LineOutcome.TIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Base;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;

/** What follows from a count: the law's examples, all five bases, and random boxes against a slow recount. */
final class ReckoningTest {
    private static final Share TWO_THIRDS = new Share(2, 3, false, Base.TOTAL_MEMBERS);

    @Test
    void fortyFiveOfSixtyElectTheOneCandidate() {
        var election = Box.election();
        assertThat(outcomes(election, 1, count(election, 58, 2, marks(45)))).containsExactly(ELECTED);
    }

    @Test
    void thirtyOfSixtyElectNobodyThoughTheyAreMoreThanHalfOfTheSheets() {
        var election = Box.election();
        assertThat(outcomes(election, 1, count(election, 58, 0, marks(30), marks(28))))
                .containsExactly(NOT_ELECTED, NOT_ELECTED);
        assertThat(outcomes(election, 1, count(election, 58, 0, marks(31), marks(27))))
                .containsExactly(ELECTED, NOT_ELECTED);
    }

    @Test
    void theSeatsGoToThoseWithMostVotesAmongThoseWithEnough() {
        var election = Box.election();
        assertThat(outcomes(election, 2, count(election, 58, 0, marks(33), marks(50), marks(32), marks(1))))
                .containsExactly(ELECTED, ELECTED, NOT_ELECTED, NOT_ELECTED);
    }

    @Test
    void aSeatStaysEmptyWhenTooFewHaveEnough() {
        var election = Box.election();
        assertThat(outcomes(election, 2, count(election, 58, 0, marks(40), marks(30))))
                .containsExactly(ELECTED, NOT_ELECTED);
    }

    @Test
    void equalsAtTheLastSeatAreVotedOnAgain() {
        var election = Box.election();
        assertThat(outcomes(election, 2, count(election, 58, 0, marks(50), marks(33), marks(33))))
                .containsExactly(ELECTED, TIED, TIED);
        assertThat(outcomes(election, 2, count(election, 58, 0, marks(33), marks(33), marks(2))))
                .containsExactly(ELECTED, ELECTED, NOT_ELECTED);
    }

    @Test
    void equalsAtTheLastSeatAreNotElectedWhereTheRuleSaysSo() {
        var election =
                Box.matter(SheetKind.ELECTION, Box.moreThanHalf(Base.TOTAL_MEMBERS), TieRule.FAILS, OptionCode.FOR);
        assertThat(outcomes(election, 1, count(election, 58, 0, marks(33), marks(33))))
                .containsExactly(NOT_ELECTED, NOT_ELECTED);
    }

    @Test
    void fortyOfSixtyDismissAndThirtyNineDoNot() {
        var dismissal = Box.approval(TWO_THIRDS);
        assertThat(outcomes(dismissal, null, count(dismissal, 58, 0, marks(40, 18, 0), marks(39, 17, 2))))
                .containsExactly(PASSED, FAILED);
    }

    @Test
    void thirtyOfSixtyDoNotRelieve() {
        var relief = Box.approval(Box.moreThanHalf(Base.TOTAL_MEMBERS));
        assertThat(outcomes(relief, null, count(relief, 58, 1, marks(30, 27, 0))))
                .containsExactly(FAILED);
    }

    @Test
    void lineKIsMoreThanHalfLowOfTheSheetsAndWouldNotBeOfTheCouncil() {
        var rating = Box.rating();
        var line = count(rating, 58, 0, marks(10, 18, 30, 0));
        assertThat(results(rating, null, 58, line))
                .containsExactly(new LineResult(line.lines().getFirst().lineId(), RATED, List.of("may-resign")));
        assertThat(Box.moreThanHalf(Base.TOTAL_MEMBERS).met(30, 60)).isFalse();
    }

    @Test
    void lineMIsTwoThirdsLowAndOnlyTheGravestFindingIsTold() {
        var rating = Box.rating();
        var line = count(rating, 58, 0, marks(9, 10, 39, 0), marks(10, 10, 38, 0), marks(20, 9, 29, 0));
        assertThat(results(rating, null, 58, line))
                .extracting(LineResult::findings)
                .containsExactly(List.of("relief"), List.of("may-resign"), List.of());
    }

    @Test
    void confidenceIsTwoLevels() {
        var confidence = Box.confidence();
        assertThat(outcomes(confidence, null, count(confidence, 58, 0, marks(31, 26, 1), marks(30, 28, 0))))
                .containsExactly(PASSED, FAILED);
    }

    @Test
    void theSameVotesPassOrFailByTheBaseOfTheRule() {
        // 60 members, 58 present, 56 issued, 54 collected, 52 valid
        assertThat(passes(Base.TOTAL_MEMBERS, 30)).isFalse();
        assertThat(passes(Base.TOTAL_MEMBERS, 31)).isTrue();
        assertThat(passes(Base.PRESENT, 29)).isFalse();
        assertThat(passes(Base.PRESENT, 30)).isTrue();
        assertThat(passes(Base.BALLOTS_ISSUED, 28)).isFalse();
        assertThat(passes(Base.BALLOTS_ISSUED, 29)).isTrue();
        assertThat(passes(Base.BALLOTS_COLLECTED, 27)).isFalse();
        assertThat(passes(Base.BALLOTS_COLLECTED, 28)).isTrue();
        assertThat(passes(Base.BALLOTS_VALID, 26)).isFalse();
        assertThat(passes(Base.BALLOTS_VALID, 27)).isTrue();
    }

    private static boolean passes(Base base, int votes) {
        var matter = Box.approval(Box.moreThanHalf(base));
        var result = results(matter, null, 56, count(matter, 54, 2, marks(votes, 52 - votes, 0)));
        return result.getFirst().outcome() == PASSED;
    }

    /** Draws real sheets, counts them one by one, and seats people by repeated search for the best. */
    @Test
    void aThousandRandomElectionsAreDecidedAsByHand() {
        var random = new Random(5);
        var election = Box.election();
        for (var n = 0; n < 1_000; n++) {
            var lines = 1 + random.nextInt(6);
            var seats = 1 + random.nextInt(lines);
            var votes = new int[lines];
            for (var sheet = 0; sheet < 58; sheet++) {
                draw(random, seats, votes);
            }
            var box = count(election, 58, 0, each(votes));
            assertThat(new CountChecks(Box.sheet(seats, lines), election).problem(box, 58))
                    .isEmpty();
            assertThat(outcomes(election, seats, box)).isEqualTo(byHand(votes, seats));
        }
    }

    private static void draw(Random random, int seats, int[] votes) {
        var marked = random.nextInt(seats + 1);
        var start = random.nextInt(votes.length);
        for (var at = 0; at < marked; at++) {
            votes[random.nextInt(3) == 0 ? (start + at) % votes.length : at]++;
        }
    }

    private static int[][] each(int[] votes) {
        var lines = new int[votes.length][];
        for (var at = 0; at < votes.length; at++) {
            lines[at] = marks(Math.min(58, votes[at]));
            votes[at] = Math.min(58, votes[at]);
        }
        return lines;
    }

    private static List<LineOutcome> byHand(int[] votes, int seats) {
        var outcomes = new ArrayList<LineOutcome>();
        for (var mine : votes) {
            var better = 0;
            var equal = 0;
            for (var other : votes) {
                better += other > mine ? 1 : 0;
                equal += other == mine ? 1 : 0;
            }
            if (2 * mine <= 60 || better >= seats) {
                outcomes.add(NOT_ELECTED);
            } else {
                outcomes.add(better + equal <= seats ? ELECTED : TIED);
            }
        }
        return outcomes;
    }
}
