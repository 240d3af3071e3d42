package plenum.media.dtls;

/** Where the handshakes of a bridge run: each on a virtual thread, at most 64 at once; the rest waits. Thread-safe. */
public final class DtlsHandshakes {
    public DtlsHandshakes(DtlsIdentity identity) {}

    /** The passive side; its handshake begins with the peer's first datagram. */
    public DtlsSession accept(DtlsListener listener) {
        throw new UnsupportedOperationException("signature");
    }

    /** The active side; begins at once. */
    public DtlsSession connect(DtlsListener listener) {
        throw new UnsupportedOperationException("signature");
    }

    /** Runs handshakes with itself, so that the first peers find compiled code. Blocks. */
    public void warmUp(int handshakes) {
        throw new UnsupportedOperationException("signature");
    }
}
