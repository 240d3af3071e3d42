package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Json;
import plenum.server.testkit.PlenumProcess;

/** A real server with a running vote is killed at any moment and started again on the same data, again and again. */
final class KillStoryTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillStoryTest.class);
    private static final int KILLS = Integer.getInteger("plenum.kills", 3);
    private static final long SEED = Long.getLong("plenum.seed", System.nanoTime());
    private static final String SESSION = "ky-hop-3-2026";
    private static final String SITTING = "phien-1";
    private static final String ITEM = "nq1";
    private static final String VOTE = "bq-nq1";
    private static final int VOTING = 30;
    private static final int SILENT = 15;
    /** Access tokens live ten minutes. */
    private static final Duration TOKENS = Duration.ofMinutes(6);

    private final Vertx vertx = Vertx.vertx();
    private final Random random = new Random(SEED);
    private final Map<String, String> tokens = Collections.synchronizedMap(new HashMap<>());
    private final List<VotingDelegate> delegates = IntStream.range(0, VOTING)
            .mapToObj(n -> new VotingDelegate(SESSION, VOTE, "db%02d".formatted(n + 2), n % 5 != 0, SEED + n))
            .toList();
    private long signedInAt;
    private int commands;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private PlenumProcess server;

    @AfterEach
    void stop() {
        server.close();
        vertx.close().await();
    }

    @Test
    void everyAcknowledgedCommandIsThereExactlyOnceAfterEveryKill() {
        LOG.info("seed {}", SEED);
        server = PlenumProcess.start("--demo", "--port", "0", "--data", data.toString());
        signIn();
        openTheVote();
        all(this::enter);
        for (int kill = 1; kill <= KILLS; kill++) {
            var before = acknowledged();
            killInTheMiddle(200 + random.nextInt(1_000));
            LOG.info("kill {}: {} commands were acknowledged", kill, acknowledged() - before);
            assertThat(acknowledged()).isGreaterThan(before);
            server = server.again();
            nothingIsMissing();
            if (System.nanoTime() - signedInAt > TOKENS.toNanos()) signIn();
            all(this::enter);
            all(VotingDelegate::resend);
            assertThat(delegates.stream().flatMap(one -> one.wrong().stream())).isEmpty();
        }
        nothingIsMissing();
        theResultIsWhatTheLastBallotsSay();
    }

    private void signIn() {
        var names = new ArrayList<>(List.of("thuky", "chutoa"));
        delegates.forEach(one -> names.add(one.person()));
        names.parallelStream().forEach(name -> tokens.put(name, server.signIn(name, DemoLoader.PASSWORD)));
        signedInAt = System.nanoTime();
    }

    private void openTheVote() {
        var sitting = Map.of("sittingId", SITTING);
        must("thuky", "attendance.open-roll-call", sitting);
        delegates.forEach(one -> must(one.person(), "attendance.check-in", sitting));
        for (int n = 0; n < SILENT; n++) {
            var person = "db%02d".formatted(VOTING + 2 + n);
            must("thuky", "attendance.mark", Map.of("sittingId", SITTING, "personId", person, "presence", "PRESENT"));
        }
        must("thuky", "attendance.approve", sitting);
        must("thuky", "sitting.open", sitting);
        must("thuky", "agenda.open-item", Map.of("itemId", ITEM));
        must("chutoa", "voting.open", Map.of("voteId", VOTE));
    }

    private void must(String person, String name, Map<String, String> data) {
        var frame = Map.of("id", "story-" + ++commands, "name", name, "data", data);
        var answer = server.post("/api/sessions/" + SESSION + "/commands", token(person), frame);
        assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(200);
    }

    private String token(String person) {
        return tokens.getOrDefault(person, "");
    }

    private void enter(VotingDelegate one) {
        one.enter(server, vertx, token(one.person()));
    }

    private void killInTheMiddle(int afterMillis) {
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var acting = delegates.stream()
                    .map(one -> CompletableFuture.runAsync(() -> one.act(stop), threads))
                    .toList();
            LockSupport.parkNanos(Duration.ofMillis(afterMillis).toNanos());
            server.kill9();
            stop.set(true);
            acting.forEach(CompletableFuture::join);
        }
        delegates.forEach(VotingDelegate::leave);
    }

    private void all(Consumer<VotingDelegate> what) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            delegates.stream()
                    .map(one -> CompletableFuture.runAsync(() -> what.accept(one), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private int acknowledged() {
        return delegates.stream().mapToInt(one -> one.acknowledged().size()).sum();
    }

    /** Acknowledged: once, with the sequence it was acknowledged with. Not answered: once or not at all. */
    private void nothingIsMissing() {
        var journal = WholeJournal.read(server, SESSION, token("thuky"));
        assertThat(journal.sequences())
                .isEqualTo(LongStream.rangeClosed(1, journal.entries().size())
                        .boxed()
                        .toList());
        var found = journal.byCommand();
        for (var one : delegates) {
            one.acknowledged()
                    .forEach((id, seq) -> assertThat(found.get(id)).as(id).isEqualTo(List.of(seq)));
            one.unanswered()
                    .forEach(id ->
                            assertThat(found.getOrDefault(id, List.of())).as(id).hasSizeLessThan(2));
        }
    }

    private void theResultIsWhatTheLastBallotsSay() {
        must("thuky", "voting.close", Map.of("voteId", VOTE));
        var journal = WholeJournal.read(server, SESSION, token("thuky"));
        var ballots = journal.ballots(VOTE);
        assertThat(delegates).allSatisfy(one -> assertThat(ballots).containsEntry(one.person(), one.choice()));
        var counted = journal.last("voting.closed").path("data");
        assertThat(counted.path("forCount").asInt()).isEqualTo(Collections.frequency(ballots.values(), "FOR"));
        assertThat(counted.path("againstCount").asInt()).isEqualTo(Collections.frequency(ballots.values(), "AGAINST"));
        assertThat(counted.path("abstainCount").asInt()).isEqualTo(Collections.frequency(ballots.values(), "ABSTAIN"));
        assertThat(counted.path("notVoted").asInt()).isEqualTo(SILENT);
        assertThat(Json.text(counted)).contains("outcome");
    }
}
