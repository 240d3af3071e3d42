package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.media.forward.OutgoingHeader;
import plenum.media.rtp.Bytes;

class RepeatBufferTest {
    private static final long MS = 1_000_000;
    private final RepeatBuffer buffer = new RepeatBuffer();

    @Test
    void aPacketIsFoundByItsStreamAndByItsTransportNumberAsItWasSent() {
        keep(1, 100, 7, 500);
        keep(2, 100, 8, 600);
        assertThat(content(buffer.find(1, 100))).isEqualTo(packet(1, 100, 7, 500));
        assertThat(buffer.find(8)).isEqualTo(buffer.find(2, 100));
        assertThat(buffer.find(1, 101)).isNegative();
        assertThat(buffer.find(9)).isNegative();
    }

    @Test
    void anEmptyBufferHoldsNothing() {
        assertThat(buffer.find(0, 0)).isNegative();
        assertThat(buffer.find(0)).isNegative();
    }

    @Test
    void aPacketIsRepeatedOnceInHalfARoundTrip() {
        keep(1, 100, 7, 500);
        int entry = buffer.find(1, 100);
        assertThat(buffer.repeated(entry)).isFalse();
        assertThat(buffer.allows(entry, 100 * MS, 0)).isTrue();
        assertThat(buffer.repeated(entry)).isTrue();
        assertThat(buffer.allows(entry, 100 * MS, 49 * MS)).isFalse();
        assertThat(buffer.allows(entry, 100 * MS, 50 * MS)).isTrue();
    }

    @Test
    void aPacketIsNotRepeatedForEver() {
        keep(1, 100, 7, 500);
        int entry = buffer.find(1, 100);
        for (int i = 0; i < 8; i++) {
            assertThat(buffer.allows(entry, 0, i * 1_000 * MS)).isTrue();
        }
        assertThat(buffer.allows(entry, 0, 9_000 * MS)).isFalse();
    }

    @Test
    void whatIsFoundIsAlwaysWhatWasSentAndTheNewestAreThere() {
        var random = new Random(3);
        int[] lengths = new int[20_000];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 40 + random.nextInt(1_200);
            keep(i % 5, i / 5, i, lengths[i], i * 2 * MS);
            assertThat(content(buffer.find(i % 5, i / 5))).isEqualTo(packet(i % 5, i / 5, i, lengths[i]));
            int old = i - random.nextInt(400);
            int entry = old < 0 ? -1 : buffer.find(old % 5, old / 5);
            assertThat(entry < 0 || Arrays.equals(content(entry), packet(old % 5, old / 5, old, lengths[old])))
                    .isTrue();
        }
    }

    @Test
    void whatWasSentInTheLastHalfSecondAtThreeMegabitsIsThere() {
        for (int i = 0; i < 2_000; i++) {
            keep(1, i, i, 1_200, i * 3_200_000L);
        }
        assertThat(buffer.find(1, 2_000 - 150)).isNotNegative();
    }

    @Test
    void streamsDoNotTakeEachOthersPlaces() {
        var random = new Random(5);
        int[] ssrcs = random.ints(12).toArray();
        for (int i = 0; i < 20_000; i++) {
            keep(ssrcs[i % 12], 7 * (i % 12) + i / 12 & 0xffff, i & 0xffff, 120, i * MS);
            int old = Math.max(0, i - random.nextInt(300));
            assertThat(buffer.find(ssrcs[old % 12], 7 * (old % 12) + old / 12 & 0xffff))
                    .isNotNegative();
        }
    }

    @Test
    void nothingIsForgottenWhenItGrows() {
        for (int i = 0; i < 220; i++) {
            keep(1, i, i, 1_100, i * MS);
            for (int old = 0; old <= i; old++) {
                assertThat(content(buffer.find(1, old))).isEqualTo(packet(1, old, old, 1_100));
            }
        }
    }

    private void keep(int ssrc, int sequence, int transport, int length) {
        keep(ssrc, sequence, transport, length, 0);
    }

    private void keep(int ssrc, int sequence, int transport, int length, long nowNs) {
        buffer.keep(packet(ssrc, sequence, transport, length), length, nowNs);
    }

    private static byte[] packet(int ssrc, int sequence, int transport, int length) {
        byte[] packet = new byte[length];
        Arrays.fill(packet, (byte) (transport * 31));
        Bytes.put16(packet, 2, sequence);
        Bytes.put32(packet, 8, ssrc);
        OutgoingHeader.transportSequence(packet, 0, transport);
        return packet;
    }

    private byte[] content(int entry) {
        return Arrays.copyOfRange(buffer.buffer(), buffer.offset(entry), buffer.offset(entry) + buffer.length(entry));
    }
}
