package plenum.server.kernel;

import java.util.regex.Pattern;

/** The one form of every id: 1 to 64 letters, digits, hyphens and underscores. */
final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Ids() {}

    static void check(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an id is 1 to 64 letters, digits, '-' or '_'");
        }
    }
}
