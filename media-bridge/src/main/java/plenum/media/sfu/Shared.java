package plenum.media.sfu;

import java.security.SecureRandom;
import plenum.media.api.BridgeEvent;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.ice.IceLite;
import plenum.media.net.Transport;

/**
 * What all endpoints of a bridge share.
 *
 * @param fingerprint of the bridge's certificate, as in SDP
 * @param expiryNs how long an endpoint stays without a connection
 */
record Shared(
        Transport transport,
        IceLite<Endpoint> ice,
        DtlsHandshakes handshakes,
        String fingerprint,
        Announcer announcer,
        Counters counters,
        SecureRandom random,
        long expiryNs) {
    void tell(BridgeEvent event) {
        announcer.tell(event);
    }
}
