package plenum.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our steps of RFC 9474 give its own vectors; the tablet's are checked in tablet-web against the same file. */
final class BlindRsaTest {
    private static final JsonNode VECTORS = vectors();
    private static final KeyPair KEY = key(VECTORS.path("key"));
    private static final RSAPublicKey PUBLIC = (RSAPublicKey) KEY.getPublic();

    private static JsonNode vectors() {
        try (var in = BlindRsaTest.class.getResourceAsStream("/secret/rfc9474.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static KeyPair key(JsonNode numbers) {
        var n = number(numbers, "n");
        var e = number(numbers, "e");
        var d = number(numbers, "d");
        var p = number(numbers, "p");
        var q = number(numbers, "q");
        try {
            var factory = KeyFactory.getInstance("RSA");
            var one = BigInteger.ONE;
            var secret = new RSAPrivateCrtKeySpec(
                    n, e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p));
            return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(n, e)), factory.generatePrivate(secret));
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException(unfit);
        }
    }

    private static BigInteger number(JsonNode of, String name) {
        return new BigInteger(of.path(name).asText(), 16);
    }

    private static byte[] bytes(JsonNode of, String name) {
        return HexFormat.of().parseHex(of.path(name).asText());
    }

    @TestFactory
    Stream<DynamicTest> theVectorsOfTheStandardComeOut() {
        assertThat(VECTORS.path("cases")).hasSize(2);
        return VECTORS.path("cases")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        var input = bytes(vector, "input");
        var inverse = number(vector, "inverse");
        var blinded = Tablet.blind(PUBLIC, input, bytes(vector, "salt"), inverse.modInverse(PUBLIC.getModulus()));
        assertThat(blinded.message()).isEqualTo(bytes(vector, "blinded"));
        var blindSignature = BlindRsa.blindSign(KEY, blinded.message());
        assertThat(blindSignature).isEqualTo(bytes(vector, "blindSignature"));
        var signature = Tablet.unblind(PUBLIC, blindSignature, inverse);
        assertThat(signature).isEqualTo(bytes(vector, "signature"));
        assertThat(BlindRsa.verify(PUBLIC, input, signature)).isTrue();
        signature[10] ^= 1;
        assertThat(BlindRsa.verify(PUBLIC, input, signature)).isFalse();
    }

    @Test
    void whatIsNoBlindedMessageOfThisKeyIsNotSigned() {
        var tooLarge = Tablet.octets(PUBLIC.getModulus(), BlindRsa.bytes(PUBLIC));
        for (var wrong : List.of(new byte[0], new byte[383], tooLarge)) {
            assertThatThrownBy(() -> BlindRsa.blindSign(KEY, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theIssuerSeesNothingOfTheToken() {
        var issuer = Polls.issuer(0);
        var tablet = new Tablet((RSAPublicKey) issuer.getPublic());
        var signed = BlindRsa.blindSign(issuer, tablet.blinded());
        assertThat(tablet.accept(signed)).isTrue();
        var cast = tablet.mark(new Ballot("0".repeat(64), "1234", List.of()));
        assertThat(Arrays.equals(cast.token(), signed)).isFalse();
        assertThat(tablet.accept(BlindRsa.blindSign(Polls.issuer(1), tablet.blinded())))
                .as("another key's answer is no token")
                .isFalse();
    }

    @Test
    void aPollsOwnKeyIsLongEnough() {
        assertThat(((RSAPublicKey) BlindRsa.freshKey().getPublic()).getModulus().bitLength())
                .isEqualTo(3072);
    }
}
