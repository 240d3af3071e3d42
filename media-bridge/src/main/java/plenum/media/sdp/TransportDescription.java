package plenum.media.sdp;

/**
 * One end of the ICE and DTLS connection (RFC 8839, RFC 8842).
 *
 * @param ufrag ICE user name fragment
 * @param pwd ICE password
 * @param fingerprint SHA-256 of the DTLS certificate: 32 upper-case hex pairs with colons between
 */
public record TransportDescription(String ufrag, String pwd, String fingerprint) {}
