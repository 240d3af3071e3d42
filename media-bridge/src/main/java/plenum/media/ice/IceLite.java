package plenum.media.ice;

import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;
import plenum.media.net.Transport;

/**
 * The lite side of ICE for all peers of one transport (RFC 8445): answers their checks, knows whose packets come over a
 * route, follows a peer to another address. Media thread only.
 *
 * @param <P> what a session stands for: an endpoint
 */
public final class IceLite<P> {
    public IceLite(Transport transport) {}

    /** Begins to answer checks for the name; the peer's own name may still be unknown. */
    public IceSession<P> register(IceCredentials local, P peer, IceListener listener) {
        throw new UnsupportedOperationException("signature");
    }

    /** Takes a packet whose first byte is 0 to 3 (RFC 7983). */
    public void stun(byte[] data, int offset, int length, Route from, long nowNs) {
        throw new UnsupportedOperationException("signature");
    }

    /** Whose packets come over this route: it passed a check lately; null: nobody's, drop it. */
    public @Nullable IceSession<P> at(Route route) {
        throw new UnsupportedOperationException("signature");
    }

    /** A TCP connection has ended. */
    public void closed(Route route) {
        throw new UnsupportedOperationException("signature");
    }

    /** Looks who has fallen silent; to be called several times a second. */
    public void tick(long nowNs) {
        throw new UnsupportedOperationException("signature");
    }

    public IceCounts counts() {
        throw new UnsupportedOperationException("signature");
    }
}
