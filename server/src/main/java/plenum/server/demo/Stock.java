package plenum.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the text files beside this package's classes. */
final class Stock {
    private Stock() {}

    static String text(String name) {
        try (InputStream bytes = Stock.class.getResourceAsStream(name)) {
            if (bytes == null) throw new IllegalStateException("no resource " + name);
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines that say something: not empty, not starting with a hash. */
    static List<String> lines(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The fields of each line, which a bar separates. */
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> List.of(line.split("\\|", -1))).toList();
    }
}
