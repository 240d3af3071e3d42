package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import plenum.server.notary.Verifier;
import plenum.server.platform.Json;

/** The two programs that an export brings along, over one with secret polls, and over what a liar would make of it. */
final class JournalCheckers {
    private final Path zip;
    private final List<String> lines;

    JournalCheckers(Path zip) throws IOException {
        this.zip = zip;
        try (var files = FileSystems.newFileSystem(zip)) {
            this.lines = Files.readAllLines(files.getPath("events.jsonl"));
        }
    }

    void findNothingButLies(Path directory, int polls) throws Exception {
        var java = new Verifier();
        var checked = java.run(zip.toString());
        assertThat(checked.exit()).as(checked.said()).isZero();
        assertThat(checked.said()).contains("electronic secret polls checked: " + polls);
        assertThat(java.secretObjection(lines)).isEmpty();
        assertThat(lies())
                .allSatisfy(lie -> assertThat(java.secretObjection(lie)).isPresent());
        var said = inNode(directory);
        assertThat(said).hasSize(lies().size() + 1);
        assertThat(said.getFirst()).isEqualTo("sound " + polls);
        assertThat(said.subList(1, said.size()))
                .allSatisfy(one -> assertThat(one).startsWith("bad "));
    }

    private List<List<String>> lies() {
        return List.of(
                with("ballot.taken", line -> line.replace("\"personId\":\"db02\"", "\"personId\":\"db03\"")),
                with("ballot.defined", line -> line.replace("Trưởng ban", "Phó ban")),
                with("ballot.approved", line -> line.replace("\"to\":\"TALLIED\"", "\"to\":\"CHECK\"")),
                with("ballot.approved", line -> line.replaceAll("\"issued\":\\d+", "\"issued\":5")),
                with("ballot.tallied", line -> line.replaceAll("\"collected\":\\d+", "\"collected\":7")),
                without("\"to\":\"FINAL\""));
    }

    private List<String> with(String type, UnaryOperator<String> lie) {
        return lines.stream()
                .map(line -> line.contains("\"type\":\"" + type + "\"") ? lie.apply(line) : line)
                .toList();
    }

    private List<String> without(String words) {
        return lines.stream().filter(line -> !line.contains(words)).toList();
    }

    private List<String> inNode(Path directory) throws IOException, InterruptedException {
        var asked = Files.writeString(directory.resolve("lies.json"), Json.text(lies()));
        var command = List.of(
                "node",
                "--no-warnings",
                copy("/secret/journal.mjs", directory).toString(),
                copy("/notary/verify.html", directory).toString(),
                zip.toString());
        var process = new ProcessBuilder(command)
                .redirectInput(asked.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static Path copy(String resource, Path directory) throws IOException {
        try (var in = Objects.requireNonNull(JournalCheckers.class.getResourceAsStream(resource))) {
            return Files.write(directory.resolve(Path.of(resource).getFileName().toString()), in.readAllBytes());
        }
    }
}
