package plenum.media.sfu;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import plenum.media.api.BridgeEvent;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsIdentity;
import plenum.media.ice.IceLite;
import plenum.media.net.Transport;
import plenum.media.sdp.Candidate;

/**
 * What all endpoints of a bridge share.
 *
 * @param candidates where browsers find the bridge
 * @param fingerprint of the bridge's certificate, as in SDP
 * @param clock of sender reports
 * @param scratch where packets are written before they are sent
 * @param links to other bridges
 * @param held frames of which a part waits
 * @param expiryNs how long an endpoint stays without a connection
 */
record Shared(
        Transport transport,
        IceLite<Endpoint> ice,
        DtlsHandshakes handshakes,
        List<Candidate> candidates,
        String fingerprint,
        Announcer announcer,
        Counters counters,
        SecureRandom random,
        NtpClock clock,
        byte[] scratch,
        Links links,
        HeldFrames held,
        long expiryNs) {
    private static final int SCRATCH = Transport.MAX_PACKET + 2 * Transport.ROOM;

    /** Of a bridge whose transport has been started. */
    static Shared of(
            BridgeSettings settings,
            Transport transport,
            IceLite<Endpoint> ice,
            Links links,
            Counters counters,
            HeldFrames held) {
        var identity = DtlsIdentity.create();
        return new Shared(
                transport,
                ice,
                new DtlsHandshakes(identity),
                candidates(settings, transport),
                identity.fingerprint().toString(),
                new Announcer(),
                counters,
                new SecureRandom(),
                NtpClock.ofSystem(),
                new byte[SCRATCH],
                links,
                held,
                settings.expiry().toNanos());
    }

    /** UDP first. */
    private static List<Candidate> candidates(BridgeSettings settings, Transport transport) {
        var addresses = settings.advertised().isEmpty() ? transport.addresses() : settings.advertised();
        return Stream.concat(
                        addresses.stream().map(address -> candidate(address, transport.udpPort(), false)),
                        addresses.stream()
                                .filter(address -> transport.tcpPort() >= 0)
                                .map(address -> candidate(address, transport.tcpPort(), true)))
                .toList();
    }

    private static Candidate candidate(InetAddress address, int port, boolean tcp) {
        return new Candidate(new InetSocketAddress(address, port), tcp);
    }

    void tell(BridgeEvent event) {
        announcer.tell(event);
    }

    /** A new one, never 0. */
    int ssrc() {
        return random.nextInt(1, Integer.MAX_VALUE);
    }
}
