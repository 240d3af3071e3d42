package plenum.media.rtcp;

/** What a compound RTCP packet says, in its order; arguments in the units of the packet. Ignores all by default. */
public interface RtcpVisitor {
    /** @param ntp 32.32 fixed point, seconds since 1900 */
    default void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {}

    /**
     * One report block of an SR or RR.
     *
     * @param reporter who reports
     * @param ssrc about whose packets
     * @param fractionLost of 256
     * @param cumulativeLost signed
     * @param highestSequence extended, 32 bits
     * @param jitter units of the RTP timestamp
     * @param lastSenderReport middle 32 bits of the NTP time of the newest SR, 0: none yet
     * @param delay since then, 1/65,536 s
     */
    default void reportBlock(
            int reporter,
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastSenderReport,
            int delay) {}

    default void bye(int ssrc) {}

    /**
     * A packet that an application defined for itself (RFC 3550 section 6.7); its data lie in the buffer.
     *
     * @param subtype 0 to 31
     * @param name four letters
     */
    default void application(int subtype, int name, byte[] buffer, int offset, int length) {}

    /** One missing packet; {@code sequence} 0 to 65,535. */
    default void nack(int mediaSsrc, int sequence) {}

    default void pictureLoss(int mediaSsrc) {}

    /** @param command 0 to 255, the same in a repetition (RFC 5104 section 4.3.1) */
    default void fullIntraRequest(int mediaSsrc, int command) {}

    /** draft-alvestrand-rmcat-remb-03. */
    default void receiverEstimate(long bitrateBps) {}

    /** draft-holmer-rmcat-transport-wide-cc-extensions-01; the feedback control information lies in the buffer. */
    default void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {}
}
