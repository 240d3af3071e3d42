package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.media.rtp.Codec;

/** Whatever a payload is: it is read without an exception, without end, and only within its bounds. */
class PayloadFuzzTest {
    private static final int ROUNDS = 100_000;
    private static final List<Codec> CODECS = List.of(Codec.VP8, Codec.VP9, Codec.H264, Codec.AV1);
    private static final List<byte[]> VALID = List.of(
            hex("90e0800507201002009d012a0005d002"),
            hex("aa812300075001400 0b4028001680500 02d0".replace(" ", "")),
            hex("6742e01f8c8d405017fcb3"),
            hex("7800086742e01f8c8d40500002 68ce".replace(" ", "")),
            hex("200b0a0000000f62ffff"));

    private final PayloadFacts facts = new PayloadFacts();

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void randomBytesAreRead() {
        var random = new Random(41);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] payload = new byte[random.nextInt(40)];
            random.nextBytes(payload);
            readWithinBounds(payload, random);
        }
    }

    @Test
    void mutatedPayloadsAreRead() {
        var random = new Random(42);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] payload = VALID.get(i % VALID.size()).clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readWithinBounds(Arrays.copyOf(payload, random.nextInt(payload.length + 1)), random);
        }
    }

    /** The answer is the same at the very end of an array and with other bytes around it. */
    private void readWithinBounds(byte[] payload, Random random) {
        for (Codec codec : CODECS) {
            facts.read(codec, payload, 0, payload.length);
            boolean key = facts.keyFrame();
            int height = facts.height();
            int picture = facts.pictureId();
            byte[] around = new byte[payload.length + 20];
            random.nextBytes(around);
            System.arraycopy(payload, 0, around, 10, payload.length);
            facts.read(codec, around, 10, payload.length);
            assertThat(facts.keyFrame()).isEqualTo(key);
            assertThat(facts.height()).isEqualTo(height).isBetween(0, 65_535);
            assertThat(facts.pictureId()).isEqualTo(picture).isBetween(-1, 32_767);
        }
    }
}
