package plenum.media.rtcp;

/** Packet types and feedback formats (RFC 3550 section 12.1, RFC 4585 section 6, RFC 5104 section 4). */
final class RtcpType {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int BYE = 203;
    static final int APPLICATION_DEFINED = 204;
    static final int TRANSPORT_LAYER = 205;
    static final int PAYLOAD_SPECIFIC = 206;

    /** Formats of {@link #TRANSPORT_LAYER}. */
    static final int NACK = 1;

    static final int TRANSPORT_FEEDBACK = 15;

    /** Formats of {@link #PAYLOAD_SPECIFIC}. */
    static final int PICTURE_LOSS = 1;

    static final int FULL_INTRA_REQUEST = 4;
    static final int APPLICATION = 15;

    private RtcpType() {}
}
