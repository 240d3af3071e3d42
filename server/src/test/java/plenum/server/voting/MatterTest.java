package plenum.server.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;
import plenum.server.kernel.TotalFrom;
import plenum.server.kernel.VoteId;

/** A vote is taken as the rules of its matter say. */
class MatterTest {
    private static final VoteId VOTE = new VoteId("nq-1");
    private static final Share HALF = new Share(1, 2, true, Base.TOTAL_MEMBERS);

    @Test
    void aMatterThatTheRulesDoNotKnowIsRefusedAndSoIsASecretOne() {
        var table = new VotingTable(58, with(List.of(matter(TieRule.FAILS, true), secret())));
        assertThat(table.refused("thuky", prepare("cam-on"))).isEqualTo(VotingProblem.NO_SUCH_MATTER);
        assertThat(table.refused("thuky", prepare("dismissal"))).isEqualTo(VotingProblem.NOT_OPENLY);
    }

    @Test
    void onlyTheOptionsOfTheMatterAreTakenAlsoFromAClerk() {
        var table = open(58, matter(TieRule.FAILS, true));
        assertThat(table.refused("d2", cast(Choice.ABSTAIN))).isEqualTo(VotingProblem.CHOICE_NOT_OFFERED);
        var entry = new VotingCommand.EnterBallot(VOTE, VotingTable.person(3), Choice.ABSTAIN, "Hỏng máy");
        assertThat(table.refused("thuky", entry)).isEqualTo(VotingProblem.CHOICE_NOT_OFFERED);
        table.must("d2", cast(Choice.AGAINST));
    }

    @Test
    void whetherABallotMayBeChangedIsTheMattersWord() {
        var table = open(58, matter(TieRule.FAILS, false));
        table.must("d2", cast(Choice.FOR));
        assertThat(table.refused("d2", cast(Choice.AGAINST))).isEqualTo(VotingProblem.ALREADY_CAST);
    }

    @Test
    void inACommitteeEqualNumbersAreDecidedByTheSideOfTheChair() {
        assertThat(closed(TieRule.CHAIR_SIDE, 5, 5, Choice.FOR)).isEqualTo(new Tally(5, 5, 0, 0, Outcome.PASSED, true));
        assertThat(closed(TieRule.CHAIR_SIDE, 5, 5, Choice.AGAINST))
                .isEqualTo(new Tally(5, 5, 0, 0, Outcome.FAILED, true));
    }

    @Test
    void inACouncilEqualNumbersAreNotEnough() {
        assertThat(closed(TieRule.FAILS, 5, 5, Choice.FOR)).isEqualTo(new Tally(5, 5, 0, 0, Outcome.FAILED, false));
    }

    @Test
    void theChairsSideIsAlsoThatOfABallotWrittenDownForTheChair() {
        assertThat(tieWithTheChairByHand(Choice.FOR)).isEqualTo(new Tally(5, 5, 0, 0, Outcome.PASSED, true));
        assertThat(tieWithTheChairByHand(Choice.AGAINST)).isEqualTo(new Tally(5, 5, 0, 0, Outcome.FAILED, true));
    }

    private static Tally tieWithTheChairByHand(Choice chair) {
        var table = open(10, matter(TieRule.CHAIR_SIDE, true));
        var left = chair == Choice.FOR ? 4 : 5;
        IntStream.rangeClosed(2, 10)
                .forEach(n -> table.must("d" + n, cast(n - 2 < left ? Choice.FOR : Choice.AGAINST)));
        table.must("thuky", new VotingCommand.EnterBallot(VOTE, VotingTable.person(1), chair, "Máy hết pin"));
        table.must("thuky2", new VotingCommand.CountersignEntry(VOTE, VotingTable.person(1), chair));
        table.must("thuky", new VotingCommand.CloseVote(VOTE));
        return Objects.requireNonNull(table.vote(VOTE).tally());
    }

    @Test
    void aChairWhoTookNoSideDecidesNothing() {
        var table = open(11, matter(TieRule.CHAIR_SIDE, true));
        IntStream.rangeClosed(2, 11).forEach(n -> table.must("d" + n, cast(n % 2 == 0 ? Choice.FOR : Choice.AGAINST)));
        table.must("thuky", new VotingCommand.CloseVote(VOTE));
        assertThat(table.vote(VOTE).tally()).isEqualTo(new Tally(5, 5, 0, 1, Outcome.FAILED, false));
    }

    @Test
    void theBaseIsTheTotalOnTheDayOfTheVote() {
        var totals = List.of(new TotalFrom(LocalDate.of(2026, 1, 1), 60), new TotalFrom(LocalDate.of(2026, 12, 8), 58));
        var rules = VotingTable.rules()
                .with(new BallotRules(List.of(matter(TieRule.FAILS, true)), totals, false, false, false, 3, 5));
        var table = new VotingTable(58, rules);
        table.must("thuky", prepare(null));
        table.must("thuky", opening());
        assertThat(table.vote(VOTE).baseSize()).isEqualTo(58);
    }

    private static Tally closed(TieRule tie, int votesFor, int against, Choice chair) {
        var table = open(votesFor + against, matter(tie, true));
        var left = chair == Choice.FOR ? votesFor - 1 : votesFor;
        table.must("d1", cast(chair));
        for (var n = 2; n <= votesFor + against; n++) {
            table.must("d" + n, cast(n - 2 < left ? Choice.FOR : Choice.AGAINST));
        }
        table.must("thuky", new VotingCommand.CloseVote(VOTE));
        return Objects.requireNonNull(table.vote(VOTE).tally());
    }

    private static VotingTable open(int present, Matter matter) {
        var table = new VotingTable(present, with(List.of(matter)));
        table.must("thuky", prepare(null));
        table.must("thuky", opening());
        return table;
    }

    private static RuleSet with(List<Matter> matters) {
        var base = VotingTable.rules();
        return new RuleSet(
                        "r",
                        1,
                        "Quy chế",
                        base.validFrom(),
                        60,
                        new Share(1, 12, false, Base.TOTAL_MEMBERS),
                        HALF,
                        true,
                        600)
                .with(BallotRules.of(matters));
    }

    private static Matter matter(TieRule tie, boolean change) {
        return new Matter(
                Matter.RESOLUTION,
                "Thông qua nghị quyết",
                SheetKind.DECISION,
                List.of(BallotForm.OPEN),
                List.of(
                        new BallotOption(OptionCode.FOR, "Đồng ý"),
                        new BallotOption(OptionCode.AGAINST, "Không đồng ý")),
                HALF,
                List.of(),
                tie,
                change,
                false,
                false,
                "Quy chế");
    }

    private static Matter secret() {
        return new Matter(
                "dismissal",
                "Bãi nhiệm",
                SheetKind.APPROVAL,
                List.of(BallotForm.SECRET_PAPER),
                List.of(new BallotOption(OptionCode.FOR, "Đồng ý"), new BallotOption(OptionCode.AGAINST, "Không")),
                HALF,
                List.of(),
                TieRule.FAILS,
                false,
                false,
                false,
                "Quy chế");
    }

    private static VotingCommand prepare(@Nullable String matter) {
        return new VotingCommand.PrepareVote(VOTE, VotingTable.ITEM, "Nghị quyết", matter);
    }

    private static VotingCommand opening() {
        return new VotingCommand.OpenMany(new BatchId("lo-1"), List.of(VOTE), null);
    }

    private static VotingCommand cast(Choice choice) {
        return new VotingCommand.CastBallot(VOTE, choice);
    }
}
