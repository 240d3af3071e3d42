package plenum.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick check of signatures says what the JDK's says. */
class PublicKeysTest {
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @Test
    void whatTheJdkSignsIsAcceptedAndEveryChangeIsRefused() throws Exception {
        var random = new Random(256);
        for (var number = 0; number < 40; number++) {
            var pair = pair();
            var text = "phiếu " + random.nextLong();
            var signature = signed(pair, text);
            assertThat(says(pair, text, signature)).isTrue();
            assertThat(says(pair, text + " ", signature)).isFalse();
            assertThat(says(pair(), text, signature)).isFalse();
            var changed = signature.clone();
            changed[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            assertThat(says(pair, text, changed)).isFalse();
        }
    }

    @Test
    void numbersThatAreNoSignatureAreRefusedByBoth() throws Exception {
        var pair = pair();
        var good = signed(pair, "x");
        var zero = new byte[32];
        var order = Arrays.copyOfRange(ORDER.toByteArray(), 1, 33);
        var r = Arrays.copyOf(good, 32);
        var s = Arrays.copyOfRange(good, 32, 64);
        for (var odd : new byte[][] {
            both(zero, zero),
            both(r, zero),
            both(zero, s),
            both(order, s),
            both(r, order),
            new byte[0],
            r,
            Arrays.copyOf(good, 63),
            Arrays.copyOf(good, 65),
            both(order, order)
        }) {
            assertThat(says(pair, "x", odd)).isFalse();
        }
        var other = ORDER.subtract(new BigInteger(1, s)).toByteArray();
        var mirrored = both(r, Arrays.copyOfRange(both(zero, other), other.length, other.length + 32));
        assertThat(says(pair, "x", mirrored))
                .as("s and n - s are both signatures")
                .isTrue();
    }

    private static boolean says(KeyPair pair, String text, byte[] signature) {
        var quick =
                PublicKeys.signed(pair.getPublic(), text, Base64.getUrlEncoder().encodeToString(signature));
        assertThat(quick).isEqualTo(jdk(pair, text, signature));
        return quick;
    }

    private static boolean jdk(KeyPair pair, String text, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM, "SunEC");
            check.initVerify(pair.getPublic());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    private static byte[] signed(KeyPair pair, String text) throws GeneralSecurityException {
        var signer = Signature.getInstance(ALGORITHM, "SunEC");
        signer.initSign(pair.getPrivate());
        signer.update(text.getBytes(StandardCharsets.UTF_8));
        return signer.sign();
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] both(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
