package plenum.server.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.VoteId;
import plenum.server.voting.VotingCommand.CastBallot;
import plenum.server.voting.VotingCommand.CloseVote;
import plenum.server.voting.VotingCommand.DeclareVote;
import plenum.server.voting.VotingCommand.DropVote;
import plenum.server.voting.VotingCommand.HoldVote;
import plenum.server.voting.VotingCommand.OpenVote;
import plenum.server.voting.VotingCommand.PrepareVote;
import plenum.server.voting.VotingCommand.ResumeVote;
import plenum.server.voting.VotingCommand.VoidVote;

class VotingRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-08T02:00:00Z");
    private static final VoteId VOTE = new VoteId("bq-1");
    private static final VoteId SECOND = new VoteId("bq-2");
    private static final ItemId BUDGET = new ItemId("ngan-sach");
    private static final ItemId OTHER = new ItemId("khac");
    private static final VotingEvent PREPARED = new VotingEvent.Prepared(VOTE, BUDGET, "Thông qua nghị quyết");
    private static final RuleSet RULES = rules(true, Base.TOTAL_MEMBERS);

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 8);
    private static final Matter MATTER = RULES.matter(Matter.RESOLUTION).orElseThrow();

    @Test
    void aVoteIsPreparedForAnItem() {
        assertThat(decide(Voting.NONE, new PrepareVote(VOTE, BUDGET, "Thông qua nghị quyết")))
                .isEqualTo(accept(PREPARED));
    }

    @Test
    void aVoteIsPreparedOnce() {
        assertThat(code(decide(after(PREPARED), new PrepareVote(VOTE, BUDGET, "Lại"))))
                .isEqualTo(VotingProblem.VOTE_EXISTS);
    }

    @Test
    void aVoteNeedsAnItemThatIsThere() {
        assertThat(code(decide(Voting.NONE, new PrepareVote(VOTE, new ItemId("khong"), "X"))))
                .isEqualTo(VotingProblem.NO_SUCH_ITEM);
    }

    @Test
    void aPreparedVoteIsDropped() {
        assertThat(decide(after(PREPARED), new DropVote(VOTE))).isEqualTo(accept(new VotingEvent.Dropped(VOTE)));
    }

    @Test
    void anOpenedVoteIsNotDropped() {
        assertThat(code(decide(open(58), new DropVote(VOTE)))).isEqualTo(VotingProblem.ALREADY_OPENED);
    }

    @Test
    void aVoteThatIsNotThereIsNotFound() {
        assertThat(code(decide(Voting.NONE, new CloseVote(VOTE)))).isEqualTo(VotingProblem.NO_SUCH_VOTE);
    }

    @Test
    void eligibleAreThoseWhoArePresentAtOpening() {
        assertThat(decide(after(PREPARED), new OpenVote(VOTE, null))).isEqualTo(accept(opened(58)));
    }

    @Test
    void aVoteOpensOnlyForTheCurrentItem() {
        var elsewhere = new VotingRules.Outside(
                false, true, false, TODAY, OTHER, () -> Set.of(BUDGET, OTHER), Set::of, () -> people(58), RULES);
        assertThat(code(decide(after(PREPARED), new OpenVote(VOTE, null), elsewhere, Role.CHAIR)))
                .isEqualTo(VotingProblem.ITEM_NOT_CURRENT);
    }

    @Test
    void aVoteOpensOnlyInAnOpenSitting() {
        var closed = new VotingRules.Outside(
                false, false, false, TODAY, BUDGET, () -> Set.of(BUDGET, OTHER), Set::of, () -> people(58), RULES);
        assertThat(code(decide(after(PREPARED), new OpenVote(VOTE, null), closed, Role.CHAIR)))
                .isEqualTo(VotingProblem.NO_SITTING_OPEN);
    }

    @Test
    void noVoteOpensWhileSheetsOfASecretBallotAreInTheHall() {
        var polling = new VotingRules.Outside(
                false, true, true, TODAY, BUDGET, () -> Set.of(BUDGET, OTHER), Set::of, () -> people(58), RULES);
        assertThat(code(decide(after(PREPARED), new OpenVote(VOTE, null), polling, Role.CHAIR)))
                .isEqualTo(VotingProblem.ANOTHER_VOTE_OPEN);
    }

    @Test
    void onlyOneVoteIsOpenAtATime() {
        var state = open(58).apply(new VotingEvent.Prepared(SECOND, BUDGET, "Hai"), NOW, 1);
        assertThat(code(decide(state, new OpenVote(SECOND, null)))).isEqualTo(VotingProblem.ANOTHER_VOTE_OPEN);
    }

    @Test
    void aVoteOpensOnce() {
        assertThat(code(decide(open(58), new OpenVote(VOTE, null)))).isEqualTo(VotingProblem.ALREADY_OPENED);
    }

    @Test
    void withoutQuorumAVoteDoesNotOpen() {
        assertThat(code(decide(after(PREPARED), new OpenVote(VOTE, null), outside(39, RULES), Role.CHAIR)))
                .isEqualTo(VotingProblem.NO_QUORUM);
    }

    @Test
    void theQuorumItselfIsEnough() {
        assertThat(decide(after(PREPARED), new OpenVote(VOTE, null), outside(40, RULES), Role.SECRETARY))
                .isEqualTo(accept(opened(40)));
    }

    @Test
    void theChairOpensWithoutQuorumWithAReason() {
        var decision = decide(after(PREPARED), new OpenVote(VOTE, "Mưa lũ"), outside(39, RULES), Role.CHAIR);
        assertThat(decision)
                .isEqualTo(accept(new VotingEvent.Opened(VOTE, people(39), RULES.pass(), 60, "Mưa lũ", null, MATTER)));
    }

    @Test
    void theSecretaryDoesNotOpenWithoutQuorum() {
        assertThat(code(decide(after(PREPARED), new OpenVote(VOTE, "Mưa lũ"), outside(39, RULES), Role.SECRETARY)))
                .isEqualTo(VotingProblem.NO_QUORUM);
    }

    @Test
    void withNobodyPresentEvenTheChairDoesNotOpen() {
        assertThat(code(decide(after(PREPARED), new OpenVote(VOTE, "Mưa lũ"), outside(0, RULES), Role.CHAIR)))
                .isEqualTo(VotingProblem.NOBODY_PRESENT);
    }

    @Test
    void anEligibleDelegateVotes() {
        assertThat(cast(open(58), 1, Choice.FOR, RULES)).isEqualTo(accept(ballot(1, Choice.FOR)));
    }

    @Test
    void whoCameAfterOpeningDoesNotVote() {
        assertThat(code(cast(open(58), 59, Choice.FOR, RULES))).isEqualTo(VotingProblem.NOT_ELIGIBLE);
    }

    @Test
    void nobodyVotesBeforeOpeningOrAfterClosing() {
        assertThat(code(cast(after(PREPARED), 1, Choice.FOR, RULES))).isEqualTo(VotingProblem.VOTE_NOT_OPEN);
        assertThat(code(cast(closed(58, 31), 1, Choice.FOR, RULES))).isEqualTo(VotingProblem.VOTE_NOT_OPEN);
    }

    @Test
    void theSameChoiceAgainIsNoEvent() {
        var voted = open(58).apply(ballot(1, Choice.FOR), NOW, 1);
        assertThat(cast(voted, 1, Choice.FOR, rules(false, Base.TOTAL_MEMBERS))).isEqualTo(accept());
    }

    @Test
    void aChoiceIsChangedOnlyWhenTheRulesAllow() {
        var voted = open(58).apply(ballot(1, Choice.FOR), NOW, 1);
        assertThat(cast(voted, 1, Choice.AGAINST, RULES)).isEqualTo(accept(ballot(1, Choice.AGAINST)));
        var fixed = openUnder(58, rules(false, Base.TOTAL_MEMBERS)).apply(ballot(1, Choice.FOR), NOW, 1);
        assertThat(code(cast(fixed, 1, Choice.AGAINST, RULES))).isEqualTo(VotingProblem.ALREADY_CAST);
    }

    @Test
    void aChangedChoiceCountsOnce() {
        var state = open(58).apply(ballot(1, Choice.FOR), NOW, 1).apply(ballot(1, Choice.AGAINST), NOW, 1);
        assertThat(decide(state, new CloseVote(VOTE)))
                .isEqualTo(accept(new VotingEvent.Closed(VOTE, 0, 1, 0, 57, Outcome.FAILED)));
    }

    @Test
    void thirtyOfSixtyFailsAndThirtyOnePasses() {
        assertThat(closing(open(58), 30, 0)).isEqualTo(new VotingEvent.Closed(VOTE, 30, 0, 0, 28, Outcome.FAILED));
        assertThat(closing(open(58), 31, 0)).isEqualTo(new VotingEvent.Closed(VOTE, 31, 0, 0, 27, Outcome.PASSED));
    }

    @Test
    void allBallotsAreCounted() {
        assertThat(closing(open(58), 56, 1)).isEqualTo(new VotingEvent.Closed(VOTE, 56, 1, 0, 1, Outcome.PASSED));
    }

    @Test
    void aShareOfThePresentIsTakenOfTheEligible() {
        assertThat(outcome(Base.PRESENT, 40, 21, 0)).isEqualTo(Outcome.PASSED);
        assertThat(outcome(Base.PRESENT, 40, 20, 0)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aShareOfTheBallotsIsTakenOfThoseCollected() {
        assertThat(outcome(Base.BALLOTS_COLLECTED, 58, 3, 2)).isEqualTo(Outcome.PASSED);
        assertThat(outcome(Base.BALLOTS_COLLECTED, 58, 2, 2)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void withoutBallotsNothingPasses() {
        assertThat(outcome(Base.BALLOTS_VALID, 58, 0, 0)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void theBaseShownAfterClosingIsThatOfTheBallots() {
        var state = openWith(58, Base.BALLOTS_COLLECTED).apply(ballot(1, Choice.FOR), NOW, 1);
        assertThat(state.find(VOTE).orElseThrow().baseSize()).isEqualTo(58);
        var after = state.apply(new VotingEvent.Closed(VOTE, 1, 0, 0, 57, Outcome.PASSED), NOW, 1);
        assertThat(after.find(VOTE).orElseThrow().baseSize()).isEqualTo(1);
    }

    @Test
    void aVoteIsClosedOnce() {
        assertThat(code(decide(closed(58, 31), new CloseVote(VOTE)))).isEqualTo(VotingProblem.VOTE_NOT_OPEN);
    }

    @Test
    void aClosedVoteIsDeclaredOnce() {
        var closed = closed(58, 31);
        assertThat(decide(closed, new DeclareVote(VOTE))).isEqualTo(accept(new VotingEvent.Declared(VOTE)));
        assertThat(code(decide(closed.apply(new VotingEvent.Declared(VOTE), NOW, 1), new DeclareVote(VOTE))))
                .isEqualTo(VotingProblem.VOTE_NOT_CLOSED);
        assertThat(code(decide(open(58), new DeclareVote(VOTE)))).isEqualTo(VotingProblem.VOTE_NOT_CLOSED);
    }

    @Test
    void aVoteOnHoldTakesNoBallotsAndKeepsThoseCast() {
        var held = open(58).apply(ballot(1, Choice.FOR), NOW, 1).apply(new VotingEvent.Held(VOTE, "Mất điện"), NOW, 1);
        assertThat(code(cast(held, 2, Choice.FOR, RULES))).isEqualTo(VotingProblem.ON_HOLD);
        assertThat(code(decide(held, new CloseVote(VOTE)))).isEqualTo(VotingProblem.ON_HOLD);
        assertThat(held.ballots(VOTE)).hasSize(1);
        var resumed = held.apply(new VotingEvent.Resumed(VOTE), NOW, 1);
        assertThat(decide(resumed, new CloseVote(VOTE)))
                .isEqualTo(accept(new VotingEvent.Closed(VOTE, 1, 0, 0, 57, Outcome.FAILED)));
    }

    @Test
    void onlyAnOpenVoteIsHeldAndOnlyAHeldOneResumed() {
        assertThat(decide(open(58), new HoldVote(VOTE, "Mất điện")))
                .isEqualTo(accept(new VotingEvent.Held(VOTE, "Mất điện")));
        var held = open(58).apply(new VotingEvent.Held(VOTE, "Mất điện"), NOW, 1);
        assertThat(decide(held, new ResumeVote(VOTE))).isEqualTo(accept(new VotingEvent.Resumed(VOTE)));
        assertThat(code(decide(held, new HoldVote(VOTE, "Lần nữa")))).isEqualTo(VotingProblem.ON_HOLD);
        assertThat(code(decide(open(58), new ResumeVote(VOTE)))).isEqualTo(VotingProblem.NOT_ON_HOLD);
        assertThat(code(decide(closed(58, 31), new HoldVote(VOTE, "Muộn")))).isEqualTo(VotingProblem.VOTE_NOT_OPEN);
    }

    @Test
    void aVoteOnHoldIsVoidedAndNoOtherIsOpenedMeanwhile() {
        var held = open(58).apply(new VotingEvent.Held(VOTE, "Mất điện"), NOW, 1);
        assertThat(decide(held, new VoidVote(VOTE, "Nhầm nội dung")))
                .isEqualTo(accept(new VotingEvent.Voided(VOTE, "Nhầm nội dung")));
        assertThat(held.open()).isPresent();
    }

    @Test
    void anOpenOrClosedVoteIsVoided() {
        var voided = accept(new VotingEvent.Voided(VOTE, "Nhầm nội dung"));
        assertThat(decide(open(58), new VoidVote(VOTE, "Nhầm nội dung"))).isEqualTo(voided);
        assertThat(decide(closed(58, 31), new VoidVote(VOTE, "Nhầm nội dung"))).isEqualTo(voided);
    }

    @Test
    void aDeclaredOrPreparedVoteIsNotVoided() {
        var declared = closed(58, 31).apply(new VotingEvent.Declared(VOTE), NOW, 1);
        assertThat(code(decide(declared, new VoidVote(VOTE, "Nhầm")))).isEqualTo(VotingProblem.CANNOT_VOID);
        assertThat(code(decide(after(PREPARED), new VoidVote(VOTE, "Nhầm")))).isEqualTo(VotingProblem.CANNOT_VOID);
    }

    @Test
    void afterTheSessionNothingIsVotedOn() {
        var ended = new VotingRules.Outside(true, false, false, TODAY, null, Set::of, Set::of, List::of, RULES);
        assertThat(code(decide(Voting.NONE, new PrepareVote(VOTE, BUDGET, "X"), ended, Role.SECRETARY)))
                .isEqualTo(VotingProblem.SESSION_ENDED);
    }

    @Test
    void aBallotLeavesTheVotesTheSameObject() {
        var open = open(58);
        assertThat(open.apply(ballot(1, Choice.FOR), NOW, 1).votes()).isSameAs(open.votes());
    }

    private static Outcome outcome(Base base, int present, int votesFor, int against) {
        return closing(openWith(present, base), votesFor, against).outcome();
    }

    private static VotingEvent.Closed closing(Voting open, int votesFor, int against) {
        var state = open;
        for (var n = 1; n <= votesFor + against; n++) {
            state = state.apply(ballot(n, n <= votesFor ? Choice.FOR : Choice.AGAINST), NOW, 1);
        }
        var accepted = (Decision.Accepted) decide(state, new CloseVote(VOTE));
        return (VotingEvent.Closed) accepted.events().getFirst();
    }

    @Test
    void whereTheRulesAskForSignaturesABallotWithoutOneIsRefused() {
        var rules = RULES.with(new BallotRules(RULES.matters(), List.of(), true, false, false, 3, 5));
        var signature = new BallotSignature("key", 1, "value");
        assertThat(code(cast(open(58), 1, Choice.FOR, rules))).isEqualTo(VotingProblem.NOT_SIGNED);
        var context = new Context(new PersonId("d1"), "Đại biểu 1", Set.of(Role.DELEGATE), NOW, "123456");
        assertThat(VotingRules.decide(
                        open(58), new CastBallot(VOTE, Choice.FOR, signature), outside(58, rules), context))
                .isInstanceOf(Decision.Accepted.class);
    }

    private static Voting closed(int present, int votesFor) {
        return open(present)
                .apply(new VotingEvent.Closed(VOTE, votesFor, 0, 0, present - votesFor, Outcome.PASSED), NOW, 1);
    }

    private static Voting open(int present) {
        return after(PREPARED, opened(present));
    }

    private static Voting openWith(int present, Base base) {
        return openUnder(present, rules(true, base));
    }

    private static Voting openUnder(int present, RuleSet rules) {
        var decision = decide(after(PREPARED), new OpenVote(VOTE, null), outside(present, rules), Role.CHAIR);
        return after(
                PREPARED, (VotingEvent) ((Decision.Accepted) decision).events().getFirst());
    }

    private static VotingEvent.Opened opened(int present) {
        return new VotingEvent.Opened(VOTE, people(present), RULES.pass(), 60, null, null, MATTER);
    }

    private static VotingEvent.BallotCast ballot(int n, Choice choice) {
        return new VotingEvent.BallotCast(VOTE, new PersonId("d" + n), choice, null);
    }

    private static List<PersonId> people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new PersonId("d" + n))
                .toList();
    }

    private static RuleSet rules(boolean allowChange, Base base) {
        var quorum = new Share(2, 3, false, Base.TOTAL_MEMBERS);
        var pass = new Share(1, 2, true, base);
        return new RuleSet("r", 1, "Quy chế", LocalDate.of(2026, 1, 1), 60, quorum, pass, allowChange, 600);
    }

    private static VotingRules.Outside outside(int present, RuleSet rules) {
        return new VotingRules.Outside(
                false, true, false, TODAY, BUDGET, () -> Set.of(BUDGET, OTHER), Set::of, () -> people(present), rules);
    }

    private static Decision cast(Voting state, int n, Choice choice, RuleSet rules) {
        var context = new Context(new PersonId("d" + n), "Đại biểu " + n, Set.of(Role.DELEGATE), NOW, "123456");
        return VotingRules.decide(state, new CastBallot(VOTE, choice), outside(58, rules), context);
    }

    private static Decision decide(Voting state, VotingCommand command) {
        return decide(state, command, outside(58, RULES), Role.CHAIR);
    }

    private static Decision decide(Voting state, VotingCommand command, VotingRules.Outside outside, Role role) {
        return VotingRules.decide(
                state, command, outside, new Context(new PersonId("chu-toa"), "Chủ tọa", Set.of(role), NOW, "123456"));
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }

    private static Voting after(VotingEvent... events) {
        var state = Voting.NONE;
        for (var event : events) {
            state = state.apply(event, NOW, 1);
        }
        return state;
    }
}
