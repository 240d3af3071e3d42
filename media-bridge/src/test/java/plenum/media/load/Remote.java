package plenum.media.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.BitSet;
import java.util.regex.Pattern;
import plenum.media.dtls.Fingerprint;

/**
 * The bridge's end of a connection, as its SDP tells.
 *
 * @param rtx payload types of retransmissions
 */
record Remote(String ufrag, String password, Fingerprint fingerprint, InetSocketAddress address, BitSet rtx) {
    private static final Pattern RTX = Pattern.compile("(?m)^a=rtpmap:(\\d{1,3}) rtx/");

    /** Of an offer or answer whose first UDP candidate of IPv4 is the one to use. */
    static Remote of(String sdp) {
        var fingerprint = Fingerprint.parse(value(sdp, "a=fingerprint:"));
        if (fingerprint == null) {
            throw new IllegalArgumentException("no fingerprint: " + sdp);
        }
        return new Remote(value(sdp, "a=ice-ufrag:"), value(sdp, "a=ice-pwd:"), fingerprint, candidate(sdp), rtx(sdp));
    }

    private static BitSet rtx(String sdp) {
        var types = new BitSet();
        RTX.matcher(sdp).results().forEach(match -> types.set(Integer.parseInt(match.group(1))));
        return types;
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
