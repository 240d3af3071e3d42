package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.MediaFormats;

/** Whatever anybody sends, the others go on hearing each other. */
class HostileTest {
    private static final int ROUNDS = 5_000;
    private static final int[] FIRST_BYTES = {0, 1, 20, 22, 63, 64, 128, 144, 191, 255};

    private final TestBridge bridge = new TestBridge();

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void aStrangerIsNotHeard() throws Exception {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.speak(1, 80);
        binh.next("a0");
        long before = TestBridge.done(bridge.bridge().stats()).dropped();
        flood(an.bridgePort(), new Random(7_983));
        for (int i = 0; i < 20; i++) {
            binh.next("a0");
        }
        assertThat(TestBridge.done(bridge.bridge().stats()).dropped()).isGreaterThan(before);
    }

    private static void flood(int port, Random random) throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] data = bytes(random);
                socket.send(new DatagramPacket(data, data.length, InetAddress.getLoopbackAddress(), port));
            }
        }
    }

    @Test
    void aParticipantWhoSendsAnythingAtAllHarmsNobodyElse() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        var eve = bridge.join("eve");
        bridge.want(binh, 720);
        bridge.want(eve, 720);
        an.speak(1, 80);
        an.film(10, "q", 180);
        binh.next("v0");
        var random = new Random(3_550);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] rtp = rtp(random);
            byte[] rtcp = rtcp(random);
            eve.peer().execute(() -> {
                eve.peer().sendRtp(rtp, 0, rtp.length - 64);
                eve.peer().sendRtcp(rtcp, 0, rtcp.length - 64);
            });
        }
        eve.awaitSent();
        binh.received().nextRtp(packet -> packet.payloadLength() == 80);
        for (int i = 0; i < 20; i++) {
            binh.received().nextRtp(packet -> packet.payloadLength() == 80);
            binh.received().nextRtp(packet -> packet.payloadLength() == 200);
        }
    }

    private static byte[] bytes(Random random) {
        byte[] data = new byte[1 + random.nextInt(1_400)];
        random.nextBytes(data);
        data[0] = (byte) FIRST_BYTES[random.nextInt(FIRST_BYTES.length)];
        return data;
    }

    /** An authentic packet in one of the offered streams, with anything in it; 64 bytes of room behind. */
    private static byte[] rtp(Random random) {
        byte[] data = new byte[64 + 40 + random.nextInt(1_000)];
        random.nextBytes(data);
        data[0] = (byte) (0x80 | random.nextInt(8) << 4 & 0x30 | (random.nextInt(4) == 0 ? random.nextInt(16) : 0));
        data[1] = (byte) (random.nextInt(2) << 7 | new int[] {111, 100, 96, 101, 107, 41, 42, 99}[random.nextInt(8)]);
        Bytes.put32(data, 8, 100 + random.nextInt(40));
        Bytes.put16(data, 12, 0xbede);
        Bytes.put16(data, 14, 2);
        data[16] = (byte) (MediaFormats.MID << 4);
        data[17] = (byte) ('0' + random.nextInt(4));
        data[18] = (byte) (MediaFormats.RID << 4);
        data[19] = (byte) "qhfz".charAt(random.nextInt(4));
        return data;
    }

    /** An authentic RTCP packet whose length fits, with anything in it; 64 bytes of room behind. */
    private static byte[] rtcp(Random random) {
        int words = 2 + random.nextInt(60);
        byte[] data = new byte[64 + 4 * words];
        random.nextBytes(data);
        data[0] = (byte) (0x80 | random.nextInt(32));
        data[1] = (byte) (200 + random.nextInt(8));
        Bytes.put16(data, 2, words - 1);
        return data;
    }
}
