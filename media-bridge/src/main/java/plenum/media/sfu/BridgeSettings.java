package plenum.media.sfu;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import plenum.media.net.NettyTransport;

/**
 * How an embedded bridge is set up.
 *
 * @param name in its events
 * @param transport where it listens
 * @param advertised the addresses that browsers are told to come to, with the ports it listens on; empty: those it
 *     listens on
 * @param expiry how long an endpoint stays without a connection
 * @param warmsUp it does handshakes with itself and protects packets of its own at the start, so that the first
 *     browsers find compiled code
 */
public record BridgeSettings(
        String name,
        NettyTransport.Settings transport,
        List<InetAddress> advertised,
        Duration expiry,
        boolean warmsUp) {
    public BridgeSettings {
        advertised = List.copyOf(advertised);
    }

    /** What suits most: it tells the addresses it listens on, endpoints stay a minute. */
    public static BridgeSettings on(NettyTransport.Settings transport) {
        return new BridgeSettings("embedded", transport, List.of(), Duration.ofMinutes(1), true);
    }

    public BridgeSettings withAdvertised(List<InetAddress> addresses) {
        return new BridgeSettings(name, transport, addresses, expiry, warmsUp);
    }

    public BridgeSettings withExpiry(Duration duration) {
        return new BridgeSettings(name, transport, advertised, duration, warmsUp);
    }

    public BridgeSettings withoutWarmUp() {
        return new BridgeSettings(name, transport, advertised, expiry, false);
    }
}
