package plenum.media.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StunMessageTest {
    private static final StunKey KEY = StunKey.of("a password of 22 signs");

    private final StunWriter writer = new StunWriter();
    private final StunMessage message = new StunMessage();

    @Test
    void aWrittenCheckIsReadBack() {
        assertThat(parse(check())).isTrue();
        assertThat(message.type()).isEqualTo(StunMessage.REQUEST);
        assertThat(message.transactionHigh()).isEqualTo(-5L);
        assertThat(message.transactionLow()).isEqualTo(77);
        assertThat(message.receiverUfrag()).isEqualTo("theirs");
        assertThat(message.senderUfrag()).isEqualTo("ours+/");
        assertThat(message.priority()).isEqualTo(0x6e7f1eff);
        assertThat(message.useCandidate()).isTrue();
        assertThat(message.controlling()).isTrue();
        assertThat(message.authentic(KEY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
    void aMappedAddressIsReadBack(String address) {
        var mapped = new InetSocketAddress(address, 54321);
        int length = writer.begin(StunMessage.SUCCESS, 1, 2).mapped(mapped).end(KEY);
        assertThat(parse(length)).isTrue();
        assertThat(message.mappedAddress()).isEqualTo(mapped);
        assertThat(message.authentic(KEY)).isTrue();
    }

    @Test
    void anErrorIsReadBack() {
        assertThat(parse(writer.begin(StunMessage.ERROR, 1, 2)
                        .error(487, "Role Conflict")
                        .end(KEY)))
                .isTrue();
        assertThat(message.errorCode()).isEqualTo(487);
        assertThat(message.mappedAddress()).isNull();
    }

    @Test
    void anyBitChangedBeforeTheFingerprintMakesItUnauthentic() {
        int length = check();
        byte[] original = Arrays.copyOf(writer.data(), length);
        for (int bit = 0; bit < 8 * (length - 8); bit++) {
            byte[] changed = original.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            boolean accepted = message.parse(changed, 0, length) && message.authentic(KEY);
            assertThat(accepted).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void whatIsAddedBehindTheIntegrityIsNotBelieved() {
        writer.begin(StunMessage.REQUEST, 1, 2).username("a", "b");
        int signed = writer.end(KEY) - 8;
        byte[] data = Arrays.copyOf(writer.data(), signed + 4);
        Bits.put16(data, signed, Attribute.USE_CANDIDATE);
        Bits.put16(data, signed + 2, 0);
        Bits.put16(data, 2, data.length - StunMessage.HEADER_LENGTH);
        assertThat(message.parse(data, 0, data.length)).isTrue();
        assertThat(message.authentic(KEY)).isTrue();
        assertThat(message.useCandidate()).isFalse();
    }

    @Test
    void anAttributeThatMustBeKnownAndIsNotIsNamed() {
        byte[] data = new byte[StunMessage.HEADER_LENGTH + 8];
        System.arraycopy(writer.begin(StunMessage.REQUEST, 1, 2).data(), 0, data, 0, StunMessage.HEADER_LENGTH);
        Bits.put16(data, 2, 8);
        Bits.put16(data, 20, 0x0031);
        Bits.put16(data, 24, 0xc057);
        assertThat(message.parse(data, 0, data.length)).isTrue();
        assertThat(message.unknownCount()).isEqualTo(1);
        int length =
                writer.answer(StunMessage.ERROR, message).unknownOf(message).end();
        assertThat(Bits.u16(writer.data(), length - 8 - 4)).isEqualTo(0x0031);
    }

    @Test
    void withoutANameThereIsNoReceiver() {
        assertThat(parse(writer.begin(StunMessage.REQUEST, 1, 2).end(KEY))).isTrue();
        assertThat(message.receiverUfrag()).isNull();
        assertThat(message.senderUfrag()).isNull();
    }

    @Test
    void noBytesWhateverDoHarm() {
        var random = new Random(3);
        for (int round = 0; round < 200_000; round++) {
            askEverything(random.nextInt(3) == 0 ? noise(random) : mutated(random));
        }
    }

    private void askEverything(byte[] data) {
        byte[] exact = data.clone();
        if (message.parse(exact, 0, exact.length)) {
            boolean known = message.authentic(KEY) || message.hasIntegrity() || message.errorCode() > 0;
            var names = message.receiverUfrag() + message.senderUfrag() + message.mappedAddress();
            assertThat(names.length() + message.unknownCount() + (known ? 1 : 0))
                    .isPositive();
        }
    }

    private static byte[] noise(Random random) {
        byte[] data = new byte[random.nextInt(60)];
        random.nextBytes(data);
        if (data.length >= StunMessage.HEADER_LENGTH) {
            data[0] &= 0x3f;
            Bits.put32(data, 4, StunMessage.COOKIE);
            Bits.put16(data, 2, data.length - StunMessage.HEADER_LENGTH);
        }
        return data;
    }

    /** Valid messages, without the fingerprint that would give the change away, cut and changed. */
    private byte[] mutated(Random random) {
        int length = check() - (random.nextBoolean() ? 8 : 0);
        byte[] data = Arrays.copyOf(writer.data(), random.nextInt(4) == 0 ? random.nextInt(length) : length);
        for (int i = random.nextInt(4); i > 0 && data.length > 0; i--) {
            data[random.nextInt(data.length)] = (byte) random.nextInt();
        }
        if (data.length >= StunMessage.HEADER_LENGTH && random.nextInt(8) > 0) {
            Bits.put16(data, 2, data.length - StunMessage.HEADER_LENGTH);
        }
        return data;
    }

    private int check() {
        return writer.begin(StunMessage.REQUEST, -5, 77)
                .username("theirs", "ours+/")
                .controlling(9)
                .useCandidate()
                .priority(0x6e7f1eff)
                .end(KEY);
    }

    private boolean parse(int length) {
        return message.parse(writer.data(), 0, length);
    }
}
