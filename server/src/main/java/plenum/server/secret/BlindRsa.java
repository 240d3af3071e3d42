package plenum.server.secret;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;

/** RSABSSA-SHA384-PSS-Randomized of RFC 9474, the signer's and the verifier's steps. */
public final class BlindRsa {
    public static final int KEY_BITS = 3072;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);

    private BlindRsa() {}

    /** A key for one poll; takes about a second. */
    public static KeyPair freshKey() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(KEY_BITS);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no RSA on this Java", impossible);
        }
    }

    /**
     * BlindSign (section 4.3). The same blinded message gives the same signature.
     *
     * @throws IllegalArgumentException when the message is not one of this key: wrong length, or too large
     */
    public static byte[] blindSign(KeyPair key, byte[] blinded) {
        var verifier = (RSAPublicKey) key.getPublic();
        var modulus = verifier.getModulus();
        var message = new BigInteger(1, blinded);
        if (!isSignable(verifier, blinded)) {
            throw new IllegalArgumentException("not a blinded message of this key");
        }
        var signature = raw(key.getPrivate(), blinded);
        if (!new BigInteger(1, signature)
                .modPow(verifier.getPublicExponent(), modulus)
                .equals(message)) {
            throw new IllegalStateException("a fault while signing");
        }
        return signature;
    }

    /** Whether these bytes have the key's length and a value below its modulus. */
    public static boolean isSignable(RSAPublicKey key, byte[] blinded) {
        return blinded.length == bytes(key) && new BigInteger(1, blinded).compareTo(key.getModulus()) < 0;
    }

    private static byte[] raw(PrivateKey key, byte[] blinded) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            var signature = cipher.doFinal(blinded);
            var padded = new byte[blinded.length];
            System.arraycopy(signature, 0, padded, padded.length - signature.length, signature.length);
            Arrays.fill(signature, (byte) 0);
            return padded;
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("this key does not sign", unfit);
        }
    }

    /** Whether it is the key's signature: plain RSASSA-PSS with SHA-384 and a salt of 48 bytes. */
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PSS);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    /** Length of the key's blinded messages and signatures. */
    public static int bytes(RSAPublicKey key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }
}
