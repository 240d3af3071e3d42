package plenum.media.srtp;

/**
 * The cipher and authentication of one direction and one kind, RTP or RTCP. Packets change in place. Keeps no state of
 * packets: the same arguments give the same bytes.
 */
sealed interface Transform permits GcmTransform, CounterModeTransform {
    static Transform rtp(SrtpKeys keys) {
        return of(keys, KeyDerivation.RTP_ENCRYPTION, KeyDerivation.RTP_AUTHENTICATION, KeyDerivation.RTP_SALT);
    }

    static Transform rtcp(SrtpKeys keys) {
        return of(keys, KeyDerivation.RTCP_ENCRYPTION, KeyDerivation.RTCP_AUTHENTICATION, KeyDerivation.RTCP_SALT);
    }

    private static Transform of(SrtpKeys keys, int encryption, int authentication, int salt) {
        var derivation = new KeyDerivation(keys);
        byte[] sessionKey = derivation.derive(encryption, keys.profile().keyLength());
        byte[] sessionSalt = derivation.derive(salt, keys.profile().saltLength());
        return switch (keys.profile()) {
            case AEAD_AES_128_GCM -> new GcmTransform(sessionKey, sessionSalt);
            case AES128_CM_HMAC_SHA1_80 ->
                new CounterModeTransform(
                        sessionKey,
                        sessionSalt,
                        derivation.derive(authentication, CounterModeTransform.AUTHENTICATION_KEY));
        };
    }

    /** Bytes by which {@link #protect} makes a packet longer. */
    int overhead();

    /**
     * Encrypts what follows the header and puts the tag behind.
     *
     * @param clear bytes at the beginning that stay in the clear
     * @param index of the RTP packet, 48 bits
     * @return the new length
     */
    int protect(byte[] b, int off, int len, int clear, int ssrc, long index);

    /** @return the new length; -1: not authentic, the bytes are then of no use */
    int unprotect(byte[] b, int off, int len, int clear, int ssrc, long index);

    /**
     * Encrypts an RTCP packet and puts tag and index word behind.
     *
     * @param word the index with the E bit on top, which is set
     * @return the new length
     */
    int protectRtcp(byte[] b, int off, int len, int ssrc, int word);

    /** @return the new length; -1: not authentic */
    int unprotectRtcp(byte[] b, int off, int len, int ssrc);

    /** @return the index word of a protected RTCP packet that is long enough */
    int rtcpWord(byte[] b, int off, int len);
}
