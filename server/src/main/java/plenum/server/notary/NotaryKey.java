package plenum.server.notary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import plenum.server.platform.KeyFile;

/**
 * The Ed25519 key that signs checkpoints. It lies in a file of the server and not in the store, so that who can write
 * the store cannot sign. All nodes of one Plenum use the same file. Thread-safe.
 */
public final class NotaryKey {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
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
        var pair = KeyFile.open(file, KeyFile.Kind.ED25519);
        return new NotaryKey(pair.getPrivate(), pair.getPublic());
    }

    /** The public key: 32 bytes in Base64. */
    String text() {
        return BASE64.encodeToString(raw);
    }

    /** The public key as a PEM block. @param text 32 bytes in Base64 */
    static String pem(String text) {
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + 32);
        System.arraycopy(Base64.getDecoder().decode(text), 0, encoded, PREFIX.length, 32);
        return KeyFile.block("PUBLIC KEY", encoded);
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
