package plenum.media.sdp;

/**
 * An m-line by which the browser receives: one voice or one picture at a time.
 *
 * @param ssrc of everything sent in it
 * @param rtxSsrc of its retransmissions (RFC 4588); of a voice: unused
 */
public record Slot(String mid, boolean video, int ssrc, int rtxSsrc) {}
