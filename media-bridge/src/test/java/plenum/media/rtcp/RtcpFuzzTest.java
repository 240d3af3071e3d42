package plenum.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever arrives, reading ends, does not throw and tells only of bytes of the packet. */
class RtcpFuzzTest {
    private static final int ROUNDS = 100_000;

    private final Random random = new Random(11);

    @Test
    void anythingMayArrive() {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] b = random.nextInt(3) == 0 ? noise() : changed();
            var heard = new Heard();
            if (RtcpReader.read(b, 0, b.length, heard)) {
                read++;
            } else {
                assertThat(heard.lines).isEmpty();
            }
        }
        assertThat(read).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    @Test
    void theSurroundingsDoNotMatter() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            byte[] b = changed();
            byte[] wide = new byte[b.length + 200];
            random.nextBytes(wide);
            System.arraycopy(b, 0, wide, 100, b.length);
            var alone = new Heard();
            var within = new Heard();
            assertThat(RtcpReader.read(wide, 100, b.length, within)).isEqualTo(RtcpReader.read(b, 0, b.length, alone));
            alone.lines.removeIf(line -> line.startsWith("feedback"));
            within.lines.removeIf(line -> line.startsWith("feedback"));
            assertThat(within.lines).isEqualTo(alone.lines);
        }
    }

    private byte[] noise() {
        byte[] b = new byte[4 * random.nextInt(40)];
        random.nextBytes(b);
        if (b.length > 0) {
            b[0] = (byte) (0x80 | b[0] & 0x3f);
            b[1] = (byte) (200 + random.nextInt(8));
            b[2] = 0;
            b[3] = (byte) random.nextInt(b.length / 4);
        }
        return b;
    }

    private byte[] changed() {
        var writer = new RtcpWriter(new byte[1_500], 0, 1_500);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            assertThat(writeOne(writer)).isTrue();
        }
        byte[] b = Arrays.copyOf(writer.buffer(), writer.length());
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(b, random.nextInt(b.length));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            b[random.nextInt(b.length)] ^= (byte) random.nextInt(256);
        }
        return b;
    }

    private boolean writeOne(RtcpWriter writer) {
        return switch (random.nextInt(7)) {
            case 0 -> writer.senderReport(1, 2, 3, 4, 5) && writer.reportBlock(1, 2, 3, 4, 5, 6, 7);
            case 1 -> writer.receiverReport(1) && writer.reportBlock(1, 2, 3, 4, 5, 6, 7);
            case 2 -> writer.cname(1, "x".repeat(random.nextInt(20)));
            case 3 -> writer.nack(1, 2, random.ints(9, 0, 65_536).sorted().toArray(), 9);
            case 4 -> writer.pictureLoss(1, 2);
            case 5 -> writer.fullIntraRequest(1, 2, 3);
            default -> writer.bye(1);
        };
    }
}
