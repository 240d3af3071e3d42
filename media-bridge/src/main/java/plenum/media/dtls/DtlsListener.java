package plenum.media.dtls;

import plenum.media.srtp.SrtpKeys;

/**
 * Hears what becomes of a {@link DtlsSession}, on the session's own virtual thread, one call at a time; hand over to
 * the media thread and do not block. {@link #keys}, or {@link #failed} for a wrong fingerprint, may also come on the
 * thread that calls {@link DtlsSession#expect}, when the handshake was over before.
 */
public interface DtlsListener {
    /** A datagram for the peer, to be kept. */
    void send(byte[] datagram);

    /** The peer is the one of its SDP, and these are the keys of both directions. At most once. */
    void keys(SrtpKeys send, SrtpKeys receive);

    /**
     * There are no keys and none will come: wrong fingerprint, no common profile, out of time, too many at once, closed
     * by us before. The last call.
     */
    void failed(Throwable cause);

    /** The session is over after its keys have come: the peer has closed it, or we have. The last call but for send. */
    void closed();
}
