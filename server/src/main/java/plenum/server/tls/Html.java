package plenum.server.tls;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markup that is safe to send: text gets in only escaped, so that a host name can never become an element. */
record Html(String markup) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

    /** Escapes for element content and for quoted attributes, in HTML and XML alike. */
    static Html text(String plain) {
        return new Html(plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /**
     * Fills each {{name}} of a template of ours.
     *
     * @throws IllegalArgumentException when the template names a value that isn't given
     */
    static Html fill(String template, Map<String, Html> values) {
        return new Html(
                PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1)))));
    }

    private static String value(Map<String, Html> values, String name) {
        Html value = values.get(name);
        if (value == null) throw new IllegalArgumentException("the template wants " + name);
        return value.markup();
    }
}
