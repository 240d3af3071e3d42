package plenum.server.issuer;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import plenum.server.secret.Keys;
import plenum.server.secret.SecretFiles;

/**
 * The issuers' keys of the polls that still give out tokens. Once a poll's key is destroyed nobody can make a ballot
 * for it any more, the server's administrator included.
 */
public final class IssuerKeys {
    private final SecretFiles files;

    private IssuerKeys(SecretFiles files) {
        this.files = files;
    }

    public static IssuerKeys open(Path directory) throws IOException {
        return new IssuerKeys(SecretFiles.open(directory, ".issuer"));
    }

    public void keep(String poll, KeyPair key) {
        var base64 = Base64.getEncoder();
        var secret = base64.encodeToString(key.getPrivate().getEncoded());
        files.put(poll, secret + "\n" + base64.encodeToString(key.getPublic().getEncoded()) + "\n");
    }

    public Optional<KeyPair> find(String poll) {
        return files.get(poll).map(IssuerKeys::read);
    }

    public void destroy(String poll) {
        files.destroy(poll);
    }

    private static KeyPair read(String text) {
        var lines = text.strip().lines().toList();
        if (lines.size() != 2) throw new IllegalStateException("not an issuer's key");
        try {
            var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()));
            return new KeyPair(
                    Keys.rsa(lines.getLast()), KeyFactory.getInstance("RSA").generatePrivate(secret));
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("not an issuer's key", unfit);
        }
    }
}
