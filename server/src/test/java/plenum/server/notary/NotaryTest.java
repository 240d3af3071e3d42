package plenum.server.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.agenda.AgendaCommand;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.checkpoint.CheckpointEvent;
import plenum.server.hall.Committed;
import plenum.server.hall.Lanes;
import plenum.server.journal.JournalEntry;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.VoteId;
import plenum.server.platform.Json;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;
import plenum.server.voting.VotingCommand;

/**
 * A vote of 60 delegates in a house whose notary follows the lanes; what is exported is judged by the exported program.
 */
class NotaryTest {
    private static final String SESSION = "/api/sessions/" + Council.SESSION;
    private static House house;
    private static Council council;
    private static Verifier verifier;

    @BeforeAll
    static void aCouncilVotes() {
        house = new House(Map.of());
        house.followers.add(house.notary);
        verifier = new Verifier();
        council = new Council(house);
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), council.now())
                .item("ngan-sach", "Dự toán ngân sách", false)
                .published()
                .rollCall("sang", 60)
                .must(Council.SECRETARY, new SittingCommand.OpenSitting(new SittingId("sang"), null))
                .must(Council.SECRETARY, new AgendaCommand.OpenItem(new ItemId("ngan-sach")))
                .voted("bq-1", "ngan-sach", "Thông qua dự toán", 40, 12, 8);
        assertThat(signedSoon(() -> council.must(Council.CHAIR, new VotingCommand.CloseVote(new VoteId("bq-1")))))
                .isNotNull();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** The first checkpoint that covers what the step has written. */
    private static Checkpoint signedSoon(Runnable step) {
        var signed = new CompletableFuture<Checkpoint>();
        var before = house.lanes.lane(Council.SESSION).hall().seq();
        house.followers.add(completing(signed, before));
        step.run();
        return signed.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Consumer<Committed> completing(CompletableFuture<Checkpoint> signed, long before) {
        return committed -> committed.entries().stream()
                .map(JournalEntry::event)
                .filter(CheckpointEvent.Signed.class::isInstance)
                .map(event -> ((CheckpointEvent.Signed) event).checkpoint())
                .filter(one -> one.size() > before)
                .forEach(signed::complete);
    }

    @Test
    void theEndOfAVoteIsSignedAndContinuesTheCheckpointBefore() {
        var one = signedSoon(() -> vote("bq-2"));
        var two = signedSoon(() -> council.must(Council.CHAIR, new VotingCommand.CloseVote(new VoteId("bq-2"))));
        var since = checkpoint(one.size());
        assertThat(since.size()).isGreaterThanOrEqualTo(two.size());
        assertThat(consistent(one, since)).isTrue();
        var other = new Checkpoint(one.size(), two.root(), one.key(), one.signature(), 0, List.of());
        assertThat(consistent(other, since)).as("another beginning").isFalse();
    }

    @Test
    void aSessionThatIsHereAgainIsSignedAsFarAsItIs(@TempDir Path directory) throws IOException {
        var signed = new CompletableFuture<Checkpoint>();
        try (var killed = new Council()) {
            killed.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), killed.now());
            var size = killed.lanes.lane(Council.SESSION).hall().seq();
            killed.lanes.close();
            var notary = new AtomicReference<Notary>();
            try (var lanes = new Lanes(
                            killed.journal,
                            new MemorySnapshots(),
                            killed::now,
                            List.of(committed -> notary.get().accept(committed), completing(signed, 0)));
                    var again = new Notary(killed.journal, lanes, NotaryKey.open(directory.resolve("key.pem")))) {
                notary.set(again);
                assertThat(lanes.lane(Council.SESSION).session()).isEqualTo(Council.SESSION);
                assertThat(signed.orTimeout(60, TimeUnit.SECONDS).join().size()).isEqualTo(size);
            }
        }
    }

    @Test
    void fiftyLinesWithoutAVoteAreSigned() {
        var signed = signedSoon(() -> {
            for (var n = 1; n <= Notary.EVERY; n++) {
                council.must(Council.SECRETARY, new SittingCommand.RenameSession("Kỳ họp " + n));
            }
        });
        assertThat(signed.proof()).isNotEmpty();
    }

    @Test
    void whoAttendsGetsTheNewestCheckpointAndNobodyOneThatIsNotThereYet() {
        assertThat(house.as("delegate", "GET", SESSION + "/checkpoint?from=0", "")
                        .statusCode())
                .isEqualTo(200);
        var beyond = house.as("delegate", "GET", SESSION + "/checkpoint?from=100000", "");
        assertThat(House.text(beyond, "/code")).isEqualTo("notary:no-such-checkpoint");
        assertThat(house.as("neighbour", "GET", SESSION + "/checkpoint?from=0", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theExportIsSoundForWhoeverRunsTheProgramInIt(@TempDir Path directory) throws IOException {
        var zip = Files.write(directory.resolve("nhat-ky.zip"), export());
        var newest = checkpoint(0);
        var sound = verifier.run(zip.toString());
        assertThat(sound.said()).contains("ĐÚNG", "plenum/session/" + Council.SESSION, newest.key());
        assertThat(sound.exit()).isZero();
        assertThat(verifier.run(zip.toString(), Long.toString(newest.size()), newest.root())
                        .exit())
                .isZero();
        var stranger = verifier.run(zip.toString(), Long.toString(newest.size()), "AAAA");
        assertThat(stranger.said()).contains("SAI");
        assertThat(stranger.exit()).isEqualTo(1);
    }

    @Test
    void everyOneOfAThousandRandomMutationsIsFound() throws IOException {
        var files = unzipped(export());
        var known = checkpoint(0);
        assertThat(verifier.objection(files, known)).isEmpty();
        var mutations = new Mutations(new Random(20261208), files);
        for (var n = 0; n < 1_000; n++) {
            var mutation = mutations.next();
            assertThat(verifier.objection(mutation.files(), known))
                    .as(n + ": " + mutation.what())
                    .isPresent();
        }
    }

    @Test
    void linesOfAnotherSessionDoNotPassForThisOne() throws IOException {
        var other = unzipped(export());
        var files = new LinkedHashMap<>(other);
        var text = new String(other.get("checkpoints.txt"), StandardCharsets.UTF_8);
        files.put(
                "checkpoints.txt",
                text.replace("session/" + Council.SESSION, "session/ky-hop-4").getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.objection(files, checkpoint(0))).isPresent();
    }

    @Test
    void aVoterGetsTheOwnBallotAsStoredAndTheReceiptFindsItInTheExport(@TempDir Path directory) throws Exception {
        house.newDelegate("d7");
        var hall = house.lanes.lane(Council.SESSION).hall();
        var ballot =
                Objects.requireNonNull(hall.voting().ballots(new VoteId("bq-1")).get(new PersonId("d7")));
        var from = ballot.seq() - 3;
        var own = Json.tree(house.as("d7", "GET", SESSION + "/own-ballots?from=" + from + "&to=" + (from + 9), "")
                        .body())
                .at("/ballots");
        assertThat(own).as("of ten lines, nine of others").hasSize(1);
        assertThat(own.at("/0/seq").asLong()).isEqualTo(ballot.seq());
        var line = own.at("/0/line").asText();
        assertThat(line).contains("\"personId\":\"d7\"", "\"choice\":\"" + ballot.choice() + "\"");
        var code = code(line);
        var zip = Files.write(directory.resolve("nhat-ky.zip"), export());
        assertThat(verifier.run(zip.toString(), code).said()).contains("ĐÚNG", line, code);
        assertThat(verifier.run(zip.toString(), Long.toString(ballot.seq())).said())
                .contains(line, code);
        var lost = verifier.run(zip.toString(), "00000000");
        assertThat(lost.said()).contains("không có mục này");
        assertThat(lost.exit()).isEqualTo(1);
    }

    /** As the tablet makes it. */
    private static String code(String line) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 0);
        var hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, 8);
    }

    @Test
    void aBallotThatIsNotCountedStaysOutOfTheExportAndTheTreeIsWhole() throws IOException {
        vote("bq-3");
        var files = unzipped(export());
        var lines = new String(files.get("events.jsonl"), StandardCharsets.UTF_8);
        assertThat(lines.lines().filter(line -> line.contains("voting.ballot-cast") && line.contains("bq-3")))
                .isEmpty();
        assertThat(lines.lines().filter(line -> line.contains("\"hidden\":\""))).hasSize(5);
        assertThat(verifier.objection(files, checkpoint(0))).isEmpty();
        council.must(Council.CHAIR, new VotingCommand.CloseVote(new VoteId("bq-3")));
        assertThat(new String(unzipped(export()).get("events.jsonl"), StandardCharsets.UTF_8))
                .doesNotContain("\"hidden\":\"");
    }

    @Test
    void theKeyLiesInAFileOfTheServerOnlyAndStaysTheSame(@TempDir Path directory) throws IOException {
        var file = directory.resolve("made").resolve("notary.pem");
        var key = NotaryKey.open(file).text();
        assertThat(NotaryKey.open(file).text()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void vote(String vote) {
        council.voted(vote, "ngan-sach", "Biểu quyết " + vote, 3, 1, 1);
    }

    private static boolean consistent(Checkpoint known, Checkpoint since) {
        var proof = since.proof().stream().map(NotaryTest::bytes).toList();
        return Proofs.consistent(known.size(), bytes(known.root()), since.size(), bytes(since.root()), proof);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Checkpoint checkpoint(long from) {
        var answer = house.as("delegate", "GET", SESSION + "/checkpoint?from=" + from, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.read(answer.body(), Checkpoint.class);
    }

    private static byte[] export() {
        var request = HttpRequest.newBuilder(house.uri(SESSION + "/journal/export"))
                .header("Authorization", "Bearer " + house.token("secretary"))
                .build();
        var answer = house.client
                .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .join();
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(files.keySet())
                .containsAll(Arrays.asList(
                        "events.jsonl", "checkpoints.txt", "keys.pem", "Verify.java", "verify.html", "DOC-TRUOC.txt"));
        return files;
    }
}
