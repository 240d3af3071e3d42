package plenum.server.load;

import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** Access tokens of the load program: ES256 like the server's own, so that checking them costs the same. */
final class LoadTokens {
    private LoadTokens() {}

    static KeyPair newKeys() {
        return Jwts.SIG.ES256.keyPair().build();
    }

    static String text(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    static PrivateKey privateKey(String text) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    static PublicKey publicKey(String text) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    @SuppressWarnings("JavaUtilDate") // jjwt's interface
    static String sign(PrivateKey key, String person, Instant expires) {
        return Jwts.builder()
                .subject(person)
                .expiration(Date.from(expires))
                .signWith(key, Jwts.SIG.ES256)
                .compact();
    }
}
