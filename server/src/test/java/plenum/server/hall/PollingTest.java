package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.AgendaProblem;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.Count;
import plenum.server.ballots.Handed;
import plenum.server.ballots.LineCount;
import plenum.server.ballots.LineOutcome;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.PollProblem;
import plenum.server.ballots.SheetLine;
import plenum.server.floor.FloorCommand;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.LineId;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.VoteId;
import plenum.server.screen.Scene;
import plenum.server.screen.ScreenCommand;
import plenum.server.screen.ScreenProblem;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingProblem;
import plenum.server.voting.VotingCommand;

/** A secret ballot on paper from the list of candidates to the declared result; 60 delegates, 58 there. */
final class PollingTest {
    private static final PollId POLL = new PollId("bau-1");
    private static final int FIRST = 58;
    private static final int SECOND = 57;
    private static final int THIRD = 56;

    private final Scenario scenario = new Scenario(60, Matters.in(Scenario.rules(60)));

    @BeforeEach
    void theItemIsOpen() {
        var unused = scenario.running(58);
        scenario.must(scenario.ask(Scenario.CHAIR, new AgendaCommand.OpenItem(Scenario.BUDGET)));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void anElectionRunsFromTheListToTheDeclaredResult() {
        counting("election", 1, "Lò Văn Ấn");
        assertThat(state()).isEqualTo(Poll.State.COUNTING);
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        done(Scenario.delegate(SECOND), election(58, 2, 45));
        assertThat(state()).isEqualTo(Poll.State.COUNTED);
        assertThat(result(Audience.DELEGATE)).isNull();
        done(Scenario.CHAIR, new PollCommand.DeclarePoll(POLL));
        var result = Objects.requireNonNull(result(Audience.GUEST));
        assertThat(result.baseSize()).isEqualTo(60);
        assertThat(result.needed()).isEqualTo(31);
        assertThat(result.keyedBy()).containsExactly("d58", "d57");
        assertThat(result.lines().getFirst().outcome()).isEqualTo(LineOutcome.ELECTED);
        assertThat(view(Audience.SCREEN).issued()).isEqualTo(58);
    }

    @Test
    void aMismatchBlocksAndNamesTheFieldsToTheTellersAlone() {
        counting("election", 1, "Lò Văn Ấn");
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        done(Scenario.delegate(SECOND), election(58, 2, 44));
        assertThat(state()).isEqualTo(Poll.State.COUNTING);
        assertThat(own(FIRST).differing()).containsExactly(new OwnCount.PlaceView("l1", "FOR"));
        assertThat(own(FIRST).keyed()).isFalse();
        assertThat(view(Audience.CONTROL).round()).isEqualTo(2);
        refused(Scenario.CHAIR, new PollCommand.DeclarePoll(POLL), PollProblem.NOT_COUNTED);
        done(Scenario.delegate(THIRD), election(58, 2, 45));
        assertThat(own(FIRST).otherKeyed()).isTrue();
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        assertThat(state()).isEqualTo(Poll.State.COUNTED);
        assertThat(own(SECOND).poll().result()).isNotNull();
    }

    @Test
    void oneTellerAloneNeverMakesAResult() {
        counting("election", 1, "Lò Văn Ấn");
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        done(Scenario.delegate(FIRST), election(58, 2, 44));
        assertThat(state()).isEqualTo(Poll.State.COUNTING);
        done(Scenario.delegate(SECOND), election(58, 2, 44));
        assertThat(view(Audience.CONTROL).result()).isNotNull();
    }

    @Test
    void whatOneTellerKeyedReachesNobodyBeforeBothAgree() throws Exception {
        counting("election", 1, "Lò Văn Ấn");
        done(Scenario.delegate(FIRST), election(58, 3, 41));
        var json = new ObjectMapper();
        for (var audience : Audience.values()) {
            assertThat(json.writeValueAsString(HallViews.parts(scenario.hall(), audience)))
                    .doesNotContain("\"FOR\":41");
        }
        assertThat(json.writeValueAsString(HallViews.me(scenario.hall(), Scenario.person(SECOND))))
                .doesNotContain("41");
        assertThat(keyedLines()).allSatisfy(line -> assertThat(line).doesNotContain("count"));
        done(Scenario.delegate(SECOND), election(58, 3, 41));
        assertThat(keyedLines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("\"FOR\":41"));
    }

    @Test
    void whatWasKeyedBeforeAVoidStaysHidden() {
        counting("election", 1, "Lò Văn Ấn");
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        done(Scenario.CHAIR, new PollCommand.VoidPoll(POLL, "Thùng phiếu bị mở"));
        assertThat(keyedLines()).hasSize(1).allSatisfy(line -> assertThat(line).doesNotContain("count"));
        var again = new PollCommand.PreparePoll(
                new PollId("bau-2"), Scenario.BUDGET, BallotForm.SECRET_PAPER, sheet("election", 1, "Lò Văn Ấn"), POLL);
        done(Scenario.SECRETARY, again);
        assertThat(view(Audience.DELEGATE).voidReason()).isEqualTo("Thùng phiếu bị mở");
    }

    @Test
    void onlyTellersOfThisPollCount() {
        counting("election", 1, "Lò Văn Ấn");
        refused(Scenario.delegate(1), election(58, 2, 45), PollProblem.NOT_A_TELLER);
        assertThat(HallViews.me(scenario.hall(), Scenario.person(1)).counting()).isNull();
    }

    @Test
    void aRatingTellsWhatFollowsOnItsOwnBase() {
        counting("rating", null, "Ông K", "Ông M");
        var count = count(58, 0, line("l1", 0, 10, 18, 30), line("l2", 2, 40, 10, 6));
        done(Scenario.delegate(FIRST), count);
        done(Scenario.delegate(SECOND), count);
        done(Scenario.SECRETARY, new PollCommand.DeclarePoll(POLL));
        var lines = Objects.requireNonNull(result(Audience.DELEGATE)).lines();
        assertThat(lines.getFirst().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.baseSize()).isEqualTo(58))
                .satisfies(finding -> assertThat(finding.needed()).isEqualTo(30));
        assertThat(lines.getLast().findings()).isEmpty();
        assertThat(lines.getLast().invalid()).isEqualTo(2);
    }

    @Test
    void aSheetIsOfAMatterOfTheRulesAndNamesAPersonOnce() {
        refusedSheet(sheet("khong-co", null, "Ông A"), PollProblem.NO_SUCH_MATTER);
        refusedSheet(sheet("election", 3, "Ông A", "Ông B"), PollProblem.SEATS_OUT_OF_RANGE);
        refusedSheet(sheet("relief", 1, "Ông A"), PollProblem.SEATS_OUT_OF_RANGE);
        refusedSheet(sheet("election", 1, "Ông A", "Ông A"), PollProblem.TWICE_ON_SHEET);
        refusedSheet(sheet("resolution", null, "Ông A"), PollProblem.FORM_NOT_ALLOWED);
        refused(
                Scenario.SECRETARY,
                new PollCommand.PreparePoll(
                        POLL, Scenario.BUDGET, BallotForm.OPEN, sheet("relief", null, "Ông A"), null),
                PollProblem.FORM_NOT_ALLOWED);
    }

    @Test
    void tellersAreEnoughMembersWithAHeadAndNoneOfThemOnTheSheet() {
        var lines = List.of(new SheetLine(new LineId("l1"), "Đại biểu 9", null, Scenario.person(9)));
        prepare(new BallotSheet("relief", "Phiếu", null, lines));
        refused(Scenario.SECRETARY, tellers(1, 1, 2), PollProblem.TOO_FEW_TELLERS);
        refused(Scenario.SECRETARY, tellers(1, 1, 2, 99), PollProblem.NOT_A_MEMBER);
        refused(Scenario.SECRETARY, tellers(4, 1, 2, 3), PollProblem.HEAD_NOT_A_TELLER);
        refused(Scenario.SECRETARY, tellers(1, 1, 2, 9), PollProblem.TELLER_ON_SHEET);
        refused(
                Scenario.SECRETARY,
                new PollCommand.NameTellers(
                        POLL,
                        List.of(Scenario.person(1), Scenario.person(2), Scenario.person(3)),
                        Scenario.person(1),
                        new VoteId("bq-x")),
                PollProblem.NOT_ELECTED_BY_VOTE);
        refused(Scenario.CHAIR, new PollCommand.IssueSheets(POLL, null), PollProblem.NO_TELLERS);
        done(Scenario.SECRETARY, tellers(1, 1, 2, 3));
    }

    @Test
    void aDraftIsControlsAloneAndItsItemCantBeRemoved() {
        prepare(sheet("election", 1, "Lò Văn Ấn"));
        assertThat(HallViews.part(scenario.hall(), Audience.DELEGATE, "ballots"))
                .isEqualTo(new BallotsView(List.of()));
        assertThat(view(Audience.CONTROL).state()).isEqualTo(Poll.State.DRAFT);
        done(Scenario.SECRETARY, new PollCommand.EditSheet(POLL, sheet("election", 1, "Lò Văn Ấn", "Giàng A Páo")));
        assertThat(view(Audience.CONTROL).lines()).hasSize(2);
        done(Scenario.SECRETARY, new PollCommand.DropPoll(POLL));
        refused(Scenario.SECRETARY, new PollCommand.DropPoll(POLL), PollProblem.NO_SUCH_POLL);
    }

    @Test
    void aPollThatHasBegunIsPinnedToTheWallAndStaysThereWhileOthersSpeak() {
        var pin = new ScreenCommand.ShowScene(Scene.POLL, null, POLL);
        assertThat(code(scenario.ask(Scenario.SECRETARY, pin))).isEqualTo(ScreenProblem.NO_SUCH_POLL);
        counting("election", 1, "Lò Văn Ấn");
        scenario.must(scenario.ask(Scenario.SECRETARY, pin));
        scenario.must(scenario.ask(Scenario.CHAIR, new FloorCommand.GrantFloor(Scenario.person(1), 60)));
        var pinned = new ScreenView(ScreenView.Mode.PINNED, Scene.POLL, null, POLL.value());
        assertThat(ScreenView.of(scenario.hall())).isEqualTo(pinned);
    }

    @Test
    void whileSheetsAreInTheHallNothingElseBeginsOrEnds() {
        issuing("election", 1, "Lò Văn Ấn");
        scenario.must(scenario.ask(
                Scenario.SECRETARY, new VotingCommand.PrepareVote(Scenario.VOTE, Scenario.BUDGET, "Thông qua")));
        assertThat(code(scenario.ask(Scenario.CHAIR, new AgendaCommand.CloseItem())))
                .isEqualTo(AgendaProblem.VOTE_IS_OPEN);
        assertThat(code(scenario.ask(Scenario.CHAIR, new SittingCommand.EndSitting(Scenario.MORNING))))
                .isEqualTo(SittingProblem.VOTE_IS_OPEN);
        assertThat(ScreenView.of(scenario.hall()).scene()).isEqualTo(Scene.POLL);
        done(Scenario.delegate(FIRST), new PollCommand.CountIssued(POLL, new Handed(58, 1)));
        done(Scenario.delegate(FIRST), new PollCommand.CloseBox(POLL));
        scenario.must(scenario.ask(Scenario.CHAIR, new AgendaCommand.CloseItem()));
        scenario.must(scenario.ask(Scenario.CHAIR, new SittingCommand.EndSitting(Scenario.MORNING)));
        assertThat(scenario.ask(Scenario.CHAIR, new SittingCommand.EndSession()))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void noMoreSheetsAreHandedOutThanDelegatesArePresent() {
        issuing("election", 1, "Lò Văn Ấn");
        refused(
                Scenario.delegate(FIRST),
                new PollCommand.CountIssued(POLL, new Handed(59, 0)),
                PollProblem.MORE_ISSUED_THAN_PRESENT);
        refused(Scenario.delegate(FIRST), new PollCommand.CloseBox(POLL), PollProblem.NOT_CASTING);
    }

    @Test
    void aNewServerKnowsTheHalfFinishedCount() {
        counting("election", 1, "Lò Văn Ấn");
        done(Scenario.delegate(FIRST), election(58, 2, 45));
        var before = scenario.hall();
        try (var fromJournal = scenario.restarted(new MemorySnapshots())) {
            assertThat(fromJournal.lane(Scenario.SESSION).hall()).isEqualTo(before);
        }
        try (var fromSnapshot = scenario.restarted(scenario.snapshots)) {
            assertThat(fromSnapshot.lane(Scenario.SESSION).hall().polls()).isEqualTo(before.polls());
        }
    }

    private void counting(String matter, @Nullable Integer seats, String... names) {
        issuing(matter, seats, names);
        done(Scenario.delegate(FIRST), new PollCommand.CountIssued(POLL, new Handed(58, 1)));
        done(Scenario.delegate(FIRST), new PollCommand.CloseBox(POLL));
    }

    private void issuing(String matter, @Nullable Integer seats, String... names) {
        prepare(sheet(matter, seats, names));
        done(Scenario.SECRETARY, tellers(FIRST, FIRST, SECOND, THIRD));
        done(Scenario.CHAIR, new PollCommand.IssueSheets(POLL, null));
    }

    private void prepare(BallotSheet sheet) {
        done(
                Scenario.SECRETARY,
                new PollCommand.PreparePoll(POLL, Scenario.BUDGET, BallotForm.SECRET_PAPER, sheet, null));
    }

    private void refusedSheet(BallotSheet sheet, PollProblem problem) {
        refused(
                Scenario.SECRETARY,
                new PollCommand.PreparePoll(POLL, Scenario.BUDGET, BallotForm.SECRET_PAPER, sheet, null),
                problem);
    }

    private static BallotSheet sheet(String matter, @Nullable Integer seats, String... names) {
        var lines = new SheetLine[names.length];
        Arrays.setAll(lines, at -> new SheetLine(new LineId("l" + (at + 1)), names[at], null, null));
        return new BallotSheet(matter, "Phiếu", seats, List.of(lines));
    }

    private static PollCommand tellers(int head, int... people) {
        return new PollCommand.NameTellers(
                POLL, Arrays.stream(people).mapToObj(Scenario::person).toList(), Scenario.person(head), null);
    }

    private static PollCommand election(int collected, int invalid, int votes) {
        return count(collected, invalid, new LineCount(new LineId("l1"), Map.of(OptionCode.FOR, votes), 0));
    }

    private static PollCommand count(int collected, int invalid, LineCount... lines) {
        return new PollCommand.KeyCount(POLL, new Count(collected, collected - invalid, invalid, List.of(lines)));
    }

    private static LineCount line(String id, int invalid, int high, int medium, int low) {
        var marks = new LinkedHashMap<OptionCode, Integer>();
        marks.put(OptionCode.HIGH, high);
        marks.put(OptionCode.MEDIUM, medium);
        marks.put(OptionCode.LOW, low);
        return new LineCount(new LineId(id), marks, invalid);
    }

    private List<String> keyedLines() {
        return scenario.journal.lines(Scenario.SESSION, 0, 1_000).stream()
                .filter(line -> line.type().equals("ballot.count-keyed"))
                .map(line -> HallViews.line(scenario.hall(), line).data().toString())
                .toList();
    }

    private Poll.State state() {
        return scenario.hall().polls().find(POLL).orElseThrow().state();
    }

    private PollView view(Audience audience) {
        return ((BallotsView) HallViews.part(scenario.hall(), audience, "ballots"))
                .polls()
                .getFirst();
    }

    private PollView.@Nullable Result result(Audience audience) {
        return view(audience).result();
    }

    private OwnCount own(int delegate) {
        var counting = HallViews.me(scenario.hall(), Scenario.person(delegate)).counting();
        return Objects.requireNonNull(counting).getFirst();
    }

    private void done(Actor actor, PollCommand command) {
        scenario.must(scenario.ask(actor, new HallCommand.OfPolls(command)));
    }

    private void refused(Actor actor, PollCommand command, PollProblem problem) {
        assertThat(code(scenario.ask(actor, new HallCommand.OfPolls(command)))).isEqualTo(problem);
    }

    private static Problem.@Nullable Code code(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.problem().code() : null;
    }
}
