package plenum.media.srtp;

import org.jspecify.annotations.Nullable;

/** A protection profile for DTLS-SRTP (RFC 5764 section 4.1.2, RFC 7714 section 14.2), the preferred one first. */
public enum SrtpProfile {
    AEAD_AES_128_GCM(7, 12, 16),
    AES128_CM_HMAC_SHA1_80(1, 14, 10);

    /** The most bytes by which protection makes an RTP or RTCP packet longer. */
    public static final int MAX_OVERHEAD = 20;

    private final int id;
    private final int saltLength;
    private final int tagLength;

    SrtpProfile(int id, int saltLength, int tagLength) {
        this.id = id;
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    public static @Nullable SrtpProfile of(int id) {
        for (SrtpProfile profile : values()) {
            if (profile.id == id) {
                return profile;
            }
        }
        return null;
    }

    /** As in the use_srtp extension. */
    public int id() {
        return id;
    }

    /** Of the master key, bytes. */
    public int keyLength() {
        return 16;
    }

    /** Of the master salt, bytes. */
    public int saltLength() {
        return saltLength;
    }

    /** Of the authentication tag, bytes. */
    public int tagLength() {
        return tagLength;
    }
}
