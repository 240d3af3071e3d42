package plenum.media.dtls;

import plenum.media.srtp.SrtpKeys;

/**
 * Hears what becomes of a {@link DtlsSession}, on the session's own virtual thread; hand over to the media thread. Only
 * {@link #keys} and {@link #failed} may also come on the thread that calls {@link DtlsSession#expect}, when the
 * handshake was over before. Of keys and failed exactly one is called, once; nothing after {@link #closed}.
 */
public interface DtlsListener {
    /** A datagram for the peer, to be kept. */
    void send(byte[] datagram);

    /** The peer is the one of its SDP, and these are the keys of both directions. */
    void keys(SrtpKeys send, SrtpKeys receive);

    /** No keys will come: wrong fingerprint, no common profile, out of time, too many at once. */
    void failed(Throwable cause);

    /** The session is over: the peer has closed it, or we have. */
    void closed();
}
