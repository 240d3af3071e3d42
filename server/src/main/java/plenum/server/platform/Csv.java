package plenum.server.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as CSV: RFC 4180, UTF-8 with the mark that spreadsheets look for. */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    public static String of(List<String> head, Stream<List<String>> rows) {
        return "\ufeff" + Stream.concat(Stream.of(head), rows).map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe. */
    private static String cell(String text) {
        var plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
