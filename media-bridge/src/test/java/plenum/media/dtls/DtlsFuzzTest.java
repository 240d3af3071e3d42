package plenum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DtlsFuzzTest {
    private final DtlsHandshakes servers = new DtlsHandshakes(DtlsIdentity.create());
    private final DtlsHandshakes clients = new DtlsHandshakes(DtlsIdentity.create());

    @Test
    void rubbishBetweenTheDatagramsOfAHandshakeIsIgnored() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            var pair = Pair.make(servers, clients, datagram -> datagram);
            pair.passive().expect(clients.identity().fingerprint());
            pair.active().expect(servers.identity().fingerprint());
            for (int i = 0; i < 10; i++) {
                feed(pair.active(), rubbish(random));
                feed(pair.passive(), rubbish(random));
            }
            pair.link();
            assertThat(pair.client().awaitKeys()).isNotNull();
            assertThat(pair.server().awaitKeys()).isNotNull();
            for (int i = 0; i < 100; i++) {
                feed(pair.active(), rubbish(random));
                feed(pair.passive(), rubbish(random));
            }
            pair.active().close();
            assertThat(pair.server().awaitClosed()).isTrue();
        }
    }

    /** Of the kind that reaches a session by its first byte, but no alert: those must be believed. */
    private static byte[] rubbish(Random random) {
        byte[] data = new byte[1 + random.nextInt(random.nextBoolean() ? 20 : 1400)];
        random.nextBytes(data);
        data[0] = (byte) (20 + random.nextInt(44));
        if (data[0] == 21) {
            data[0] = 24;
        }
        if (random.nextBoolean() && data.length > 13) {
            byte[] header = {data[0], (byte) 0xfe, (byte) 0xfd, 0, 0, 0, 0, 0, 0};
            System.arraycopy(header, 0, data, 0, header.length);
            data[0] = (byte) (random.nextBoolean() ? 23 : 63);
            data[11] = (byte) (data.length - 13 >> 8);
            data[12] = (byte) (data.length - 13);
        }
        return data;
    }

    @Test
    void changedDatagramsEndInKeysOrAFailureInTime() throws Exception {
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            var pair = Pair.trusting(servers, clients, new Mutations(seed));
            ends.add(ended(pair.server()));
            ends.add(ended(pair.client()));
        }
        for (var end : ends) {
            assertThat(end.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static CompletableFuture<Boolean> ended(End end) {
        return CompletableFuture.anyOf(end.keys(), end.failure()).thenApply(any -> true);
    }

    /** Changes a byte of every fourth datagram, or cuts it. */
    private static final class Mutations implements UnaryOperator<byte @Nullable []> {
        private final Random random;

        Mutations(long seed) {
            random = new Random(seed);
        }

        @Override
        public synchronized byte @Nullable [] apply(byte @Nullable [] datagram) {
            if (datagram == null || random.nextInt(4) > 0) {
                return datagram;
            }
            byte[] changed = random.nextBoolean()
                    ? datagram.clone()
                    : Arrays.copyOf(datagram, 1 + random.nextInt(datagram.length));
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            return changed;
        }
    }

    @Test
    void aMessageThatCallsItselfHugeIsNotBelieved() {
        assertThat(acceptable(hello(100, 0, 0))).isTrue();
        assertThat(acceptable(hello(RecordFilter.LONGEST_MESSAGE, 0, 0))).isTrue();
        assertThat(acceptable(hello(RecordFilter.LONGEST_MESSAGE + 1, 0, 0))).isFalse();
    }

    @Test
    void noHandshakeBeginsWithAGreatSequenceNumber() {
        assertThat(acceptable(hello(100, 0, 65_535))).isTrue();
        assertThat(acceptable(hello(100, 0, 65_536))).isFalse();
        assertThat(acceptable(hello(100, 1, 65_536))).isTrue();
    }

    @Test
    void severalRecordsInOneDatagramAreAllLookedAt() {
        var two = ByteBuffer.allocate(100).put(hello(100, 0, 1)).put(hello(100, 0, 2));
        assertThat(acceptable(two.array())).isTrue();
        two.put(50, (byte) 24);
        assertThat(acceptable(two.array())).isFalse();
        assertThat(acceptable(Arrays.copyOf(hello(100, 0, 1), 49))).isFalse();
        assertThat(acceptable(new byte[0])).isFalse();
    }

    /** A record of 50 bytes with a fragment of 25 bytes of a ClientHello. */
    private static byte[] hello(int messageLength, int epoch, long sequence) {
        return ByteBuffer.allocate(50)
                .put((byte) 22)
                .putShort((short) 0xfefd)
                .putLong((long) epoch << 48 | sequence)
                .putShort((short) 37)
                .putInt(1 << 24 | messageLength)
                .put(new byte[7])
                .put((byte) 25)
                .array();
    }

    @Test
    void noBytesWhateverAreReadBeyondTheirEnd() {
        var random = new Random(9);
        int accepted = 0;
        for (int round = 0; round < 300_000; round++) {
            byte[] data =
                    Arrays.copyOf(hello(random.nextInt(30_000), 0, random.nextInt(100_000)), 25 + random.nextInt(60));
            for (int i = random.nextInt(4); i > 0; i--) {
                data[random.nextInt(data.length)] = (byte) random.nextInt();
            }
            accepted += acceptable(data) ? 1 : 0;
        }
        assertThat(accepted).isPositive();
    }

    private static boolean acceptable(byte[] data) {
        return RecordFilter.acceptable(data, 0, data.length);
    }

    private static void feed(DtlsSession session, byte[] data) {
        session.feed(data, 0, data.length);
    }
}
