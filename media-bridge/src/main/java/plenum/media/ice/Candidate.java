package plenum.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A remote candidate that an {@link IceClient} can try: UDP, or TCP passive, which is dialled (RFC 6544).
 *
 * @param priority the greater the better, 1 to 2^31-1
 */
public record Candidate(boolean tcp, int priority, InetSocketAddress address) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Of the value of {@code a=candidate:} (RFC 8839 section 5.1).
     *
     * @return null: malformed, or none that we can try: a name in place of an address, or another component
     */
    public static @Nullable Candidate parse(String attribute) {
        var words = attribute.strip().split(" +");
        boolean usable = words.length >= 8
                && words[1].equals("1")
                && words[6].equals("typ")
                && ADDRESS.matcher(words[4]).matches();
        if (!usable) {
            return null;
        }
        return switch (words[2].toLowerCase(Locale.ROOT)) {
            case "udp" -> parse(words, false);
            case "tcp" -> attribute.contains(" tcptype passive") ? parse(words, true) : null;
            default -> null;
        };
    }

    private static @Nullable Candidate parse(String[] words, boolean tcp) {
        try {
            var address = InetAddress.ofLiteral(words[4]);
            var socket = new InetSocketAddress(address, Integer.parseInt(words[5]));
            return new Candidate(tcp, Integer.parseInt(words[3]), socket);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
