package plenum.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host candidate: an address at which a peer may be reached (RFC 8839 section 5.1, RFC 6544 for TCP, passive).
 *
 * @param priority the greater the better, 1 to 2^31-1
 */
public record Candidate(boolean tcp, int priority, InetSocketAddress address) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Type preferences (RFC 8445 section 5.1.2.2): TCP only when UDP does not come through. */
    private static final int PREFERENCE_UDP = 126;

    private static final int PREFERENCE_TCP = 90;
    private static final int COMPONENT = 1;

    /**
     * Those of one port on several addresses, the first preferred.
     *
     * @param tcpPort -1: none
     */
    public static List<Candidate> of(List<InetAddress> addresses, int udpPort, int tcpPort) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < addresses.size(); i++) {
            candidates.add(new Candidate(
                    false, priority(PREFERENCE_UDP, i), new InetSocketAddress(addresses.get(i), udpPort)));
        }
        for (int i = 0; tcpPort >= 0 && i < addresses.size(); i++) {
            candidates.add(
                    new Candidate(true, priority(PREFERENCE_TCP, i), new InetSocketAddress(addresses.get(i), tcpPort)));
        }
        return List.copyOf(candidates);
    }

    private static int priority(int typePreference, int index) {
        return typePreference << 24 | 65535 - index << 8 | 256 - COMPONENT;
    }

    /**
     * The value of {@code a=candidate:}.
     *
     * @return null: malformed, or none that we can use: no address but a name, no host, another component
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

    /** The value of {@code a=candidate:}. */
    @Override
    public String toString() {
        var literal = address.getAddress().getHostAddress();
        int zone = literal.indexOf('%');
        return (tcp ? "2 1 tcp " : "1 1 udp ")
                + priority
                + " "
                + (zone < 0 ? literal : literal.substring(0, zone))
                + " "
                + address.getPort()
                + " typ host"
                + (tcp ? " tcptype passive" : "");
    }
}
