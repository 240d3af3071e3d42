package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Json;
import plenum.server.secret.Ballot;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Definition;
import plenum.server.secret.JavaVerifier;
import plenum.server.secret.Keys;
import plenum.server.secret.Published;
import plenum.server.secret.Tablet;

/**
 * The secret electronic ballot of a session over the real processes: server, ballot box, relay and their embedded
 * stores, all killed together at any moment (a child ends with its parent).
 */
final class SecretSessionTest {
    private static final Logger LOG = LoggerFactory.getLogger(SecretSessionTest.class);
    private static final int KILLS = Integer.getInteger("plenum.kills.session", 2);
    private static final byte RECORDED = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS) // for 200 kills
    void aPollComesToItsResultWhateverIsKilled() throws Exception {
        try (var session = new SecretSession(Files.createDirectory(directory.resolve("data")))) {
            var kills = new AtomicInteger();
            var polls = 0;
            while (polls == 0 || kills.get() < KILLS) play(session, "kin-" + ++polls, kills);
            whoGivesUpVotesAgain(session);
            new JournalCheckers(session.export(directory)).findNothingButLies(directory, polls + 1);
            assertThat(session.log()).doesNotContain("ERROR");
        }
    }

    private void play(SecretSession session, String poll, AtomicInteger kills) throws Exception {
        try (var killer = Executors.newSingleThreadExecutor()) {
            var killing = killer.submit(() -> killAtRandom(session, poll.hashCode(), kills));
            session.unless(() -> killing.state() == Future.State.FAILED ? killing.exceptionNow() : null);
            session.begin(poll);
            var text = session.definition(poll);
            var definition = Definition.read(text.getBytes(StandardCharsets.UTF_8));
            session.awaitPhase(poll, "ISSUE");
            var ballots = tokensOf(session, poll, definition);
            oneTokenAPersonAndNoneAfterwards(session, poll, definition);
            session.step(poll, definition.hash(), "CAST", ballots.size());
            theJournalShowsEachTheOwnLines(session, poll, definition);
            castAll(session, definition, ballots);
            session.step(poll, definition.hash(), "CLOSING", ballots.size());
            session.step(poll, definition.hash(), "TALLIED", ballots.size());
            session.step(poll, definition.hash(), "CHECK", ballots.size());
            everyBallotIsOnTheBoard(session, poll, ballots);
            session.step(poll, definition.hash(), "FINAL", ballots.size());
            session.must("chutoa", "ballot.declare", Map.of("pollId", poll));
            killing.get(3, TimeUnit.MINUTES);
        }
        var result = session.poll(poll);
        assertThat(result.path("state").asText()).isEqualTo("DECLARED");
        assertThat(result.at("/result/collected").asInt()).isEqualTo(SecretSession.PEOPLE.size());
        assertThat(result.at("/result/invalid").asInt()).isEqualTo(1);
        assertThat(result.at("/electronic/boxOver").asBoolean()).isTrue();
        assertThat(result.at("/result/keyedBy"))
                .extracting(node -> node.asText())
                .containsExactly("db02", "db03");
        nothingSecretIsLeft();
    }

    private static void killAtRandom(SecretSession session, int seed, AtomicInteger kills) {
        var random = new Random(seed);
        var mine = Math.min(3, KILLS - kills.get());
        for (var kill = 0; kill < mine; kill++) {
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(9_000)).toNanos());
            session.restart();
            LOG.info("kill {} of {}", kills.incrementAndGet(), KILLS);
        }
    }

    /** By person: one is invalid, the others elect one. */
    private static Map<String, CastBallot> tokensOf(SecretSession session, String poll, Definition definition) {
        var ballots = new LinkedHashMap<String, CastBallot>();
        for (var person : SecretSession.PEOPLE) {
            var tablet = new Tablet((RSAPublicKey) Keys.rsa(definition.issuer()));
            session.take(poll, person, definition.hash(), tablet.blinded());
            assertThat(tablet.accept(session.token(poll, person))).isTrue();
            session.stored(poll, person);
            ballots.put(person, tablet.mark(ballot(definition, ballots.size())));
        }
        return ballots;
    }

    private static Ballot ballot(Definition definition, int at) {
        var marks = new ArrayList<>(List.of(new Ballot.Mark("l1", "FOR")));
        if (at == 0) marks.add(new Ballot.Mark("l2", "FOR"));
        return new Ballot(definition.hash(), "471" + at, marks);
    }

    private static void oneTokenAPersonAndNoneAfterwards(SecretSession session, String poll, Definition definition) {
        var other = new Tablet((RSAPublicKey) Keys.rsa(definition.issuer()));
        var text = Base64.getEncoder().encodeToString(other.blinded());
        var unsigned = Map.<String, Object>of(
                "pollId", poll, "definition", definition.hash(), "blinded", text, "signature", "A".repeat(86) + "==");
        assertThat(session.ask("db04", "ballot.take", unsigned).body()).contains("issuer:not-signed");
        assertThat(session.ask(
                                "db02",
                                "ballot.approve",
                                Map.of("pollId", poll, "to", "CAST", "issued", 6, "signature", "A".repeat(86) + "=="))
                        .body())
                .contains("issuer:not-signed");
    }

    /** With their ways into the tree of checkpoints; nobody else's. */
    private static void theJournalShowsEachTheOwnLines(SecretSession session, String poll, Definition definition) {
        for (var person : List.of("db04", "db07")) {
            var lines = session.lines(poll, person);
            var defined = Json.tree(lines.at("/0/line").asText());
            var taken = Json.tree(lines.at("/1/line").asText());
            assertThat(defined.at("/data/hash").asText()).isEqualTo(definition.hash());
            assertThat(taken.at("/type").asText()).isEqualTo("ballot.taken");
            assertThat(taken.at("/data/personId").asText()).isEqualTo(person);
            assertThat(lines.at("/1/proof")).isNotEmpty();
        }
        assertThat(session.look("thuky", "/polls/" + poll + "/lines?size=1").statusCode())
                .isEqualTo(403);
    }

    private static void castAll(SecretSession session, Definition definition, Map<String, CastBallot> ballots)
            throws InterruptedException {
        try (var tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ballot : ballots.values()) tablets.execute(() -> castUntilRecorded(session, definition, ballot));
            tablets.shutdown();
            assertThat(tablets.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void castUntilRecorded(SecretSession session, Definition definition, CastBallot ballot) {
        Optional<Tablet.Answer> answer = Optional.empty();
        while (answer.isEmpty() || answer.get().verdict() != RECORDED) {
            answer = session.send(Tablet.seal(definition, ballot));
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void everyBallotIsOnTheBoard(SecretSession session, String poll, Map<String, CastBallot> ballots)
            throws Exception {
        var board = session.board(poll, "db05");
        var published = new Published(
                board.path("definition").asText(),
                board.path("ballots").asText(),
                board.path("result").asText(),
                board.path("signature").asText());
        assertThat(published.ballots().lines())
                .containsExactlyInAnyOrderElementsOf(
                        ballots.values().stream().map(CastBallot::line).toList());
        assertThat(session.poll(poll).at("/electronic/root").asText()).isEqualTo(published.root());
        var verifier = new JavaVerifier(Files.createTempDirectory(directory, "verifier"));
        assertThat(verifier.objection(published.files())).isEmpty();
        assertThat(session.look("db05", "/polls/" + poll + "/board-file").statusCode())
                .as("two lines: not for everybody")
                .isEqualTo(403);
        assertThat(session.look("db02", "/polls/" + poll + "/board-file").statusCode())
                .isEqualTo(200);
    }

    /** Nobody has what could link a ballot to a person: neither the issuer's key nor the box's. */
    private void nothingSecretIsLeft() throws Exception {
        var ballots = directory.resolve("data/ballots");
        for (var keys : List.of("issuer", "keys")) {
            try (var left = Files.list(ballots.resolve(keys))) {
                assertThat(left).as(keys).isEmpty();
            }
        }
    }

    private void whoGivesUpVotesAgain(SecretSession session) throws Exception {
        session.begin("bo-do");
        var definition = Definition.read(session.definition("bo-do").getBytes(StandardCharsets.UTF_8));
        session.awaitPhase("bo-do", "ISSUE");
        session.must("thuky", "ballot.void", Map.of("pollId", "bo-do", "reason", "Chuyển sang phiếu giấy"));
        assertThat(session.poll("bo-do").at("/electronic/boxOver").asBoolean()).isFalse();
        session.step("bo-do", definition.hash(), "VOID", 0);
        assertThat(session.poll("bo-do").at("/electronic/boxOver").asBoolean()).isTrue();
        nothingSecretIsLeft();
    }
}
