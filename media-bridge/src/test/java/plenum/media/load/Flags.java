package plenum.media.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments of a command line: {@code --name value}. */
record Flags(Map<String, String> values) {
    static Flags of(String... arguments) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("--name value, not " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Flags(Map.copyOf(values));
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }

    /** Separated by commas. */
    List<String> list(String name, String otherwise) {
        return List.of(values.getOrDefault(name, otherwise).split(","));
    }

    /** Separated by blanks. */
    List<String> words(String name, String otherwise) {
        return List.of(values.getOrDefault(name, otherwise).split(" "));
    }
}
