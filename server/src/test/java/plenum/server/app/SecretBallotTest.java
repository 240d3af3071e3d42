package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.secret.CastBallot;
import plenum.server.secret.JavaVerifier;
import plenum.server.secret.Tablet;
import plenum.server.testkit.PlenumProcess;

/** Secret ballots through the real processes: killed, overtaken, and silent. */
final class SecretBallotTest {
    private static final int KILLS = Integer.getInteger("plenum.kills.secret", 4);
    private static final int PEOPLE = 24;
    private static final byte RECORDED = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // for 200 kills
    void boxAndRelayMayBeKilledWhileTheHallCasts() throws Exception {
        try (var poll = new SecretPoll(directory, PEOPLE)) {
            var ballots = poll.ballots(PEOPLE);
            poll.step("CAST", PEOPLE);
            var receipts = new ConcurrentHashMap<CastBallot, byte[]>();
            try (var tablets = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var ballot : ballots) tablets.execute(() -> receipts.put(ballot, castUntilRecorded(poll, ballot)));
                kill(poll);
                tablets.shutdown();
                assertThat(tablets.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
            }
            poll.step("CLOSING", PEOPLE);
            poll.step("TALLIED", PEOPLE);
            lookAtTheBoard(poll, receipts);
            poll.step("CHECK", PEOPLE);
            poll.step("FINAL", PEOPLE);
            try (var left = Files.list(poll.keys())) {
                assertThat(left).isEmpty();
            }
            nothingWasPrintedOfAnyBallot(poll, ballots);
        }
    }

    private static void kill(SecretPoll poll) {
        var random = new Random(5);
        for (var kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(Duration.ofMillis(200 + random.nextInt(1_500)).toNanos());
            if (kill % 2 == 0) poll.killBox();
            else poll.killRelay();
        }
    }

    /** As the tablet does: the same ballot, sealed anew, until the box has it. */
    private static byte[] castUntilRecorded(SecretPoll poll, CastBallot ballot) {
        while (true) {
            var answer = poll.cast(ballot);
            if (answer.isPresent() && answer.get().verdict() == RECORDED)
                return answer.get().signature();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }

    private void lookAtTheBoard(SecretPoll poll, Map<CastBallot, byte[]> receipts) throws IOException {
        var board = poll.board();
        assertThat(receipts).hasSize(PEOPLE);
        assertThat(board.ballots().lines())
                .containsExactlyInAnyOrderElementsOf(
                        receipts.keySet().stream().map(CastBallot::line).toList());
        var verifier = new JavaVerifier(Files.createDirectory(directory.resolve("verifier")));
        assertThat(verifier.objection(board.files())).isEmpty();
    }

    private static void nothingWasPrintedOfAnyBallot(SecretPoll poll, List<CastBallot> ballots) {
        var printed = poll.printed();
        assertThat(printed).contains("ready: ").doesNotContain(SecretPoll.NAME).doesNotContain(poll.definition.hash());
        assertThat(ballots).allSatisfy(ballot -> assertThat(printed).doesNotContain(ballot.name()));
        assertThat(printed.lines().filter(line -> !line.contains("ready: ")))
                .as("lines that are not of a start or an end")
                .hasSizeLessThan(6 * (KILLS + 2));
    }

    @Test
    void theRelayAnswersEverythingAlikeAndTakesNothingElse() throws IOException {
        try (var poll = new SecretPoll(directory, 3)) {
            var ballots = poll.ballots(2);
            poll.step("CAST", 3);
            var noise = new byte[2161];
            new Random(1).nextBytes(noise);
            var good =
                    poll.send(Tablet.seal(poll.definition, ballots.getFirst()).request());
            var bad = poll.send(noise);
            assertThat(bad.statusCode()).isEqualTo(good.statusCode()).isEqualTo(200);
            assertThat(bad.body()).hasSameSizeAs(good.body());
            assertThat(bad.headers().map().keySet())
                    .isEqualTo(good.headers().map().keySet());
            assertThat(good.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
            assertThat(good.headers().map().keySet()).doesNotContain("set-cookie", "date", "server");
            assertThat(poll.send(new byte[10]).statusCode()).isEqualTo(400);
            assertThat(poll.order("GET", "", "", "secret-of-the-relay").statusCode())
                    .isEqualTo(401);
            assertThat(poll.order("GET", "", "", "secret-of-the-server").statusCode())
                    .isEqualTo(200);
            assertThat(poll.order("GET", "/board", "", "secret-of-the-server").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void neitherListensInClearBeyondThisMachineNorWithoutSecrets() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "long-enough-to-be-one\n")
                .toString();
        var other = Files.writeString(directory.resolve("other"), "another-long-enough-one\n")
                .toString();
        refused("needs --server-token", "box");
        refused("needs --box", "relay");
        refused("tokens of their own", box(secret, secret, "127.0.0.1:0"));
        refused("needs --certificate", box(secret, other, "0.0.0.0:0"));
        refused(
                "needs --certificate",
                "relay",
                "--box",
                "http://127.0.0.1:1",
                "--token",
                secret,
                "--listen",
                "0.0.0.0:0");
    }

    private String[] box(String server, String relay, String listen) {
        var keys = directory.resolve("keys").toString();
        return new String[] {"box", "--server-token", server, "--relay-token", relay, "--keys", keys, "--listen", listen
        };
    }

    private static void refused(String why, String... arguments) {
        try (var role = PlenumProcess.begin(arguments)) {
            assertThat(role.awaitEnd()).as(role.log()).isEqualTo(2);
            assertThat(role.log()).contains(why).doesNotContain("\tat ");
        }
    }
}
