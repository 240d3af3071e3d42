package plenum.server.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Public keys and signatures as the browsers' WebCrypto makes them: ECDSA on P-256 with SHA-256, r and s beside each
 * other.
 */
public final class PublicKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PublicKeys.class);
    private static final int P256_BITS = 256;
    /** SubjectPublicKeyInfo of a P-256 point, uncompressed (RFC 5480). */
    private static final int SPKI_BYTES = 91;

    private static final int POINT_BYTES = 65;

    /** Checks a signature in a seventh of the JDK's time, where this machine has it. */
    private static final Provider CHECKING = checking();

    private PublicKeys() {}

    private static Provider checking() {
        var fast = AmazonCorrettoCryptoProvider.INSTANCE;
        if (fast.getLoadingError() == null) return fast;
        LOG.info("signatures are checked by the JDK: {}", fast.getLoadingError().getMessage());
        return Security.getProvider("SunEC");
    }

    /** Empty: no such key. */
    public static Optional<PublicKey> read(String base64) {
        try {
            var bytes = bytes(base64);
            var key = KeyFactory.getInstance("EC", CHECKING).generatePublic(new X509EncodedKeySpec(bytes));
            var p256 = bytes.length == SPKI_BYTES
                    && key instanceof ECPublicKey ec
                    && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS;
            return p256 ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The last 65 of the bytes: an uncompressed point. */
    static byte[] point(PublicKey p256) {
        return Arrays.copyOfRange(p256.getEncoded(), SPKI_BYTES - POINT_BYTES, SPKI_BYTES);
    }

    public static boolean signed(PublicKey key, String text, String signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format", CHECKING);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(bytes(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when it is no Base64url */
    static String id(String publicKey) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(publicKey)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The same of what anyone may have sent. */
    public static Optional<String> idOf(String publicKey) {
        try {
            return Optional.of(id(publicKey));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
