package plenum.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** A tape's stretches, a line each, in a file beside it. */
final class Stretches {
    private static final Pattern LINE = Pattern.compile("(\\d{1,15}) (\\d{1,15})");

    private Stretches() {}

    private static Path beside(Path tape) {
        return tape.resolveSibling(tape.getFileName() + ".stretches");
    }

    /** Durable when it returns. */
    static void add(Path tape, Stretch stretch) throws IOException {
        var line = ByteBuffer.wrap((stretch.fromMs() + " " + stretch.at().toEpochMilli() + "\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (var file = FileChannel.open(
                beside(tape), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                var unused = file.write(line);
            }
            file.force(true);
        }
    }

    /** In the order of the tape; a line that is not whole is left out. */
    static List<Stretch> of(Path tape) throws IOException {
        if (!Files.exists(beside(tape))) {
            return List.of();
        }
        return Files.readAllLines(beside(tape)).stream()
                .map(LINE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line ->
                        new Stretch(Long.parseLong(line.group(1)), Instant.ofEpochMilli(Long.parseLong(line.group(2)))))
                .toList();
    }

    static void delete(Path tape) throws IOException {
        Files.deleteIfExists(beside(tape));
    }
}
