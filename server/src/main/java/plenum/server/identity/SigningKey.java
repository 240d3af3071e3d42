package plenum.server.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * One ES256 key for access tokens, as stored.
 *
 * @param privateKey PKCS #8 in Base64
 * @param publicKey X.509 in Base64
 */
record SigningKey(String kid, Instant madeAt, String privateKey, String publicKey) {
    static SigningKey make(Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return of(generator.generateKeyPair(), now);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no P-256 on this Java", impossible);
        }
    }

    private static SigningKey of(KeyPair pair, Instant now) {
        var base64 = Base64.getEncoder();
        return new SigningKey(
                UUID.randomUUID().toString(),
                now,
                base64.encodeToString(pair.getPrivate().getEncoded()),
                base64.encodeToString(pair.getPublic().getEncoded()));
    }

    PrivateKey signer() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the stored key " + kid + " is broken", broken);
        }
    }

    PublicKey verifier() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the stored key " + kid + " is broken", broken);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
