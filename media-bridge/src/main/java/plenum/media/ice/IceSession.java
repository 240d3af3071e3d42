package plenum.media.ice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;

/** One peer of an {@link IceLite}. Media thread only. */
public final class IceSession<P> {
    IceSession() {}

    public P peer() {
        throw new UnsupportedOperationException("signature");
    }

    /** The peer's own name is known from its SDP: checks under another one are refused from now on. */
    public void remoteUfrag(String ufrag) {
        throw new UnsupportedOperationException("signature");
    }

    /** Where packets to the peer go; null: no way yet. */
    public @Nullable Route selected() {
        throw new UnsupportedOperationException("signature");
    }

    /** An authentic packet of the peer came. */
    public void heard(long nowNs) {
        throw new UnsupportedOperationException("signature");
    }

    /** @return false: no way, no consent (RFC 7675), or congested */
    @CanIgnoreReturnValue
    public boolean send(byte[] data, int offset, int length) {
        throw new UnsupportedOperationException("signature");
    }

    /** Forgets the peer and ends its TCP connections. */
    public void close() {
        throw new UnsupportedOperationException("signature");
    }
}
