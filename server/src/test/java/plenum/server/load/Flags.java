package plenum.server.load;

import java.util.HashMap;
import java.util.Map;

/** Command line of the form {@code --name value}. */
record Flags(Map<String, String> values) {
    static Flags of(String... arguments) {
        var values = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) throw new IllegalArgumentException(arguments[i]);
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Flags(Map.copyOf(values));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }
}
