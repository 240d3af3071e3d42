package plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever arrives, a packet that was read lies inside of its bytes. */
class RtpFuzzTest {
    private static final int ROUNDS = 200_000;

    private final Random random = new Random(7);
    private final RtpPacket packet = new RtpPacket();

    @Test
    void nothingIsReadOutside() {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] b = random.nextInt(3) == 0 ? noise() : changed();
            if (packet.parse(b, 0, b.length)) {
                read++;
                check(0, b.length);
            }
        }
        assertThat(read).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    /** What lies around the packet must not matter. */
    @Test
    void theSurroundingsDoNotMatter() {
        var other = new RtpPacket();
        for (int round = 0; round < ROUNDS / 10; round++) {
            byte[] b = changed();
            byte[] wide = new byte[b.length + 600];
            random.nextBytes(wide);
            System.arraycopy(b, 0, wide, 300, b.length);
            boolean alone = other.parse(b, 0, b.length);
            assertThat(packet.parse(wide, 300, b.length)).isEqualTo(alone);
            if (alone) {
                check(300, b.length);
                assertThat(packet.payloadLength()).isEqualTo(other.payloadLength());
                assertThat(packet.transportSequence()).isEqualTo(other.transportSequence());
                assertThat(packet.mid()).isEqualTo(other.mid());
            }
        }
    }

    private void check(int from, int length) {
        int end = from + length;
        assertThat(packet.payloadOffset()).isBetween(from + 12, end);
        assertThat(packet.payloadLength()).isBetween(0, end - packet.payloadOffset());
        for (int id = -1; id < 300; id++) {
            int at = packet.extension(id);
            if (at >= 0) {
                assertThat(at).isBetween(from + 16, packet.payloadOffset());
                assertThat(at + packet.extensionLength(id)).isLessThanOrEqualTo(packet.payloadOffset());
            }
        }
        assertThat(packet.audioLevel()).isBetween(-1, 127);
        assertThat(packet.transportSequence()).isBetween(-1, 0xffff);
        for (var id : new String[] {packet.mid(), packet.rid(), packet.repairedRid()}) {
            assertThat(id == null || id.length() <= 16).isTrue();
        }
    }

    private byte[] noise() {
        byte[] b = new byte[random.nextInt(120)];
        random.nextBytes(b);
        if (b.length > 0) {
            b[0] = (byte) (0x80 | b[0] & 0x3f);
        }
        return b;
    }

    private byte[] changed() {
        var packets = new Packets().contributors(random.nextInt(3)).padding(random.nextInt(20));
        if (random.nextBoolean()) {
            packets = packets.twoByteExtensions();
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            byte[] data = new byte[1 + random.nextInt(16)];
            random.nextBytes(data);
            packets = packets.extension(1 + random.nextInt(14), data);
        }
        byte[] b = packets.build();
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(b, random.nextInt(b.length));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            b[random.nextInt(b.length)] ^= (byte) random.nextInt(256);
        }
        return b;
    }
}
