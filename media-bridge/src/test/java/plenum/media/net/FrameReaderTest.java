package plenum.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    @Test
    void anyBytesEndInPacketsOrARefusal() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            readToTheEnd(random);
        }
    }

    private static void readToTheEnd(Random random) {
        var reader = new FrameReader();
        boolean shortFrames = random.nextBoolean();
        for (int chunk = 0; chunk < 20; chunk++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            for (int i = 0; shortFrames && i < bytes.length; i++) {
                bytes[i] &= 3;
            }
            var in = Unpooled.wrappedBuffer(bytes);
            int length = reader.next(in);
            while (length > 0) {
                assertThat(length).isLessThanOrEqualTo(Transport.MAX_PACKET);
                assertThat(reader.data().length).isGreaterThanOrEqualTo(reader.offset() + length + Transport.ROOM);
                length = reader.next(in);
            }
            if (length == FrameReader.TOO_LONG) {
                return;
            }
            assertThat(in.isReadable()).isFalse();
        }
    }

    @Test
    void packetsBecomeVisibleByteByByte() {
        var reader = new FrameReader();
        byte[] stream = {0, 0, 0, 3, 7, 8, 9, 0, 1, 4};
        int[] expected = {-1, -1, -1, -1, -1, -1, 3, -1, -1, 1};
        for (int i = 0; i < stream.length; i++) {
            assertThat(reader.next(Unpooled.wrappedBuffer(stream, i, 1))).isEqualTo(expected[i]);
        }
        assertThat(reader.data()[reader.offset()]).isEqualTo((byte) 4);
    }
}
