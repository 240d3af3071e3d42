package plenum.server.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** A pair of keys in a file that only the server's user may read; made when it is missing, never replaced. */
public final class KeyFile {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private KeyFile() {}

    /** Which keys. */
    public enum Kind {
        ED25519("Ed25519"),
        P256("EC");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }

        private KeyPair fresh() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (this == P256) generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        }
    }

    public static KeyPair open(Path file, Kind kind) throws IOException {
        try {
            if (!Files.exists(file)) {
                make(file, kind);
            }
            return read(file, kind);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException("no " + kind + " key in " + file, unusable);
        }
    }

    private static void make(Path file, Kind kind) throws IOException, GeneralSecurityException {
        var pair = kind.fresh();
        var fresh = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                block("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + block("PUBLIC KEY", pair.getPublic().getEncoded()),
                StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // its key is as good
        } finally {
            Files.delete(fresh);
        }
    }

    private static KeyPair read(Path file, Kind kind) throws IOException, GeneralSecurityException {
        var factory = KeyFactory.getInstance(kind.algorithm);
        PrivateKey signer = null;
        PublicKey verifier = null;
        var blocks = PEM.matcher(Files.readString(file));
        while (blocks.find()) {
            var bytes = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> signer = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
                case "PUBLIC KEY" -> verifier = factory.generatePublic(new X509EncodedKeySpec(bytes));
                default -> {}
            }
        }
        if (signer == null || verifier == null) {
            throw new IllegalArgumentException("a private and a public key are wanted");
        }
        return new KeyPair(verifier, signer);
    }

    /** One block of PEM. */
    public static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }
}
