package plenum.server.secret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a definition's lines; what would be written in another way is refused. */
final class DefinitionReader {
    private final Map<String, List<String>> found = new HashMap<>();

    private DefinitionReader(String text) {
        for (var line : text.split("\n", -1)) {
            var cut = line.indexOf(' ');
            if (cut > 0) {
                found.computeIfAbsent(line.substring(0, cut), word -> new ArrayList<>())
                        .add(line.substring(cut + 1));
            }
        }
    }

    static Definition read(byte[] bytes) {
        var definition = new DefinitionReader(Texts.text(bytes)).definition();
        if (!Arrays.equals(definition.bytes(), bytes)) throw new IllegalArgumentException("not a definition's form");
        return definition;
    }

    private Definition definition() {
        var eligible = pair(one("eligible"));
        return new Definition(
                one("poll"),
                one("title"),
                Integer.parseInt(one("seats")),
                one("blank").equals("valid"),
                all("option").stream().map(DefinitionReader::option).toList(),
                all("line").stream().map(DefinitionReader::line).toList(),
                new Definition.Eligible(Integer.parseInt(eligible[0]), eligible[1]),
                all("board").stream().map(DefinitionReader::member).toList(),
                one("issuer"),
                one("box"),
                one("receipt"));
    }

    private List<String> all(String word) {
        return found.getOrDefault(word, List.of());
    }

    private String one(String word) {
        var all = all(word);
        if (all.size() != 1) throw new IllegalArgumentException("not one line: " + word);
        return all.getFirst();
    }

    private static String[] pair(String text) {
        var cut = text.indexOf(' ');
        if (cut < 0) throw new IllegalArgumentException("two words are wanted");
        return new String[] {text.substring(0, cut), text.substring(cut + 1)};
    }

    private static Definition.Option option(String text) {
        var pair = pair(text);
        return new Definition.Option(pair[0], pair[1]);
    }

    private static Definition.Line line(String text) {
        var pair = pair(text);
        return new Definition.Line(pair[0], pair[1]);
    }

    private static Definition.BoardMember member(String text) {
        var pair = pair(text);
        return new Definition.BoardMember(pair[0], pair[1]);
    }
}
