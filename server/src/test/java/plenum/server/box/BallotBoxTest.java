package plenum.server.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.server.box.PollHouse.ALREADY_CAST;
import static plenum.server.box.PollHouse.NOT_OPEN;
import static plenum.server.box.PollHouse.RECORDED;
import static plenum.server.box.PollHouse.REFUSED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.issuer.IssuerProblem;
import plenum.server.issuer.Taken;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.secret.Ballot;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Envelope;
import plenum.server.secret.Phase;
import plenum.server.secret.Polls;
import plenum.server.secret.Step;
import plenum.server.secret.Tablet;

final class BallotBoxTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path keys;

    @SuppressWarnings("NullAway.Init")
    private PollHouse house;

    @BeforeEach
    void prepare() {
        keys = directory.resolve("keys");
        house = new PollHouse(7, 6, keys);
    }

    private static void refused(Problem.Code code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem().code()).isEqualTo(code));
    }

    // tokens ---------------------------------------------------------------------------------------------------

    @Test
    void twoTabletsOfOneDelegateGetOneToken() {
        var first = house.tablet();
        assertThat(house.takeToken("db04", first)).isTrue();
        assertThat(house.takeToken("db04", first)).as("the answer was lost").isTrue();
        refused(IssuerProblem.ALREADY_ISSUED, () -> house.takeToken("db04", house.tablet()));
        assertThat(house.issuer().issued()).isEqualTo(1);
    }

    @Test
    void whoWasNotPresentGetsNoToken() {
        var tablet = house.tablet();
        refused(
                IssuerProblem.NOT_ELIGIBLE,
                () -> house.issuer().issue("db60", house.definition.hash(), tablet.blinded(), new byte[64]));
    }

    @Test
    void nobodyTakesATokenForAnother() {
        var tablet = house.tablet();
        var text =
                Taken.text(house.definition.hash(), "db05", Base64.getEncoder().encodeToString(tablet.blinded()));
        var byAnother = Tablet.sign(Objects.requireNonNull(house.tablets.get("db04")), text);
        refused(
                IssuerProblem.NOT_SIGNED,
                () -> house.issuer().issue("db05", house.definition.hash(), tablet.blinded(), byAnother));
    }

    @Test
    void aTabletThatWasShownAnotherDefinitionGetsNoToken() {
        refused(
                IssuerProblem.ANOTHER_POLL,
                () -> house.issuer()
                        .issue("db04", "0".repeat(64), house.tablet().blinded(), new byte[64]));
    }

    @Test
    void afterTheIssuingThereIsNoToken() {
        assertThat(house.takeToken("db05", house.tablet())).isTrue();
        house.restart();
        assertThat(house.takeToken("db06", house.tablet()))
                .as("the key is there again")
                .isTrue();
        house.issuer().close();
        for (var time = 0; time < 2; time++) {
            refused(IssuerProblem.CLOSED, () -> house.takeToken("db04", house.tablet()));
            house.restart();
        }
        assertThat(directory.resolve("keys-issuer")).isEmptyDirectory();
    }

    // casting --------------------------------------------------------------------------------------------------

    @Test
    void aBallotIsRecordedOnceHoweverOftenItIsSent() {
        var cast = house.withToken("db04").mark(house.ballot());
        house.go(Phase.CAST);
        for (var time = 0; time < 3; time++) {
            assertThat(house.isReceipt(cast, house.cast(cast))).isTrue();
        }
        assertThat(house.box().status(house.poll()).cast()).isEqualTo(1);
    }

    @Test
    void theFirstBallotOfATokenStands() {
        var tablet = house.withToken("db04");
        var first = tablet.mark(new Ballot(house.definition.hash(), "1111", List.of()));
        var second = tablet.mark(new Ballot(house.definition.hash(), "2222", List.of()));
        house.go(Phase.CAST);
        assertThat(house.cast(first).verdict()).isEqualTo(RECORDED);
        assertThat(house.cast(second).verdict()).isEqualTo(ALREADY_CAST);
        house.go(Phase.CLOSING, Phase.TALLIED);
        assertThat(house.box().board(house.poll()).ballots()).isEqualTo(first.line() + "\n");
    }

    @Test
    void noBallotIsTakenBeforeCastingAndNoNewOneAfterIt() {
        var early = house.withToken("db04").mark(house.ballot());
        var late = house.withToken("db05").mark(house.ballot());
        assertThat(house.cast(early).verdict()).isEqualTo(NOT_OPEN);
        house.go(Phase.CAST);
        assertThat(house.cast(early).verdict()).isEqualTo(RECORDED);
        house.go(Phase.CLOSING);
        assertThat(house.cast(early).verdict()).as("asked again").isEqualTo(RECORDED);
        assertThat(house.cast(late).verdict()).isEqualTo(NOT_OPEN);
        house.go(Phase.TALLIED);
        assertThat(house.cast(early).verdict()).isEqualTo(NOT_OPEN);
    }

    @Test
    void whatIsNoBallotUnderATokenOfThisPollIsRefused() {
        var cast = house.withToken("db04").mark(house.ballot());
        var foreign = Polls.cast(otherIssuer(), house.ballot());
        var ofAnotherPoll = house.withToken("db05").mark(new Ballot("0".repeat(64), "1234", List.of()));
        house.go(Phase.CAST);
        for (var wrong : List.of(
                foreign,
                ofAnotherPoll,
                new CastBallot(cast.message(), flipped(cast.token()), cast.ballot(), cast.signature()),
                new CastBallot(flipped(cast.message()), cast.token(), cast.ballot(), cast.signature()),
                new CastBallot(cast.message(), cast.token(), flipped(cast.ballot()), cast.signature()),
                new CastBallot(cast.message(), cast.token(), cast.ballot(), flipped(cast.signature())),
                new CastBallot(
                        cast.message(), cast.token(), "vote".getBytes(StandardCharsets.UTF_8), cast.signature()))) {
            assertThat(house.cast(wrong).verdict()).isEqualTo(REFUSED);
        }
        assertThat(house.box().status(house.poll()).cast()).isZero();
    }

    private KeyPair otherIssuer() {
        return LongStream.range(0, 3)
                .mapToObj(Polls::issuer)
                .filter(one -> one != house.issuerKey)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] flipped(byte[] bytes) {
        var other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    @Test
    void everyAnswerHasTheSameLengthAndOnlyTheSenderReadsIt() {
        var cast = house.withToken("db04").mark(house.ballot());
        var second = new CastBallot(cast.message(), cast.token(), flipped(cast.ballot()), cast.signature());
        var replies = new ArrayList<byte[]>();
        for (var phase : List.of(Phase.ISSUE, Phase.CAST, Phase.CLOSING)) {
            house.go(phase);
            for (var one : List.of(cast, second)) {
                var sealed = Tablet.seal(house.definition, one);
                assertThat(sealed.request()).hasSize(Envelope.REQUEST);
                var reply = house.box().cast(sealed.request());
                assertThat(Tablet.open(sealed, reply)).isPresent();
                assertThat(Tablet.open(Tablet.seal(house.definition, one), reply))
                        .isEmpty();
                replies.add(reply);
            }
        }
        var sealed = Tablet.seal(house.definition, cast);
        for (var broken : List.of(flipped(sealed.request()), new byte[0], new byte[Envelope.REQUEST], new byte[9999])) {
            replies.add(house.box().cast(broken));
        }
        assertThat(replies).allSatisfy(reply -> assertThat(reply).hasSize(Envelope.REPLY));
    }

    @Test
    void anEnvelopeFilledWithSomethingElseIsRefused() {
        var cast = house.withToken("db04").mark(house.ballot());
        house.go(Phase.CAST);
        var plain = Envelope.pack(cast);
        plain[Envelope.PLAIN - 1] = 1;
        var sealed = Tablet.sealBytes(house.definition, plain);
        assertThat(Tablet.open(sealed, house.box().cast(sealed.request()))
                        .orElseThrow()
                        .verdict())
                .isEqualTo(REFUSED);
    }

    // the committee --------------------------------------------------------------------------------------------

    @Test
    void aStepNeedsTwoMembersOfTheCommittee() {
        var one = house.step(Phase.CAST, 0, "db01");
        var oneTwice = new Step(
                "CAST", 0, List.of(one.approvals().getFirst(), one.approvals().getFirst()));
        var signedByOneForBoth = new Step(
                "CAST",
                0,
                List.of(
                        one.approvals().getFirst(),
                        new Step.Approval("db02", one.approvals().getFirst().signature())));
        for (var wrong : List.of(
                one,
                oneTwice,
                signedByOneForBoth,
                house.step(Phase.CAST, 0, "db01", "db05"),
                new Step("CAST", 1, house.step(Phase.CAST, 0, "db01", "db02").approvals()),
                new Step("CAST", 0, house.step(Phase.VOID, 0, "db01", "db02").approvals()))) {
            refused(BoxProblem.NOT_APPROVED, () -> house.box().step(house.poll(), wrong));
        }
        assertThat(house.box()
                        .step(house.poll(), house.step(Phase.CAST, 0, "db02", "db03"))
                        .phase())
                .isEqualTo(Phase.CAST);
    }

    @Test
    void anOldApprovalOpensNothing() {
        var open = house.step(Phase.CAST, 0, "db01", "db02");
        for (var time = 0; time < 2; time++) {
            assertThat(house.box().step(house.poll(), open).phase()).isEqualTo(Phase.CAST);
        }
        house.go(Phase.CLOSING);
        refused(BoxProblem.WRONG_STEP, () -> house.box().step(house.poll(), open));
        assertThat(house.box().status(house.poll()).phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void noStepIsLeftOut() {
        refused(BoxProblem.WRONG_STEP, () -> house.go(Phase.TALLIED));
        house.go(Phase.CAST);
        refused(BoxProblem.WRONG_STEP, () -> house.go(Phase.FINAL));
        refused(BoxProblem.WRONG_STEP, () -> house.box().board(house.poll()));
    }

    @Test
    void theNumberOfTokensIsFixedWhenCastingBegins() {
        refused(BoxProblem.WRONG_STEP, () -> house.box().step(house.poll(), house.step(Phase.CAST, 7, "db01", "db02")));
        assertThat(house.box()
                        .step(house.poll(), house.step(Phase.CAST, 6, "db01", "db02"))
                        .issued())
                .isEqualTo(6);
        refused(
                BoxProblem.WRONG_STEP,
                () -> house.box().step(house.poll(), house.step(Phase.CLOSING, 5, "db01", "db02")));
    }

    @Test
    void aDefinitionWithOtherKeysIsNotTaken() {
        var unused = house.box().prepare("phieu-2");
        var point =
                Base64.getEncoder().encodeToString(Tablet.point(Tablet.p256().getPublic()));
        var strange = Polls.definition(house.tablets, 1, true, 2, house.issuerKey, point, house.definition.receipt());
        refused(BoxProblem.FOREIGN_KEYS, () -> house.box().define(strange.bytes()));
    }

    @Test
    void noWordOfADefinitionChanges() {
        assertThat(house.box().define(house.definition.bytes()).phase()).isEqualTo(Phase.ISSUE);
        var other = new String(house.definition.bytes(), StandardCharsets.UTF_8).replace("Bầu", "Miễn nhiệm");
        refused(BoxProblem.POLL_EXISTS, () -> house.box().define(other.getBytes(StandardCharsets.UTF_8)));
        refused(BoxProblem.POLL_EXISTS, () -> house.box().prepare(house.poll()));
    }

    // the end --------------------------------------------------------------------------------------------------

    @Test
    void atTheEndNobodyCanReadARowAnyMore() throws IOException {
        var cast = house.withToken("db04").mark(house.ballot());
        house.go(Phase.CAST);
        assertThat(house.cast(cast).verdict()).isEqualTo(RECORDED);
        var file = keys.resolve(house.poll() + ".keys");
        var stolenInTime = PollKeys.read(Files.readString(file));
        house.go(Phase.CLOSING, Phase.TALLIED, Phase.CHECK, Phase.FINAL);
        try (var left = Files.list(keys)) {
            assertThat(left).isEmpty();
        }
        assertThat(house.store.rows(house.poll())).isEmpty();
        var backup = house.store.log().getFirst();
        assertThat(AtRest.open(stolenInTime.rest(), backup.sealed()))
                .as("the backup is the row")
                .isEqualTo(Envelope.pack(cast));
        assertThatThrownBy(() -> AtRest.open(PollKeys.make().rest(), backup.sealed()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(backup.name()).isEqualTo(stolenInTime.nameOf(cast.message())).isNotEqualTo(cast.name());
        assertThat(house.box().board(house.poll()).ballots()).isEqualTo(cast.line() + "\n");
    }

    @Test
    void aPollThatIsVoidHasNoBoardAndNoKeys() throws IOException {
        var cast = house.withToken("db04").mark(house.ballot());
        house.go(Phase.CAST);
        assertThat(house.cast(cast).verdict()).isEqualTo(RECORDED);
        house.go(Phase.CLOSING, Phase.TALLIED, Phase.VOID);
        refused(BoxProblem.WRONG_STEP, () -> house.box().board(house.poll()));
        try (var left = Files.list(keys)) {
            assertThat(left).isEmpty();
        }
        assertThat(house.store.rows(house.poll())).isEmpty();
    }

    @Test
    void aRowIsANameAndSealedBytesOfOneLength() {
        house.go(Phase.CAST);
        for (var person : house.people()) {
            assertThat(house.cast(house.withToken(person).mark(house.ballot())).verdict())
                    .isEqualTo(RECORDED);
        }
        assertThat(house.store.log()).hasSize(6).allSatisfy(row -> {
            assertThat(row.name()).matches("[0-9a-f]{64}");
            assertThat(row.sealed()).hasSize(Envelope.PLAIN + 28);
        });
    }

    @Test
    void aBoxWhoseKeysAreLostCanOnlyGiveUp() throws IOException {
        house.go(Phase.CAST);
        Files.delete(keys.resolve(house.poll() + ".keys"));
        house.restart();
        refused(BoxProblem.WRONG_STEP, () -> house.go(Phase.CLOSING));
        assertThat(house.go(Phase.VOID)).isEqualTo(Phase.VOID);
    }
}
