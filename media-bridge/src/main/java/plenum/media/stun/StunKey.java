package plenum.media.stun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks MESSAGE-INTEGRITY with one password (RFC 8489 section 14.5). One thread at a time. */
public final class StunKey {
    static final int TAG_LENGTH = 20;

    private final Mac hmac;
    private final byte[] tag = new byte[TAG_LENGTH];

    StunKey(byte[] key) {
        try {
            hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(key, "HmacSHA1"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the short-term credentials that ICE uses. */
    public static StunKey of(String password) {
        return new StunKey(password.getBytes(StandardCharsets.UTF_8));
    }

    /** @param attribute where the attribute begins */
    boolean matches(byte[] data, int offset, int attribute) {
        compute(data, offset, attribute);
        byte[] theirs = Arrays.copyOfRange(data, attribute + 4, attribute + 4 + TAG_LENGTH);
        return MessageDigest.isEqual(theirs, tag);
    }

    void write(byte[] data, int offset, int attribute) {
        compute(data, offset, attribute);
        System.arraycopy(tag, 0, data, attribute + 4, TAG_LENGTH);
    }

    /** Over all before the attribute, with a length in the header as if the attribute were the last. */
    private void compute(byte[] data, int offset, int attribute) {
        int length = attribute + 4 + TAG_LENGTH - offset - StunMessage.HEADER_LENGTH;
        hmac.update(data, offset, 2);
        hmac.update((byte) (length >> 8));
        hmac.update((byte) length);
        hmac.update(data, offset + 4, attribute - offset - 4);
        try {
            hmac.doFinal(tag, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
