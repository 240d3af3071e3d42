package plenum.media.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import plenum.media.dtls.Fingerprint;

/** The bridge's end of a connection, as its SDP tells. */
record Remote(String ufrag, String password, Fingerprint fingerprint, InetSocketAddress address) {
    /** Of an offer or answer whose first UDP candidate of IPv4 is the one to use. */
    static Remote of(String sdp) {
        var fingerprint = Fingerprint.parse(value(sdp, "a=fingerprint:"));
        if (fingerprint == null) {
            throw new IllegalArgumentException("no fingerprint: " + sdp);
        }
        return new Remote(value(sdp, "a=ice-ufrag:"), value(sdp, "a=ice-pwd:"), fingerprint, candidate(sdp));
    }

    private static String value(String sdp, String prefix) {
        return sdp.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + prefix + " in " + sdp))
                .substring(prefix.length());
    }

    private static InetSocketAddress candidate(String sdp) {
        var parts = sdp.lines()
                .filter(line -> line.startsWith("a=candidate:"))
                .map(line -> line.split(" "))
                .filter(fields -> fields[2].equalsIgnoreCase("udp") && fields[4].contains("."))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no IPv4 candidate: " + sdp));
        try {
            return new InetSocketAddress(InetAddress.getByName(parts[4]), Integer.parseInt(parts[5]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
