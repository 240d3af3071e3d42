package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Count;
import plenum.server.ballots.Elector;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Handed;
import plenum.server.ballots.LineCount;
import plenum.server.ballots.LineOutcome;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.PollProblem;
import plenum.server.ballots.SheetLine;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.LineId;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Problem;
import plenum.server.sitting.SittingCommand;

/** What the hall itself decides in a secret electronic ballot; 10 delegates, 8 there, delegates 1 to 3 count. */
final class ElectronicPollTest {
    private static final PollId POLL = new PollId("kin-1");
    private static final int PRESENT = 8;
    private static final String HASH = "0".repeat(56) + "00003039";

    private final Scenario scenario = new Scenario(10, Matters.electronic(Scenario.rules(10), 5));

    @BeforeEach
    void theItemIsOpen() {
        var unused = scenario.running(PRESENT);
        scenario.must(scenario.ask(Scenario.CHAIR, new AgendaCommand.OpenItem(Scenario.BUDGET)));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void itRunsFromTheListToTheDeclaredResult() {
        casting();
        assertThat(poll().state()).isEqualTo(Poll.State.CASTING);
        assertThat(poll().handed()).isEqualTo(new Handed(PRESENT, 0));
        step(BoxPhase.CLOSING);
        assertThat(poll().state()).isEqualTo(Poll.State.COUNTING);
        approved(BoxPhase.TALLIED);
        done(Actor.SYSTEM, tally(PRESENT, 6));
        assertThat(poll().state()).isEqualTo(Poll.State.COUNTED);
        assertThat(view(Audience.CONTROL).result()).isNotNull();
        assertThat(view(Audience.DELEGATE).result()).isNull();
        assertThat(electronic(Audience.DELEGATE).root()).isNull();
        refused(Scenario.CHAIR, new PollCommand.DeclarePoll(POLL), PollProblem.NOT_COUNTED);
        step(BoxPhase.CHECK);
        assertThat(view(Audience.GUEST).result()).isNotNull();
        assertThat(electronic(Audience.GUEST).root()).isEqualTo("cm9vdA==");
        step(BoxPhase.FINAL);
        assertThat(electronic(Audience.DELEGATE).boxOver()).isTrue();
        done(Scenario.CHAIR, new PollCommand.DeclarePoll(POLL));
        var result = Objects.requireNonNull(view(Audience.DELEGATE).result());
        assertThat(result.keyedBy()).containsExactly("d1", "d2");
        assertThat(result.lines().getFirst().outcome()).isEqualTo(LineOutcome.ELECTED);
    }

    @Test
    void itNeedsTheRuleSetsLeaveEnoughPeopleAndASheetForTablets() {
        prepared(sheet("election", 1, "Ông A"));
        done(Scenario.SECRETARY, new PollCommand.DropPoll(POLL));
        var lines = IntStream.rangeClosed(1, 41)
                .mapToObj(n -> new SheetLine(new LineId("l" + n), "Ông " + n, null, null))
                .toList();
        refused(
                Scenario.SECRETARY,
                prepare(new BallotSheet("relief", "Phiếu", null, lines)),
                PollProblem.NOT_ON_TABLETS);
        refused(Scenario.SECRETARY, prepare(sheet("relief", null, "Ông \u202eA")), PollProblem.NOT_ON_TABLETS);
        try (var few = new Scenario(10, Matters.electronic(Scenario.rules(10), 9))) {
            var unused = few.running(PRESENT);
            few.must(few.ask(Scenario.CHAIR, new AgendaCommand.OpenItem(Scenario.BUDGET)));
            few.must(few.ask(Scenario.SECRETARY, of(prepare(sheet("election", 1, "Ông A")))));
            few.must(few.ask(Scenario.SECRETARY, of(tellers(1, 2, 3))));
            assertThat(code(few.ask(Scenario.CHAIR, of(new PollCommand.IssueSheets(POLL, null)))))
                    .isEqualTo(PollProblem.TOO_FEW_FOR_SECRET);
        }
        try (var never = new Scenario(10, Matters.in(Scenario.rules(10)))) {
            var unused = never.running(PRESENT);
            assertThat(code(never.ask(Scenario.SECRETARY, of(prepare(sheet("election", 1, "Ông A"))))))
                    .isEqualTo(PollProblem.FORM_NOT_ALLOWED);
        }
    }

    @Test
    void onlyWhoWasPresentTakesABallotAndOnlyOne() {
        issuing();
        refused(Scenario.delegate(9), take("b9"), PollProblem.NOT_ELIGIBLE);
        refused(
                Scenario.delegate(4),
                new PollCommand.TakeBallot(POLL, "f".repeat(64), "b4", "sig"),
                PollProblem.OTHER_DEFINITION);
        done(Scenario.delegate(4), take("b4"));
        var before = scenario.hall().seq();
        done(Scenario.delegate(4), take("b4"));
        assertThat(scenario.hall().seq()).isEqualTo(before);
        refused(Scenario.delegate(4), take("other"), PollProblem.ALREADY_TAKEN);
        refused(Scenario.delegate(5), new PollCommand.ConfirmStored(POLL), PollProblem.NOT_TAKEN);
        done(Scenario.delegate(4), new PollCommand.ConfirmStored(POLL));
        assertThat(own(4)).extracting(OwnSecret::taken, OwnSecret::stored).containsExactly(true, true);
        assertThat(own(5)).extracting(OwnSecret::taken, OwnSecret::stored).containsExactly(false, false);
        assertThat(HallViews.me(scenario.hall(), Scenario.person(9)).secret()).isNull();
    }

    @Test
    void fromTheFirstApprovalOnNobodyTakesABallotAndTheNumberStands() {
        issuing();
        done(Scenario.delegate(4), take("b4"));
        refused(Scenario.delegate(1), approve(BoxPhase.CAST, 8), PollProblem.OTHER_NUMBER_TAKEN);
        refused(Scenario.delegate(4), approve(BoxPhase.CAST, 1), PollProblem.NOT_A_TELLER);
        done(Scenario.delegate(1), approve(BoxPhase.CAST, 1));
        refused(Scenario.delegate(5), take("b5"), PollProblem.ISSUE_ENDED);
        done(Scenario.delegate(4), take("b4"));
        assertThat(electronic(Audience.CONTROL).approvals()).hasSize(1);
        assertThat(electronic(Audience.DELEGATE).approvals()).isNull();
    }

    @Test
    void noStepIsDoneOnOneWordAndNoneIsLeftOut() {
        issuing();
        refused(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.CAST), PollProblem.WRONG_STEP);
        done(Scenario.delegate(1), approve(BoxPhase.CAST, 0));
        done(Scenario.delegate(1), approve(BoxPhase.CAST, 0));
        refused(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.CAST), PollProblem.WRONG_STEP);
        refused(Scenario.delegate(2), approve(BoxPhase.CLOSING, 0), PollProblem.WRONG_STEP);
        refused(Scenario.delegate(2), approve(BoxPhase.ISSUE, 0), PollProblem.WRONG_STEP);
        done(Scenario.delegate(3), approve(BoxPhase.CAST, 0));
        done(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.CAST));
        refused(Actor.SYSTEM, tally(0, 0), PollProblem.NOT_APPROVED);
        assertThat(poll().state()).isEqualTo(Poll.State.CASTING);
    }

    @Test
    void whatTheServerBringsBackIsNobodyElsesWord() {
        issuing();
        for (var actor : List.of(Scenario.CHAIR, Scenario.SECRETARY, Scenario.delegate(1))) {
            assertThat(code(scenario.ask(actor, of(new PollCommand.NoteMoved(POLL, BoxPhase.CAST)))))
                    .isEqualTo(HallProblem.NOT_YOUR_DUTY);
            assertThat(code(scenario.ask(actor, of(tally(1, 1))))).isEqualTo(HallProblem.NOT_YOUR_DUTY);
        }
    }

    @Test
    void itIsVoidAtOnceAndTwoTellersThenEmptyTheBox() {
        issuing();
        done(Scenario.delegate(4), take("b4"));
        done(Scenario.SECRETARY, new PollCommand.VoidPoll(POLL, "Chuyển sang phiếu giấy"));
        assertThat(poll().state()).isEqualTo(Poll.State.VOIDED);
        assertThat(electronic(Audience.DELEGATE).boxOver()).isFalse();
        refused(Scenario.delegate(5), take("b5"), PollProblem.NOT_ISSUING);
        refused(Scenario.delegate(1), approve(BoxPhase.CAST, 1), PollProblem.WRONG_STEP);
        refused(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.VOID), PollProblem.WRONG_STEP);
        done(
                Scenario.SECRETARY,
                new PollCommand.PreparePoll(
                        new PollId("giay"),
                        Scenario.BUDGET,
                        BallotForm.SECRET_PAPER,
                        sheet("election", 1, "Ông A"),
                        POLL));
        done(Scenario.SECRETARY, new PollCommand.DropPoll(new PollId("giay")));
        endSession();
        approved(BoxPhase.VOID);
        done(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.VOID));
        assertThat(electronic(Audience.DELEGATE).boxOver()).isTrue();
    }

    @Test
    void twoTellersMayGiveItUpThemselves() {
        casting();
        approved(BoxPhase.VOID);
        assertThat(poll().state()).isEqualTo(Poll.State.VOIDED);
        assertThat(poll().voidReason()).isNotNull();
        done(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.VOID));
    }

    @Test
    void commandsOfPaperAndOfTabletsDoNotMix() {
        issuing();
        refused(Scenario.delegate(1), new PollCommand.CountIssued(POLL, new Handed(8, 0)), PollProblem.OTHER_FORM);
        refused(Scenario.delegate(1), new PollCommand.CloseBox(POLL), PollProblem.OTHER_FORM);
        refused(Scenario.delegate(1), new PollCommand.KeyCount(POLL, count(8, 8)), PollProblem.OTHER_FORM);
    }

    @Test
    void thatABoxDoesNotAnswerIsSaidOnceAndEnds() {
        issuing();
        done(Actor.SYSTEM, new PollCommand.NoteTrouble(POLL, "issuer:no-box"));
        var before = scenario.hall().seq();
        done(Actor.SYSTEM, new PollCommand.NoteTrouble(POLL, "issuer:no-box"));
        assertThat(scenario.hall().seq()).isEqualTo(before);
        assertThat(electronic(Audience.CONTROL).trouble()).isEqualTo("issuer:no-box");
        assertThat(electronic(Audience.DELEGATE).trouble()).isNull();
        done(Actor.SYSTEM, new PollCommand.NoteTrouble(POLL, null));
        assertThat(electronic(Audience.CONTROL).trouble()).isNull();
    }

    @Test
    void delegatesAreToldNothingWhenAnotherTakesABallot() throws JsonProcessingException {
        issuing();
        assertThat(electronic(Audience.SCREEN).fingerprint()).isEqualTo("00012345");
        done(Scenario.delegate(4), take("b4"));
        var change = scenario.heard.getLast();
        assertThat(HallViews.changed(change.before(), change.after(), Audience.CONTROL))
                .contains("ballots");
        assertThat(HallViews.changed(change.before(), change.after(), Audience.DELEGATE))
                .isEmpty();
        assertThat(HallViews.touched(change))
                .isEqualTo(Set.of(Scenario.person(1), Scenario.person(2), Scenario.person(3), Scenario.person(4)));
        var json = new ObjectMapper();
        assertThat(json.writeValueAsString(HallViews.parts(scenario.hall(), Audience.DELEGATE)))
                .doesNotContain("takers", "b4");
        assertThat(electronic(Audience.CONTROL).takers()).containsExactly("d4");
    }

    @Test
    void aNewServerKnowsWhoTookABallotAndWhatIsApproved() {
        issuing();
        done(Scenario.delegate(4), take("b4"));
        done(Scenario.delegate(4), new PollCommand.ConfirmStored(POLL));
        done(Scenario.delegate(1), approve(BoxPhase.CAST, 1));
        var before = scenario.hall();
        try (var fromJournal = scenario.restarted(new MemorySnapshots())) {
            assertThat(fromJournal.lane(Scenario.SESSION).hall()).isEqualTo(before);
        }
        try (var fromSnapshot = scenario.restarted(scenario.snapshots)) {
            assertThat(fromSnapshot.lane(Scenario.SESSION).hall().polls()).isEqualTo(before.polls());
        }
    }

    // the way -------------------------------------------------------------------------------------------------

    private void issuing() {
        prepared(sheet("election", 1, "Ông A"));
        done(Scenario.SECRETARY, tellers(1, 2, 3));
        done(Scenario.CHAIR, new PollCommand.IssueSheets(POLL, null));
        var electorate = IntStream.rangeClosed(1, PRESENT)
                .mapToObj(n -> new Elector(Scenario.person(n), "BAAA"))
                .toList();
        done(
                Actor.SYSTEM,
                new PollCommand.DefinePoll(POLL, new Electronic.Defined("plenum-poll 1\n", HASH, electorate)));
        refused(Scenario.delegate(4), take("early"), PollProblem.NOT_ISSUING);
        done(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, BoxPhase.ISSUE));
    }

    private void casting() {
        issuing();
        IntStream.rangeClosed(1, PRESENT).forEach(n -> done(Scenario.delegate(n), take("b" + n)));
        step(BoxPhase.CAST);
    }

    private void step(BoxPhase to) {
        approved(to);
        done(Actor.SYSTEM, new PollCommand.NoteMoved(POLL, to));
    }

    private void approved(BoxPhase to) {
        var issued = Objects.requireNonNull(poll().electronic()).issued();
        done(Scenario.delegate(1), approve(to, issued));
        done(Scenario.delegate(2), approve(to, issued));
    }

    private void endSession() {
        scenario.must(scenario.ask(Scenario.CHAIR, new AgendaCommand.CloseItem()));
        scenario.must(scenario.ask(Scenario.CHAIR, new SittingCommand.EndSitting(Scenario.MORNING)));
        scenario.must(scenario.ask(Scenario.SECRETARY, new SittingCommand.DropSitting(Scenario.AFTERNOON)));
        scenario.must(scenario.ask(Scenario.CHAIR, new SittingCommand.EndSession()));
    }

    private void prepared(BallotSheet sheet) {
        done(Scenario.SECRETARY, prepare(sheet));
    }

    private static PollCommand prepare(BallotSheet sheet) {
        return new PollCommand.PreparePoll(POLL, Scenario.BUDGET, BallotForm.SECRET_ELECTRONIC, sheet, null);
    }

    private static BallotSheet sheet(String matter, @Nullable Integer seats, String name) {
        return new BallotSheet(matter, "Phiếu", seats, List.of(new SheetLine(new LineId("l1"), name, null, null)));
    }

    private static PollCommand tellers(int... people) {
        var tellers = IntStream.of(people).mapToObj(Scenario::person).toList();
        return new PollCommand.NameTellers(POLL, tellers, tellers.getFirst(), null);
    }

    private static PollCommand take(String blinded) {
        return new PollCommand.TakeBallot(POLL, HASH, blinded, "sig");
    }

    private static PollCommand approve(BoxPhase to, int issued) {
        return new PollCommand.ApproveStep(POLL, to, issued, "sig");
    }

    private static PollCommand tally(int cast, int votes) {
        return new PollCommand.NoteTallied(POLL, "cm9vdA==", count(cast, votes));
    }

    private static Count count(int cast, int votes) {
        return new Count(cast, cast, 0, List.of(new LineCount(new LineId("l1"), Map.of(OptionCode.FOR, votes), 0)));
    }

    private Poll poll() {
        return scenario.hall().polls().find(POLL).orElseThrow();
    }

    private PollView view(Audience audience) {
        return ((BallotsView) HallViews.part(scenario.hall(), audience, "ballots"))
                .polls()
                .getFirst();
    }

    private ElectronicView electronic(Audience audience) {
        return Objects.requireNonNull(view(audience).electronic());
    }

    private OwnSecret own(int delegate) {
        return Objects.requireNonNull(
                        HallViews.me(scenario.hall(), Scenario.person(delegate)).secret())
                .getFirst();
    }

    private static HallCommand of(PollCommand command) {
        return new HallCommand.OfPolls(command);
    }

    private void done(Actor actor, PollCommand command) {
        scenario.must(scenario.ask(actor, of(command)));
    }

    private void refused(Actor actor, PollCommand command, PollProblem problem) {
        assertThat(code(scenario.ask(actor, of(command)))).isEqualTo(problem);
    }

    private static Problem.@Nullable Code code(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.problem().code() : null;
    }
}
