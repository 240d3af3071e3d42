package plenum.media.sfu;

/** A protected way to a peer. Media thread only. */
interface Wire {
    /** Whether there is a way and there are keys. */
    boolean up();

    /** Protects an RTP packet in place. @return its new length; negative: it cannot be sent */
    int seal(byte[] data, int offset, int length);

    /** Sends a protected packet. */
    void hand(byte[] data, int offset, int length);

    /** Protects an RTCP packet in place and sends it. */
    void sendRtcp(byte[] data, int offset, int length);
}
