package plenum.server.joined;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import plenum.server.platform.KeyFile;
import plenum.server.platform.Sha256;

/** The P-256 key by which another Plenum knows this server. Made at the first start; never leaves the machine. */
public final class ServerKey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;

    private ServerKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Reads the key, or makes one, readable by the server's user only. */
    public static ServerKey open(Path file) throws IOException {
        return new ServerKey(KeyFile.open(file, KeyFile.Kind.P256));
    }

    /** SubjectPublicKeyInfo in Base64url. */
    String text() {
        return BASE64.encodeToString(pair.getPublic().getEncoded());
    }

    /** SHA-256 of the public key, 64 hexadecimal digits. */
    String fingerprint() {
        return Sha256.of(pair.getPublic().getEncoded()).hex();
    }

    /** ECDSA with SHA-256, r and s beside each other, in Base64url. */
    String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no ECDSA on this Java", impossible);
        }
    }
}
