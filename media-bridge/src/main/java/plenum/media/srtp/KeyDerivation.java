package plenum.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The pseudo-random function that makes session keys of a master key (RFC 3711 section 4.3), derivation rate 0. */
final class KeyDerivation {
    static final int RTP_ENCRYPTION = 0;
    static final int RTP_AUTHENTICATION = 1;
    static final int RTP_SALT = 2;
    static final int RTCP_ENCRYPTION = 3;
    static final int RTCP_AUTHENTICATION = 4;
    static final int RTCP_SALT = 5;
    private static final int LABEL_AT = 7;

    private final SrtpKeys keys;

    KeyDerivation(SrtpKeys keys) {
        this.keys = keys;
    }

    byte[] derive(int label, int length) {
        // A salt of 96 bits stands at the left of the 112 bits (RFC 7714 section 11).
        byte[] iv = Arrays.copyOf(keys.salt(), 16);
        iv[LABEL_AT] ^= (byte) label;
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.key(), "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/CTR", e);
        }
    }
}
