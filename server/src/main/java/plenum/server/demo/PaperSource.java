package plenum.server.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a paper as it stands in the stock: "key: value" lines, an empty line, then the body.
 *
 * <p>In the body "# " starts a heading, "= " a line in the middle, "! " a part on a new page, "~ " an italic paragraph,
 * "@name" puts in a table, "{name}" a figure; anything else is a paragraph with **bold** and __italic__.
 */
record PaperSource(String name, Map<String, String> keys, List<String> body) {
    static List<PaperSource> all() {
        return Stock.lines("papers/order.txt").stream().map(PaperSource::read).toList();
    }

    private static PaperSource read(String name) {
        List<String> lines = Stock.text("papers/" + name + ".txt").lines().toList();
        int gap = lines.indexOf("");
        Map<String, String> keys = new LinkedHashMap<>();
        for (String line : lines.subList(0, gap)) {
            int colon = line.indexOf(": ");
            keys.put(line.substring(0, colon), line.substring(colon + 2));
        }
        List<String> body = lines.subList(gap + 1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return new PaperSource(name, keys, body);
    }

    String key(String key) {
        String value = keys.get(key);
        if (value == null) throw new IllegalStateException(name + " has no " + key);
        return value;
    }

    String keyOr(String key, String otherwise) {
        return keys.getOrDefault(key, otherwise);
    }

    LocalDate date() {
        return LocalDate.parse(key("date"));
    }

    boolean draft() {
        return !keys.containsKey("number");
    }
}
