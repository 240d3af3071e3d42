package plenum.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two programs that a published poll brings along count like the server and find what was changed. */
final class VerifiersTest {
    /** {@code -Dplenum.polls=1000} for the whole thousand. */
    private static final int POLLS = Integer.getInteger("plenum.polls", 200);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static JavaVerifier java;

    @SuppressWarnings("NullAway.Init")
    private static NodeVerifier node;

    @BeforeAll
    static void start() throws IOException {
        java = new JavaVerifier(Files.createDirectories(directory.resolve("java")));
        node = new NodeVerifier(directory);
    }

    @AfterAll
    static void end() {
        node.close();
    }

    @Test
    void bothAgreeWithTheServerOnRandomPolls() throws IOException {
        var random = new Random(474);
        var invalid = 0;
        for (var number = 0; number < POLLS; number++) {
            var poll = Polls.published(random, random.nextInt(7));
            var counted = Files.createDirectories(directory.resolve("poll-" + number));
            write(poll.files(), counted);
            assertThat(java.objection(poll.files())).as("poll %d", number).isEmpty();
            assertThat(node.verdict(counted))
                    .as("poll %d", number)
                    .isEqualTo("sound " + number(poll, "cast") + " " + number(poll, "valid"));
            invalid += number(poll, "invalid");
        }
        assertThat(invalid).as("invalid ballots among them").isGreaterThan(POLLS / 4);
    }

    private static int number(Published poll, String word) {
        var line =
                poll.result().lines().filter(one -> one.startsWith(word + " ")).findFirst();
        return Integer.parseInt(line.orElseThrow().substring(word.length() + 1));
    }

    @Test
    void bothFindEveryChangedByte() throws IOException {
        var random = new Random(9474);
        var poll = Polls.published(random, 5);
        for (var change = 0; change < 200; change++) {
            var files = new LinkedHashMap<>(poll.files());
            var name = new String[] {"definition.txt", "ballots.txt", "result.txt", "result.sig"}[change % 4];
            var bytes = Objects.requireNonNull(files.get(name)).clone();
            var at = random.nextInt(bytes.length - 1);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            files.put(name, bytes);
            bothObject(files, name + " at " + at);
        }
    }

    @Test
    void bothFindAChangedChoiceAMissingADoubledAndAStrangeBallot() throws IOException {
        var random = new Random(5);
        var poll = Polls.published(random, 6);
        var rows = poll.ballots().lines().toList();
        bothObject(with(poll, "ballots.txt", String.join("\n", rows.subList(1, 6)) + "\n"), "missing");
        bothObject(with(poll, "ballots.txt", poll.ballots() + rows.getLast() + "\n"), "doubled");
        bothObject(
                with(poll, "ballots.txt", poll.ballots().replace(rows.getFirst() + "\n", "") + rows.getFirst() + "\n"),
                "moved");
        var parts = rows.getFirst().split(" ");
        var ballot = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
        var other = Base64.getEncoder().encodeToString(Texts.bytes(ballot + "mark l1 FOR\n"));
        bothObject(with(poll, "ballots.txt", poll.ballots().replace(parts[2], other)), "choice");
        var stranger = Polls.published(random, 1).ballots();
        bothObject(with(poll, "ballots.txt", stranger), "of another poll");
    }

    @Test
    void moreCastThanIssuedIsFoundThoughTheBoxHasSignedIt() throws IOException {
        var random = new Random(6);
        var issuer = Polls.issuer(0);
        var receipt = Polls.ed25519();
        var tablets = Polls.tablets(3);
        var box = Base64.getEncoder().encodeToString(Tablet.point(Tablet.p256().getPublic()));
        var definition = Polls.definition(tablets, 1, true, 2, issuer, box, Keys.text(receipt.getPublic()));
        var ballots = IntStream.range(0, 3)
                .mapToObj(one -> Polls.cast(issuer, Polls.ballot(definition, random)))
                .toList();
        bothObject(Polls.publish(definition, 2, ballots, receipt).files(), "cast > issued");
        bothObject(Polls.publish(definition, 4, ballots, receipt).files(), "issued > eligible");
        var strange = Polls.cast(Polls.issuer(1), Polls.ballot(definition, random));
        bothObject(Polls.publish(definition, 3, List.of(strange), receipt).files(), "a token nobody issued");
    }

    @Test
    void aStrangerRunsTheJavaProgramOnTheZip() throws Exception {
        var poll = Polls.published(new Random(7), 4);
        var zip = Files.write(directory.resolve("phieu.zip"), poll.zip());
        var definition = Definition.read(Texts.bytes(poll.definition()));
        var sound = java.run(zip.toString(), definition.hash());
        assertThat(sound.exit()).as(sound.said()).isZero();
        assertThat(sound.said()).contains("SOUND").contains("cast 4");
        assertThat(java.run(zip.toString(), "0".repeat(64)).exit()).isEqualTo(1);
    }

    private static Map<String, byte[]> with(Published poll, String name, String text) {
        var files = new LinkedHashMap<>(poll.files());
        files.put(name, Texts.bytes(text));
        return files;
    }

    private static void bothObject(Map<String, byte[]> files, String what) throws IOException {
        assertThat(java.objection(files)).as(what).isPresent();
        var changed = Files.createTempDirectory(directory, "changed");
        write(files, changed);
        assertThat(node.verdict(changed)).as(what).startsWith("bad ");
    }

    private static void write(Map<String, byte[]> files, Path where) throws IOException {
        for (var file : files.entrySet()) Files.write(where.resolve(file.getKey()), file.getValue());
    }
}
