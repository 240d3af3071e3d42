package plenum.media.forward;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetransmitCacheTest {
    private static final long MS = 1_000_000;
    private final VideoLayer layer = new VideoSource().layer(0);
    private final RetransmitCache cache = new RetransmitCache(layer);
    private final PayloadFacts facts = new PayloadFacts();

    private void put(long number, int size, long nowNs) {
        var p = new VideoPacket(layer, new byte[0], 0);
        byte[] payload = new byte[size];
        payload[size - 1] = (byte) number;
        p.view(RtpBytes.parse(RtpBytes.packet(RtpBytes.VP8, true, 0, (int) number * 7, 1, payload)), facts, -1);
        p.place(1, number, false);
        cache.put(p, nowNs);
    }

    private void assertKept(long number) {
        VideoPacket p = requireNonNull(cache.get(number));
        assertThat(p.number()).isEqualTo(number);
        assertThat(p.timestamp()).isEqualTo((int) number * 7);
        assertThat(p.marker()).isTrue();
        assertThat(p.buffer()[p.payloadOffset() + p.payloadLength() - 1]).isEqualTo((byte) number);
    }

    @Test
    void aPacketIsKeptWithItsPayload() {
        put(1_000, 900, 0);
        assertKept(1_000);
        assertThat(cache.get(999)).isNull();
        assertThat(cache.get(1_000 + RetransmitCache.MAX_PACKETS)).isNull();
        assertThat(cache.get(-1)).isNull();
    }

    @Test
    void nothingIsAllocatedBeforeTheFirstPacket() {
        assertThat(cache.get(0)).isNull();
        assertThat(cache.places()).isZero();
    }

    @Test
    void aSlowStreamNeedsLittleMemory() {
        for (int i = 0; i < 2_000; i++) {
            put(i, 500, i * 100 * MS);
        }
        assertThat(cache.places()).isEqualTo(32);
        for (int i = 1_969; i < 2_000; i++) {
            assertKept(i);
        }
        assertThat(cache.get(1_900)).isNull();
    }

    @Test
    void aFastStreamIsKeptForOneAndAHalfSeconds() {
        for (int i = 0; i < 5_000; i++) {
            put(i, 1_100, i * 5 * MS);
        }
        assertThat(cache.places()).isBetween(300, 384);
        for (int i = 4_999; i > 4_999 - 300; i--) {
            assertKept(i);
        }
    }

    @Test
    void itNeverHasMoreThan512Packets() {
        for (int i = 0; i < 5_000; i++) {
            put(i, RetransmitCache.MAX_PAYLOAD, i * MS);
        }
        assertThat(cache.places()).isEqualTo(RetransmitCache.MAX_PACKETS);
        for (int i = 4_999; i > 4_999 - RetransmitCache.MAX_PACKETS; i--) {
            assertKept(i);
        }
    }

    @Test
    void packetsMayComeInAnyOrder() {
        put(5, 10, 0);
        put(7, 10, 0);
        put(6, 10, 0);
        assertKept(5);
        assertKept(6);
        assertKept(7);
    }

    @Test
    void aPacketTooLargeIsNotKept() {
        put(5, RetransmitCache.MAX_PAYLOAD + 1, 0);
        assertThat(cache.get(5)).isNull();
    }

    @Test
    void memoryIsGivenBack() {
        put(5, 10, 0);
        cache.release();
        assertThat(cache.places()).isZero();
        assertThat(cache.get(5)).isNull();
        put(6, 10, 0);
        assertKept(6);
    }
}
