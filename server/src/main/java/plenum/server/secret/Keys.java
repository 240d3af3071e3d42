package plenum.server.secret;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Public keys and signatures as a definition and a tablet write them. */
public final class Keys {
    /** Of an uncompressed point of P-256. */
    public static final int POINT = 65;

    private static final int COORDINATE = 32;
    private static final int LEAST_RSA_BITS = 2048;
    /** Of an X.509 Ed25519 key, before its 32 bytes (RFC 8410 section 4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Keys() {}

    /** @param base64 X.509; @throws IllegalArgumentException when it is none, or weaker than 2048 bits */
    public static RSAPublicKey rsa(String base64) {
        try {
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            if (key.getModulus().bitLength() < LEAST_RSA_BITS) throw new IllegalArgumentException("a weak RSA key");
            return key;
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("no RSA key", unfit);
        }
    }

    /** @param base64 the 32 bytes; @throws IllegalArgumentException when they are no key */
    public static PublicKey ed25519(String base64) {
        var raw = Base64.getDecoder().decode(base64);
        if (raw.length != 32) throw new IllegalArgumentException("no Ed25519 key");
        try {
            var encoded = Arrays.copyOf(ED25519, ED25519.length + raw.length);
            System.arraycopy(raw, 0, encoded, ED25519.length, raw.length);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("no Ed25519 key", unfit);
        }
    }

    /** The 32 bytes in Base64. */
    public static String text(PublicKey ed25519) {
        var encoded = ed25519.getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, ED25519.length, encoded.length));
    }

    /** @param point 65 bytes, uncompressed; @throws IllegalArgumentException when it is not on P-256 */
    public static PublicKey p256(byte[] point) {
        if (point.length != POINT || point[0] != 4) throw new IllegalArgumentException("no point of P-256");
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var at = new ECPoint(coordinate(point, 1), coordinate(point, 1 + COORDINATE));
            var spec = new ECPublicKeySpec(at, parameters.getParameterSpec(ECParameterSpec.class));
            return KeyFactory.getInstance("EC").generatePublic(spec);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("no point of P-256", unfit);
        }
    }

    private static BigInteger coordinate(byte[] point, int from) {
        return new BigInteger(1, Arrays.copyOfRange(point, from, from + COORDINATE));
    }

    /** ECDSA with SHA-256 as WebCrypto writes it: r and s, 32 bytes each. */
    public static boolean signedBy(byte[] point, byte[] message, byte[] signature) {
        try {
            return verified("SHA256withECDSAinP1363Format", p256(point), message, signature);
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    static boolean verified(String algorithm, PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }
}
