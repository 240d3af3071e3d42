package plenum.media.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An address where the bridge can be reached: UDP, or TCP where the browser dials (RFC 6544, passive). */
public record Candidate(InetSocketAddress address, boolean tcp) {
    private static final int UDP_PREFERENCE = 126;
    private static final int TCP_PREFERENCE = 90;
    private static final int LOCAL_PREFERENCE = 65_535;

    /** The line of RFC 8839, 5.1 without its end. @param index place in the list: the first is preferred */
    String line(int index) {
        return "a=candidate:" + (index + 1) + " 1 " + (tcp ? "tcp " : "udp ") + priority(index) + ' ' + host() + ' '
                + address.getPort() + " typ host" + (tcp ? " tcptype passive" : "");
    }

    /** RFC 8445, 5.1.2.1. */
    private long priority(int index) {
        long type = tcp ? TCP_PREFERENCE : UDP_PREFERENCE;
        return (type << 24) + ((long) (LOCAL_PREFERENCE - index) << 8) + 255;
    }

    private String host() {
        InetAddress host = address.getAddress();
        String text = host.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
