package plenum.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for openssl in server/doc/secret-ballot.md are right: they are run here as they stand there. */
final class RecountTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private record Ran(int exit, String said) {}

    private Ran recount(Published poll) throws IOException, InterruptedException {
        for (var file : poll.files().entrySet()) Files.write(directory.resolve(file.getKey()), file.getValue());
        var page = Files.readString(Path.of("doc/secret-ballot.md"));
        var from = page.indexOf("```sh\n", page.indexOf("## Recount with openssl")) + 6;
        var script = page.substring(from, page.indexOf("```", from));
        var process = new ProcessBuilder("sh", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private static Published poll(Definition definition, KeyPair receipt, String... marks) {
        var ballots = IntStream.range(0, marks.length)
                .mapToObj(one -> new Ballot(
                        definition.hash(),
                        "%04d".formatted(one),
                        marks[one].isEmpty() ? List.of() : List.of(new Ballot.Mark(marks[one], "FOR"))))
                .map(ballot -> Polls.cast(Polls.issuer(0), ballot))
                .toList();
        return Polls.publish(definition, marks.length, ballots, receipt);
    }

    @Test
    void opensslFindsEverySignatureRightAndCountsTheSame() throws Exception {
        var receipt = Polls.ed25519();
        var definition = definition(receipt);
        var ran = recount(poll(definition, receipt, "l1", "l2", "l1", "", "l1"));
        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.said().replaceAll(" +", " "))
                .contains("ballots 5\n")
                .contains(" 3 mark l1 FOR\n")
                .contains(" 1 mark l2 FOR\n");
        assertThat(Files.readString(directory.resolve("result.txt")))
                .contains("line l1 FOR=3 ")
                .contains("line l2 FOR=1 ");
    }

    @Test
    void opensslStopsAtAChangedBallot() throws Exception {
        var receipt = Polls.ed25519();
        var poll = poll(definition(receipt), receipt, "l1", "l2");
        var ballot = poll.ballots().split("[ \n]")[2];
        var text = new String(Base64.getDecoder().decode(ballot), StandardCharsets.UTF_8);
        var other = text.contains("l1") ? text.replace("l1", "l2") : text.replace("l2", "l1");
        var changed = poll.ballots().replace(ballot, Base64.getEncoder().encodeToString(Texts.bytes(other)));
        assertThat(recount(new Published(poll.definition(), changed, poll.result(), poll.signature()))
                        .exit())
                .isNotZero();
    }

    @Test
    void opensslStopsAtATokenThatNobodyIssued() throws Exception {
        var receipt = Polls.ed25519();
        var definition = definition(receipt);
        var strange = Polls.cast(Polls.issuer(1), Polls.ballot(definition, new Random(1)));
        var ran = recount(Polls.publish(definition, 3, List.of(strange), receipt));
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.said()).doesNotContain("ballots 1");
    }

    private static Definition definition(KeyPair receipt) {
        var box = Base64.getEncoder().encodeToString(Tablet.point(Tablet.p256().getPublic()));
        return Polls.definition(Polls.tablets(5), 1, true, 2, Polls.issuer(0), box, Keys.text(receipt.getPublic()));
    }
}
