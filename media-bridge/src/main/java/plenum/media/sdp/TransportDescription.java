package plenum.media.sdp;

/**
 * One end of the ICE and DTLS connection (RFC 8839, RFC 8842).
 *
 * @param ufrag ICE user name fragment
 * @param pwd ICE password
 * @param fingerprint of the DTLS certificate: {@code sha-256} and 32 upper-case hex pairs with colons between
 */
public record TransportDescription(String ufrag, String pwd, String fingerprint) {}
