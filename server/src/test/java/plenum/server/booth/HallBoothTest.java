package plenum.server.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.PollProblem;
import plenum.server.hall.Answer;
import plenum.server.issuer.IssuerProblem;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Refusal;
import plenum.server.secret.Definition;
import plenum.server.secret.Keys;
import plenum.server.secret.Polls;
import plenum.server.secret.Tablet;

/** Tokens and steps of a secret poll as the server gives and takes them: hall, signatures, issuer and ballot box. */
final class HallBoothTest {
    private static final PollId POLL = new PollId("kin-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private PollHall hall;

    @SuppressWarnings("NullAway.Init")
    private Definition definition;

    @BeforeEach
    void theBallotsAreGivenOut() throws IOException {
        hall = new PollHall(6, directory);
        definition = hall.issuing(POLL, Polls.issuer(0));
    }

    @AfterEach
    void close() throws InterruptedException {
        hall.close();
    }

    @Test
    void ofTwoTabletsOfOneDelegateThatAskAtOnceOneGetsTheToken() throws Exception {
        var person = hall.people().get(4);
        var tablets = List.of(tablet(), tablet());
        var answers = tablets.stream()
                .map(tablet -> (Callable<Answer>) () -> hall.take(POLL, person, tablet.blinded()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var given = threads.invokeAll(answers).stream()
                    .map(one -> code(one.resultNow()))
                    .toList();
            assertThat(given).containsExactlyInAnyOrder("done", PollProblem.ALREADY_TAKEN.code());
        }
        var token = hall.token(POLL, person);
        assertThat(hall.token(POLL, person)).isEqualTo(token);
        assertThat(tablets.stream().filter(tablet -> tablet.accept(token))).hasSize(1);
        assertThat(hall.electronic(POLL).issued()).isEqualTo(1);
    }

    @Test
    void nobodyTakesABallotForAnotherNorUnderAnotherPollsWords() {
        var person = hall.people().get(4);
        var stranger = new PersonId("khach");
        var blinded = tablet().blinded();
        assertThat(code(hall.takeSignedBy(POLL, person, blinded, hall.people().get(5))))
                .isEqualTo(IssuerProblem.NOT_SIGNED.code());
        assertThat(code(hall.takeFor(POLL, "f".repeat(64), person, blinded)))
                .isEqualTo(PollProblem.OTHER_DEFINITION.code());
        assertThat(code(hall.takeAs(POLL, stranger, blinded))).isEqualTo(PollProblem.NOT_ELIGIBLE.code());
        assertThat(hall.electronic(POLL).taken()).isEmpty();
    }

    @Test
    void afterTheIssuingNoTokenIsMadeByAnybody() {
        var person = hall.people().get(4);
        assertThat(code(hall.take(POLL, person, tablet().blinded()))).isEqualTo("done");
        hall.step(POLL, BoxPhase.CAST);
        assertThat(code(hall.take(POLL, hall.people().get(5), tablet().blinded())))
                .isEqualTo(PollProblem.NOT_ISSUING.code());
        assertThatThrownBy(() -> hall.token(POLL, person))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(IssuerProblem.CLOSED));
        assertThat(directory.resolve("issuer")).isEmptyDirectory();
    }

    @Test
    void aStepNeedsTwoTellersEachWithTheOwnHandAndForThisStepAndPoll() {
        var tellers = hall.people().subList(0, 2);
        var first = hall.approval(POLL, tellers.getFirst(), BoxPhase.CAST);
        assertThat(code(hall.asDelegate(tellers.getLast(), first))).isEqualTo(IssuerProblem.NOT_SIGNED.code());
        assertThat(code(hall.asDelegate(
                        hall.people().get(4), hall.approval(POLL, hall.people().get(4), BoxPhase.CAST))))
                .isEqualTo(PollProblem.NOT_A_TELLER.code());
        assertThat(code(hall.asDelegate(tellers.getFirst(), first))).isEqualTo("done");
        assertThat(code(hall.asDelegate(tellers.getFirst(), first))).isEqualTo("done");
        assertThat(hall.electronic(POLL).approvals()).hasSize(1);
        assertThat(hall.electronic(POLL).phase()).isEqualTo(BoxPhase.ISSUE);
        hall.step(POLL, BoxPhase.CAST);
        var old = (PollCommand.ApproveStep) first;
        var replayed = new PollCommand.ApproveStep(POLL, BoxPhase.CLOSING, old.issued(), old.signature());
        assertThat(code(hall.asDelegate(tellers.getFirst(), replayed))).isEqualTo(IssuerProblem.NOT_SIGNED.code());
        assertThat(Stream.of(first, replayed).map(one -> code(hall.asDelegate(tellers.getLast(), one))))
                .containsOnly(IssuerProblem.NOT_SIGNED.code());
        assertThat(hall.stolen.box().status(PollHall.name(POLL)).phase().name()).isEqualTo("CAST");
    }

    private Tablet tablet() {
        return new Tablet(Keys.rsa(definition.issuer()));
    }

    private static String code(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? refused.problem().code().code()
                : "done";
    }
}
