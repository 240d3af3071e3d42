package plenum.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of what was typed: words in quotes, or those between quotes.
 *
 * @param words folded, at least one
 * @param quoted the words stand side by side
 * @param open the last word may be unfinished
 */
record Typed(List<String> words, boolean quoted, boolean open) {
    private static final int MOST_WORDS = 16;
    private static final Pattern PARTS = Pattern.compile("\"([^\"]*)\"?|([^\"]+)");

    Typed {
        words = List.copyOf(words);
    }

    static List<Typed> parts(String typed) {
        var all = new ArrayList<Typed>();
        var parts = PARTS.matcher(typed);
        while (parts.find()) {
            var quoted = parts.group(1) != null;
            var part = quoted ? parts.group(1) : parts.group(2);
            var words = some(Words.of(Words.FOLDED, part));
            var open = !quoted && parts.end() == typed.length() && !part.endsWith(" ");
            if (!words.isEmpty()) {
                all.add(new Typed(words, quoted, open));
            }
        }
        return all;
    }

    boolean unfinished(int at) {
        return open && at == words.size() - 1 && words.get(at).length() >= Words.SHORTEST_START;
    }

    /** Two words side by side, as the index has them. The unfinished one is in none. */
    List<String> pairs() {
        var pairs = new ArrayList<String>();
        for (var at = 1; at < words.size(); at++) {
            pairs.add(words.get(at - 1) + " " + words.get(at));
        }
        return pairs;
    }

    private static List<String> some(List<String> words) {
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }
}
