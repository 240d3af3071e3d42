package plenum.media.dtls;

/**
 * One DTLS 1.2 session with a peer: use_srtp, the peer's certificate checked by its fingerprint. The handshake may take
 * 10 s. Thread-safe; nothing blocks.
 */
public final class DtlsSession {
    DtlsSession() {}

    /** The peer's certificate must have this fingerprint; may come before, during or after the handshake. Once. */
    public void expect(Fingerprint fingerprint) {
        throw new UnsupportedOperationException("signature");
    }

    /** Takes a copy of a packet whose first byte is 20 to 63 (RFC 7983). */
    public void feed(byte[] data, int offset, int length) {
        throw new UnsupportedOperationException("signature");
    }

    /** Says good-bye to the peer. */
    public void close() {
        throw new UnsupportedOperationException("signature");
    }
}
