package plenum.server.box;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a random nonce before it: rows in the store, and replies to tablets. */
final class AtRest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private AtRest() {}

    static byte[] seal(SecretKey key, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, plain, 0);
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    /** @throws IllegalStateException when it was not sealed under this key */
    static byte[] open(SecretKey key, byte[] sealed) {
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), sealed, NONCE);
    }

    private static byte[] cipher(int mode, SecretKey key, byte[] nonce, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("not sealed under this key", unfit);
        }
    }
}
