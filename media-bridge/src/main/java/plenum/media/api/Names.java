package plenum.media.api;

import java.util.regex.Pattern;

/** What a name on a bridge may be. */
final class Names {
    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Names() {}

    /** @throws IllegalArgumentException for any other name */
    static void check(String name) {
        if (!GOOD.matcher(name).matches()) {
            throw new IllegalArgumentException("1 to 64 characters of [A-Za-z0-9._-]");
        }
    }
}
