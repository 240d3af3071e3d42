package plenum.server.kernel;

import java.util.regex.Pattern;

final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Ids() {}

    static void check(String value) {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not an id");
    }
}
