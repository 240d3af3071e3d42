package plenum.server.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The tablet's own code of {@code tablet-web/src/core/secret} in Node, asked step by step. */
public final class NodeTablet implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader said;

    public NodeTablet(Path directory) throws IOException {
        var harness = directory.resolve("tablet.mjs");
        try (var in = Objects.requireNonNull(NodeTablet.class.getResourceAsStream("/secret/tablet.mjs"))) {
            Files.write(harness, in.readAllBytes());
        }
        var web = Path.of("../tablet-web").toRealPath();
        process = new ProcessBuilder("node", "--no-warnings", harness.toString(), web.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        asked = process.outputWriter(StandardCharsets.UTF_8);
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What the tablet answers; a {@code failure} when it refuses. */
    public JsonNode step(String name, Map<String, ?> data) {
        var line = new HashMap<String, Object>(data);
        line.put("do", name);
        try {
            asked.write(JSON.writeValueAsString(line) + "\n");
            asked.flush();
            return JSON.readTree(Objects.requireNonNull(said.readLine(), "the tablet is gone"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
