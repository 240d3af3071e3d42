package plenum.server.secret;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The script of {@code verify-ballots.html} in Node, which has the browsers' cryptography. */
final class NodeVerifier implements AutoCloseable {
    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader said;

    NodeVerifier(Path directory) throws IOException {
        var page = copy("verify-ballots.html", directory);
        var harness = copy("check.mjs", directory);
        process = new ProcessBuilder("node", "--no-warnings", harness.toString(), page.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        asked = process.outputWriter(StandardCharsets.UTF_8);
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    private static Path copy(String name, Path directory) throws IOException {
        try (var in = Objects.requireNonNull(NodeVerifier.class.getResourceAsStream("/secret/" + name))) {
            return Files.write(directory.resolve(name), in.readAllBytes());
        }
    }

    /** {@code sound <cast> <valid>} or {@code bad <why>} for the files in the directory. */
    String verdict(Path poll) {
        try {
            asked.write(poll + "\n");
            asked.flush();
            return String.valueOf(said.readLine());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
