package plenum.server.secret;

import static java.math.BigInteger.ONE;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/** What a delegate's tablet does in a secret poll, in Java: blinds, unblinds, marks, seals, opens replies. */
public final class Tablet {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 48;
    private static final int HASH = 48;

    /** A blinded message and what takes the blinding away again. */
    public record Blinded(byte[] message, BigInteger inverse) {}

    /** A sealed envelope and the key of its reply. */
    public record Sealed(byte[] request, byte[] replyKey) {}

    /** A box's answer. @param signature of the receipt, or zeros */
    public record Answer(byte verdict, byte[] signature) {}

    private final RSAPublicKey issuer;
    private final KeyPair oneTime;
    private final byte[] message;
    private final Blinded blinded;
    private byte[] token = new byte[0];

    public Tablet(RSAPublicKey issuer) {
        this.issuer = issuer;
        this.oneTime = p256();
        var prefix = new byte[32];
        RANDOM.nextBytes(prefix);
        this.message = concat(prefix, point(oneTime.getPublic()));
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        this.blinded = blind(issuer, message, salt, random(issuer.getModulus()));
    }

    public byte[] blinded() {
        return blinded.message();
    }

    /** Takes the issuer's answer; false when it is not a token of this key. */
    public boolean accept(byte[] blindSignature) {
        token = unblind(issuer, blindSignature, blinded.inverse());
        return BlindRsa.verify(issuer, message, token);
    }

    public CastBallot mark(Ballot ballot) {
        var bytes = ballot.bytes();
        return new CastBallot(message, token, bytes, sign(oneTime, bytes));
    }

    // the steps ------------------------------------------------------------------------------------------------

    /** Blind (RFC 9474 section 4.2) with the salt and the random number given. */
    static Blinded blind(RSAPublicKey issuer, byte[] message, byte[] salt, BigInteger r) {
        var n = issuer.getModulus();
        var encoded = new BigInteger(1, pss(message, salt, n.bitLength() - 1));
        var blinded = encoded.multiply(r.modPow(issuer.getPublicExponent(), n)).mod(n);
        return new Blinded(octets(blinded, BlindRsa.bytes(issuer)), r.modInverse(n));
    }

    static byte[] unblind(RSAPublicKey issuer, byte[] blindSignature, BigInteger inverse) {
        var signature = new BigInteger(1, blindSignature).multiply(inverse).mod(issuer.getModulus());
        return octets(signature, BlindRsa.bytes(issuer));
    }

    private static BigInteger random(BigInteger n) {
        while (true) {
            var r = new BigInteger(n.bitLength(), RANDOM);
            if (r.compareTo(ONE) > 0 && r.compareTo(n) < 0 && r.gcd(n).equals(ONE)) return r;
        }
    }

    /** EMSA-PSS (RFC 8017 section 9.1.1) with SHA-384. */
    private static byte[] pss(byte[] message, byte[] salt, int bits) {
        var length = (bits + 7) / 8;
        var hash = sha384(concat(new byte[8], sha384(message), salt));
        var block = new byte[length - HASH - 1];
        block[block.length - SALT - 1] = 1;
        System.arraycopy(salt, 0, block, block.length - SALT, SALT);
        var mask = mask(hash, block.length);
        for (var at = 0; at < block.length; at++) block[at] ^= mask[at];
        block[0] &= (byte) (0xff >> (8 * length - bits));
        return concat(block, hash, new byte[] {(byte) 0xbc});
    }

    private static byte[] mask(byte[] seed, int length) {
        var mask = new byte[0];
        for (var counter = 0; mask.length < length; counter++) {
            var number = ByteBuffer.allocate(4).putInt(counter).array();
            mask = concat(mask, sha384(concat(seed, number)));
        }
        return Arrays.copyOf(mask, length);
    }

    /** Seals for the definition's box; each time anew. */
    public static Sealed seal(Definition definition, CastBallot cast) {
        return sealBytes(definition, Envelope.pack(cast));
    }

    public static Sealed sealBytes(Definition definition, byte[] plain) {
        var hpke = new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
        var box = hpke.deserializePublicKey(Base64.getDecoder().decode(definition.box()));
        var context = hpke.setupBaseS(box, Envelope.info(definition.hash()));
        try {
            var sealed = context.seal(new byte[0], plain);
            var request = concat(HexFormat.of().parseHex(definition.hash()), context.getEncapsulation(), sealed);
            return new Sealed(request, context.export(Envelope.replyContext(), 32));
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when the reply was not made for this envelope. */
    public static Optional<Answer> open(Sealed sealed, byte[] reply) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = new GCMParameterSpec(128, reply, 0, Envelope.NONCE);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(sealed.replyKey(), "AES"), nonce);
            var plain = cipher.doFinal(reply, Envelope.NONCE, reply.length - Envelope.NONCE);
            return Optional.of(new Answer(plain[0], Arrays.copyOfRange(plain, 1, plain.length)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    // keys -----------------------------------------------------------------------------------------------------

    public static KeyPair p256() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The 65 bytes of an uncompressed point. */
    public static byte[] point(PublicKey p256) {
        var at = ((ECPublicKey) p256).getW();
        return concat(new byte[] {4}, octets(at.getAffineX(), 32), octets(at.getAffineY(), 32));
    }

    public static byte[] sign(KeyPair p256, byte[] bytes) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(p256.getPrivate());
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] octets(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var octets = new byte[length];
        var from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, octets, length - bytes.length + from, bytes.length - from);
        return octets;
    }

    private static byte[] sha384(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
