package plenum.server.doc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown document of server/doc. */
record Page(String text) {
    static final Path DOCS = Path.of("doc");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    static Page of(String file) {
        try {
            return new Page(Files.readString(DOCS.resolve(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What stands below a heading of the second level, until the next one. */
    Page section(String heading) {
        var start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("no section " + heading);
        }
        var from = start + heading.length() + 5;
        var end = text.indexOf("\n## ", from);
        return new Page(text.substring(from, end < 0 ? text.length() : end));
    }

    /** Headings of the second level, in order. */
    List<String> sections() {
        return text.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    /** The cells of all tables' rows, without their heads. */
    List<List<String>> rows() {
        var lines = text.lines().toList();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).startsWith("| ") && !headed(lines, i))
                .map(i -> cells(lines.get(i)))
                .toList();
    }

    private static boolean headed(List<String> lines, int line) {
        return line + 1 < lines.size() && lines.get(line + 1).startsWith("|---");
    }

    private static List<String> cells(String row) {
        return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
    }

    /** What stands between backticks, in order. */
    List<String> quoted() {
        return quoted(text);
    }

    static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The only block of JSON. */
    String json() {
        var block = text.split("```", -1);
        if (block.length != 3 || !block[1].startsWith("json\n")) {
            throw new IllegalArgumentException("not exactly one block of JSON in: " + text);
        }
        return block[1].substring("json\n".length());
    }
}
