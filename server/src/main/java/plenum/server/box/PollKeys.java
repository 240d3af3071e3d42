package plenum.server.box;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import plenum.server.secret.Keys;

/**
 * The ballot box's secrets of one poll: the key that ballots are sealed to, the key of the receipts, the key that names
 * rows and the key that seals them at rest. Nothing of a poll can be read without them. Thread-safe.
 */
final class PollKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    private final AsymmetricCipherKeyPair box;
    private final PrivateKey receipt;
    private final String receiptText;
    private final byte[] names;
    private final byte[] rest;

    private PollKeys(AsymmetricCipherKeyPair box, PrivateKey receipt, String receiptText, byte[] names, byte[] rest) {
        this.box = box;
        this.receipt = receipt;
        this.receiptText = receiptText;
        this.names = names;
        this.rest = rest;
    }

    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    static PollKeys make() {
        var receipt = ed25519();
        var text = Keys.text(receipt.getPublic());
        return new PollKeys(hpke().generatePrivateKey(), receipt.getPrivate(), text, random(), random());
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no Ed25519 on this Java", impossible);
        }
    }

    private static byte[] random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A line a key. @throws IllegalArgumentException for anything but what {@link #text} writes */
    static PollKeys read(String text) {
        var lines = text.strip().lines().toList();
        if (lines.size() != 6) throw new IllegalArgumentException("not a poll's keys");
        var base64 = Base64.getDecoder();
        try {
            var receipt = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(2))));
            var box = hpke().deserializePrivateKey(base64.decode(lines.get(0)), base64.decode(lines.get(1)));
            return new PollKeys(box, receipt, lines.get(3), base64.decode(lines.get(4)), base64.decode(lines.get(5)));
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("not a poll's keys", unfit);
        }
    }

    String text() {
        var base64 = Base64.getEncoder();
        return String.join(
                        "\n",
                        List.of(
                                base64.encodeToString(hpke().serializePrivateKey(box.getPrivate())),
                                box(),
                                base64.encodeToString(receipt.getEncoded()),
                                receiptText,
                                base64.encodeToString(names),
                                base64.encodeToString(rest)))
                + "\n";
    }

    /** Point that ballots are sealed to, 65 bytes in Base64. */
    String box() {
        return Base64.getEncoder().encodeToString(hpke().serializePublicKey(box.getPublic()));
    }

    AsymmetricCipherKeyPair boxPair() {
        return box;
    }

    /** Public key of the receipts, 32 bytes in Base64. */
    String receipt() {
        return receiptText;
    }

    byte[] sign(byte[] text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(receipt);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no Ed25519 on this Java", impossible);
        }
    }

    /** The row's name: nobody can compute it from a published token once this key is gone. */
    String nameOf(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(names, "HmacSHA256"));
            return "%064x".formatted(new BigInteger(1, mac.doFinal(message)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HMAC on this Java", impossible);
        }
    }

    /** The key that seals rows. */
    SecretKeySpec rest() {
        return new SecretKeySpec(rest, "AES");
    }
}
