package plenum.server.notary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The Ed25519 key that signs checkpoints. It lies in a file of the server and not in the store, so that who can write
 * the store cannot sign. All nodes of one Plenum use the same file. Thread-safe.
 */
public final class NotaryKey {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    /** Of an X.509 Ed25519 key, before its 32 bytes (RFC 8410 section 4). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PrivateKey signer;
    private final byte[] raw;

    private NotaryKey(PrivateKey signer, PublicKey verifier) {
        this.signer = signer;
        var encoded = verifier.getEncoded();
        this.raw = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    /** Reads the key, or makes one, readable by the server's user only. */
    public static NotaryKey open(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException("no key to sign journals with in " + file, unusable);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var fresh = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, pem(pair), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // its key is as good
        } finally {
            Files.delete(fresh);
        }
    }

    private static String pem(KeyPair pair) {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded())
                + block("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + BASE64.encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }

    private static NotaryKey read(Path file) throws IOException, GeneralSecurityException {
        var factory = KeyFactory.getInstance("Ed25519");
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
        return new NotaryKey(signer, verifier);
    }

    /** The public key: 32 bytes in Base64. */
    String text() {
        return BASE64.encodeToString(raw);
    }

    /** The public key as a PEM block. @param text 32 bytes in Base64 */
    static String pem(String text) {
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + 32);
        System.arraycopy(Base64.getDecoder().decode(text), 0, encoded, PREFIX.length, 32);
        return block("PUBLIC KEY", encoded);
    }

    /** The line's last word in a signed note (C2SP signed-note): key's number and signature, in Base64. */
    String sign(String origin, String body) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(signer);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            var signed = signature.sign();
            var all = Arrays.copyOf(number(origin), 4 + signed.length);
            System.arraycopy(signed, 0, all, 4, signed.length);
            return BASE64.encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no Ed25519 on this Java", impossible);
        }
    }

    private byte[] number(String origin) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 1);
        return Arrays.copyOf(digest.digest(raw), 4);
    }
}
