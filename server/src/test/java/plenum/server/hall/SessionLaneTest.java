package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.server.hall.Scenario.CHAIR;
import static plenum.server.hall.Scenario.SECRETARY;
import static plenum.server.hall.Scenario.SESSION;
import static plenum.server.hall.Scenario.actor;
import static plenum.server.hall.Scenario.delegate;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.AgendaProblem;
import plenum.server.floor.FloorCommand;
import plenum.server.floor.FloorEvent;
import plenum.server.floor.FloorProblem;
import plenum.server.hall.FaultyJournal.Trouble;
import plenum.server.journal.JournalEntry;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SittingCommand;
import plenum.server.voting.Choice;
import plenum.server.voting.Outcome;
import plenum.server.voting.VotingCommand;

class SessionLaneTest {
    private static final HallCommand RAISE = new HallCommand.OfFloor(new FloorCommand.RaiseHand());
    private static final HallCommand LOWER = new HallCommand.OfFloor(new FloorCommand.LowerHand());

    @Test
    void aVoteGoesFromPreparationToDeclaration() {
        try (var scenario = new Scenario(60).voting(58)) {
            for (var n = 1; n <= 31; n++) {
                scenario.must(scenario.cast(n, Choice.FOR));
            }
            scenario.must(scenario.ask(CHAIR, new VotingCommand.CloseVote(Scenario.VOTE)));
            scenario.must(scenario.ask(CHAIR, new VotingCommand.DeclareVote(Scenario.VOTE)));
            var view = (VotingView) HallViews.part(scenario.hall(), Audience.DELEGATE, "voting");
            assertThat(view.votes().getFirst().result())
                    .isEqualTo(new VoteView.Result(31, 0, 0, 27, 2, Outcome.PASSED, null));
        }
    }

    @Test
    void aResendGetsTheSameAnswerAndChangesNothing() {
        try (var scenario = new Scenario(3).running(3)) {
            var first = scenario.ask("xin-phat-bieu", delegate(1), RAISE);
            var unused = scenario.ask("bo-tay", delegate(1), LOWER);
            assertThat(scenario.ask("xin-phat-bieu", delegate(1), RAISE)).isEqualTo(first);
            assertThat(scenario.hall().floor().queue()).isEmpty();
        }
    }

    @Test
    void aResendInTheSameBatchIsDecidedOnce() {
        try (var scenario = new Scenario(3).running(3)) {
            var gate = new CountDownLatch(1);
            scenario.journal.stopAt(gate);
            var unused = submit(scenario, "khac", delegate(2), RAISE);
            var first = submit(scenario, "xin-phat-bieu", delegate(1), RAISE);
            var again = submit(scenario, "xin-phat-bieu", delegate(1), RAISE);
            gate.countDown();
            assertThat(answer(again)).isEqualTo(answer(first)).isInstanceOf(Answer.Done.class);
            assertThat(scenario.hall().floor().queue()).hasSize(2);
        }
    }

    @Test
    void aResendAfterARestartGetsTheSameAnswer() {
        try (var scenario = new Scenario(3).running(3)) {
            var first = scenario.ask("xin-phat-bieu", delegate(1), RAISE);
            try (var lanes = scenario.restarted(new MemorySnapshots())) {
                var order = new Order(new CommandId("xin-phat-bieu"), delegate(1), RAISE);
                assertThat(answer(lanes.lane(SESSION).submit(order))).isEqualTo(first);
                assertThat(lanes.lane(SESSION).hall()).isEqualTo(scenario.hall());
            }
        }
    }

    @Test
    void aRefusedCommandSentAgainIsRefusedAgainAlthoughItWouldNowBeRight() {
        try (var scenario = new Scenario(3).published()) {
            var first = scenario.ask("som-qua", delegate(1), RAISE);
            assertThat(code(first)).isEqualTo(FloorProblem.NO_SITTING_OPEN);
            scenario.openMorning(3);
            assertThat(scenario.ask("som-qua", delegate(1), RAISE)).isSameAs(first);
        }
    }

    @Test
    void aWishAlreadyFulfilledIsAcceptedWithoutAnEntryAndAnswersTheSameAgain() {
        try (var scenario = new Scenario(3).running(3)) {
            var seq = scenario.hall().seq();
            var first = scenario.ask("bo-tay", delegate(1), LOWER);
            assertThat(first).isEqualTo(new Answer.Done(seq));
            scenario.must(scenario.ask("gio-tay", delegate(1), RAISE));
            assertThat(scenario.ask("bo-tay", delegate(1), LOWER)).isEqualTo(first);
            assertThat(scenario.hall().floor().queue()).hasSize(1);
        }
    }

    @Test
    void theSameIdOfAnotherPersonIsAnotherCommand() {
        try (var scenario = new Scenario(3).running(3)) {
            scenario.must(scenario.ask("trung-ma", delegate(1), RAISE));
            scenario.must(scenario.ask("trung-ma", delegate(2), RAISE));
            assertThat(scenario.hall().floor().queue()).hasSize(2);
        }
    }

    @Test
    void theLastSixtyFourAcceptedCommandsOfAPersonAreRemembered() {
        try (var scenario = new Scenario(3).running(3)) {
            for (var n = 0; n < 35; n++) {
                scenario.must(scenario.ask("len-" + n, delegate(1), RAISE));
                scenario.must(scenario.ask("xuong-" + n, delegate(1), LOWER));
            }
            var recent = scenario.hall().recent();
            assertThat(recent.seqOf(Scenario.person(1), new CommandId("xuong-2")))
                    .isEmpty();
            assertThat(recent.seqOf(Scenario.person(1), new CommandId("len-3"))).isPresent();
        }
    }

    @Test
    void refusalsAloneWriteNothingIntoTheJournal() {
        try (var scenario = new Scenario(3).published()) {
            var before = scenario.journal.batches(SESSION, 0, 100).size();
            var unused = scenario.ask(delegate(1), new FloorCommand.RaiseHand());
            assertThat(scenario.journal.batches(SESSION, 0, 100)).hasSize(before);
        }
    }

    @Test
    void manyOrdersThatWaitAreOneWrite() {
        try (var scenario = new Scenario(100).running(100)) {
            var gate = new CountDownLatch(1);
            scenario.journal.stopAt(gate);
            var asked = new ArrayList<Future<Answer>>();
            for (var n = 1; n <= 100; n++) {
                asked.add(submit(scenario, "c", delegate(n), RAISE));
            }
            var before = scenario.journal.batches(SESSION, 0, 1_000).size();
            gate.countDown();
            asked.forEach(one -> assertThat(answer(one)).isInstanceOf(Answer.Done.class));
            assertThat(scenario.journal.batches(SESSION, 0, 1_000).size() - before)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aStrangerDoesNotLearnThatTheSessionExists() {
        try (var scenario = new Scenario(3).running(3)) {
            assertThat(code(scenario.ask(actor("nguoi-la"), new FloorCommand.RaiseHand())))
                    .isEqualTo(HallProblem.NO_SUCH_SESSION);
        }
    }

    @Test
    void aDelegateDoesNotLearnOfADraft() {
        try (var scenario = new Scenario(3)) {
            assertThat(code(scenario.ask(delegate(1), new FloorCommand.RaiseHand())))
                    .isEqualTo(HallProblem.NO_SUCH_SESSION);
        }
    }

    @Test
    void aGuestOrScreenOrDelegateDoesNotRunTheSession() {
        try (var scenario = new Scenario(3).running(3)) {
            var close = new AgendaCommand.CloseItem();
            for (var actor : List.of(actor("khach", Role.GUEST), actor("man-hinh", Role.SCREEN), delegate(1))) {
                assertThat(code(scenario.ask(actor, close))).isEqualTo(HallProblem.NOT_YOUR_DUTY);
            }
        }
    }

    @Test
    void aRoleInAnotherBodyIsNoRoleHere() {
        try (var scenario = new Scenario(3).running(3)) {
            var grant = new Grant(Role.SECRETARY, "hdnd-lai-chau");
            var other = new Actor(SECRETARY.person(), "Thư ký tỉnh khác", List.of(grant));
            assertThat(code(scenario.ask(other, new AgendaCommand.OpenItem(Scenario.BUDGET))))
                    .isEqualTo(HallProblem.NO_SUCH_SESSION);
        }
    }

    @Test
    void aWrittenBatchWhoseAnswerIsLostIsASuccess() {
        try (var scenario = new Scenario(3).running(3)) {
            scenario.journal.suffer(Trouble.ANSWER_LOST);
            scenario.must(scenario.ask("gio-tay", delegate(1), RAISE));
            scenario.journal.suffer(Trouble.NONE);
            scenario.must(scenario.ask("gio-tay", delegate(2), RAISE));
            assertThat(scenario.hall().floor().queue()).hasSize(2);
        }
    }

    @Test
    void aBatchThatWasNotWrittenIsToldAndCanBeSentAgain() {
        try (var scenario = new Scenario(3).running(3)) {
            scenario.journal.suffer(Trouble.NOT_WRITTEN);
            assertThat(code(scenario.ask("gio-tay", delegate(1), RAISE))).isEqualTo(HallProblem.UNAVAILABLE);
            assertThat(scenario.hall().floor().queue()).isEmpty();
            scenario.journal.suffer(Trouble.NONE);
            scenario.must(scenario.ask("gio-tay", delegate(1), RAISE));
        }
    }

    @Test
    void aSilentStoreRefusesUntilItAnswersAgain() {
        try (var scenario = new Scenario(3).running(3)) {
            scenario.journal.suffer(Trouble.SILENT);
            assertThat(code(scenario.ask("mot", delegate(1), RAISE))).isEqualTo(HallProblem.UNAVAILABLE);
            assertThat(code(scenario.ask("hai", delegate(2), RAISE))).isEqualTo(HallProblem.UNAVAILABLE);
            scenario.journal.suffer(Trouble.NONE);
            scenario.must(scenario.ask("mot", delegate(1), RAISE));
        }
    }

    @Test
    void aSecondWriterIsNoticedAndItsEntriesAreTakenOver() {
        try (var scenario = new Scenario(3).running(3)) {
            var durable = scenario.lane.durable();
            var entry = new JournalEntry(
                    durable.hall().seq() + 1,
                    durable.hall().at(),
                    Scenario.person(2),
                    delegate(2).rolesIn(Scenario.BODY),
                    Optional.of(new CommandId("noi-khac")),
                    new FloorEvent.HandRaised(Scenario.person(2)));
            var sealed = scenario.journal.codec().seal(SESSION, List.of(entry), durable.journalHash());
            sealed.forEach(scenario.journal::append);

            assertThat(code(scenario.ask("gio-tay", delegate(1), RAISE))).isEqualTo(HallProblem.UNAVAILABLE);
            assertThat(scenario.hall().floor().waits(Scenario.person(2))).isTrue();
            assertThat(scenario.heard.getLast().entries()).containsExactly(entry);
            scenario.must(scenario.ask("gio-tay", delegate(1), RAISE));
        }
    }

    @Test
    void afterALostAnswerAndASilentStoreTheResendFindsItsOwnEntry() {
        try (var scenario = new Scenario(3).running(3)) {
            var gate = new CountDownLatch(1);
            scenario.journal.stopAt(gate);
            var lost = submit(scenario, "gio-tay", delegate(1), RAISE);
            scenario.journal.suffer(Trouble.ANSWER_LOST);
            gate.countDown();
            var first = answer(lost);
            scenario.journal.suffer(Trouble.NONE);
            assertThat(scenario.ask("gio-tay", delegate(1), RAISE)).isEqualTo(first);
            assertThat(scenario.hall().floor().queue()).hasSize(1);
        }
    }

    @Test
    void aFaultInTheRulesFailsOnlyItsOwnCommand() {
        try (var scenario = new Scenario(3).running(3)) {
            var senseless = new AgendaCommand.AddItem(new ItemId("x"), null, -1, Scenario.facts("X", false));
            assertThat(code(scenario.ask(SECRETARY, senseless))).isEqualTo(HallProblem.FAULT);
            scenario.must(scenario.ask("gio-tay", delegate(1), RAISE));
        }
    }

    @Test
    void aSubscriberThatThrowsDoesNotStopTheLane() {
        var heard = new ArrayList<Committed>();
        var journal = new FaultyJournal();
        List<Consumer<Committed>> subscribers = List.of(
                committed -> {
                    throw new IllegalStateException("subscriber");
                },
                heard::add);
        try (var lanes = new Lanes(journal, new MemorySnapshots(), () -> Scenario.START, subscribers)) {
            var lane = lanes.prepare(SESSION, SECRETARY, Scenario.prepared(3, Scenario.rules(3)));
            var rename = new HallCommand.OfSitting(new SittingCommand.RenameSession("Tên mới"));
            assertThat(answer(lane.submit(new Order(new CommandId("a"), SECRETARY, rename))))
                    .isEqualTo(new Answer.Done(2));
            assertThat(heard).filteredOn(committed -> !committed.opened()).hasSize(1);
        }
    }

    @Test
    void aFullInboxSaysBusy() throws InterruptedException {
        try (var scenario = new Scenario(3).running(3)) {
            var gate = new CountDownLatch(1);
            scenario.journal.stopAt(gate);
            try {
                var last = submit(scenario, "dau", delegate(1), RAISE);
                scenario.journal.awaitStopped();
                for (var n = 0; n < 6_000; n++) {
                    last = submit(scenario, "c" + n, delegate(2), LOWER);
                }
                assertThat(code(answer(last))).isEqualTo(HallProblem.BUSY);
                assertThat(HallProblem.BUSY.kind()).isEqualTo(Problem.Kind.TOO_MANY);
            } finally {
                gate.countDown();
            }
        }
    }

    @Test
    void timeNeverGoesBackInsideAJournal() {
        try (var scenario = new Scenario(3).running(3)) {
            var before = scenario.hall().at();
            scenario.passSeconds(-3_600);
            scenario.must(scenario.ask("gio-tay", delegate(1), RAISE));
            assertThat(scenario.hall().at()).isEqualTo(before);
        }
    }

    @Test
    void preparingAgainGivesTheSameSessionToTheSamePersonOnly() {
        try (var scenario = new Scenario(3)) {
            var again = Scenario.prepared(5, Scenario.rules(5));
            assertThat(scenario.lanes.prepare(SESSION, SECRETARY, again)).isSameAs(scenario.lane);
            assertThatThrownBy(() -> scenario.lanes.prepare(SESSION, CHAIR, again))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().code()).isEqualTo(HallProblem.SESSION_EXISTS));
        }
    }

    @Test
    void aSessionThatNobodyPreparedIsNotFound() {
        try (var scenario = new Scenario(3)) {
            assertThatThrownBy(() -> scenario.lanes.lane(new SessionId("khong-co")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("hall:no-such-session");
        }
    }

    @Test
    void aClosedLaneRefusesAndNothingIsLost() throws InterruptedException {
        try (var scenario = new Scenario(3).running(3)) {
            var waiting = submit(scenario, "gio-tay", delegate(1), RAISE);
            scenario.lane.close();
            assertThat(answer(waiting)).isInstanceOf(Answer.Done.class);
            assertThat(code(answer(submit(scenario, "sau", delegate(2), RAISE))))
                    .isEqualTo(HallProblem.UNAVAILABLE);
            assertThat(scenario.lanes.lane(SESSION)).isNotSameAs(scenario.lane);
            assertThat(scenario.lanes.lane(SESSION).hall()).isEqualTo(scenario.hall());
        }
    }

    @Test
    void anItemThatTheRulesRefuseTellsWhy() {
        try (var scenario = new Scenario(3).published()) {
            var answer = scenario.ask(SECRETARY, new AgendaCommand.OpenItem(Scenario.BUDGET));
            assertThat(code(answer)).isEqualTo(AgendaProblem.NO_SITTING_OPEN);
        }
    }

    private static Future<Answer> submit(Scenario scenario, String id, Actor actor, HallCommand command) {
        return scenario.lane.submit(new Order(new CommandId(id), actor, command));
    }

    private static Answer answer(Future<Answer> asked) {
        return asked.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static Problem.Code code(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.problem().code() : HallProblem.UNKNOWN_COMMAND;
    }
}
