package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.net.NettyTransport;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.testkit.RtpStream;

/** Frames of several packets through a bridge that sends a frame to a receiver as one message, or packet by packet. */
class FrameWiseTest {
    private static final NettyTransport.Settings LOOPBACK =
            NettyTransport.Settings.on(InetAddress.getLoopbackAddress());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private TestBridge bridge = new TestBridge(LOOPBACK);

    @AfterEach
    void close() {
        clock.shutdownNow();
        bridge.close();
    }

    @Test
    void eachReceiverGetsEveryPacketOfItsLayerInOneSize() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        var chi = bridge.join("chi");
        bridge.want(binh, 180);
        bridge.want(chi, 360);
        film(an, 10, "q", 180, 500, 501, 501, 300);
        film(an, 11, "h", 360, 1_000, 999, 1_000, 1_001, 1_001);
        assertThat(wholeFrame(binh, 180)).containsExactly("500+1", "501+0", "501+0", "300+0");
        assertThat(wholeFrame(chi, 360)).containsExactly("1000+1", "999+2", "1000+1", "1001+0", "1001+0");
        assertThat(wholeFrame(binh, 180)).hasSize(4);
        assertThat(binh.refused() + chi.refused()).isZero();
    }

    @Test
    void aFrameWhoseLastPacketNeverComesIsSentAllTheSame() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        bridge.want(binh, 180);
        var stream = new RtpStream(an.peer(), Codec.VP8, 10, "1", "q");
        var unused = clock.scheduleAtFixedRate(
                () -> an.peer().execute(() -> {
                    stream.send(payload(1, 0, 180, 400), false, 3_000);
                    stream.send(payload(1, 1, 180, 401), false, 3_000);
                }),
                0,
                40,
                TimeUnit.MILLISECONDS);
        binh.next("v0");
        assertThat(binh.next("v0", packet -> packet.payloadLength() == 400).paddingLength())
                .isLessThan(2);
    }

    @Test
    void whereTheKernelCutsNothingPacketsStayAsTheyAre() throws InterruptedException {
        bridge.close();
        bridge = new TestBridge(LOOPBACK.withSegmenting(false));
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        bridge.want(binh, 180);
        film(an, 10, "q", 180, 500, 501, 501, 300);
        assertThat(wholeFrame(binh, 180)).containsExactly("500+0", "501+0", "501+0", "300+0");
    }

    /** Sends key frames from now on, with payloads of these sizes. */
    private void film(Participant who, int ssrc, String rid, int height, int... sizes) {
        var stream = new RtpStream(who.peer(), Codec.VP8, ssrc, "1", rid);
        var frames = new int[1];
        var unused = clock.scheduleAtFixedRate(
                () -> who.peer().execute(() -> send(stream, frames[0]++, height, sizes)), 0, 33, TimeUnit.MILLISECONDS);
    }

    private static void send(RtpStream stream, int frame, int height, int... sizes) {
        for (int i = 0; i < sizes.length; i++) {
            stream.send(payload(frame, i, height, sizes[i]), i == sizes.length - 1, 3_000 * frame);
        }
    }

    private static byte[] payload(int frame, int index, int height, int size) {
        byte[] payload = Arrays.copyOf(Vp8Frame.of(frame, true, height), size);
        if (index > 0) {
            payload[0] = (byte) 0x80;
        }
        Bytes.put32(payload, size - 6, frame);
        Bytes.put16(payload, size - 2, index);
        return payload;
    }

    /** The sizes of payload and padding of the next frame of that height that comes from its first packet on. */
    private static List<String> wholeFrame(Participant viewer, int height) throws InterruptedException {
        RtpPacket packet = viewer.next("v0", first -> index(first) == 0 && height(first) == height);
        int frame = frame(packet);
        var sizes = new ArrayList<String>();
        while (true) {
            assertThat(frame(packet)).isEqualTo(frame);
            assertThat(index(packet)).isEqualTo(sizes.size());
            sizes.add(packet.payloadLength() + "+" + packet.paddingLength());
            if (packet.marker()) {
                return sizes;
            }
            packet = viewer.next("v0");
        }
    }

    private static int height(RtpPacket packet) {
        return Vp8Frame.height(packet.buffer(), packet.payloadOffset());
    }

    private static int frame(RtpPacket packet) {
        return Bytes.i32(packet.buffer(), packet.payloadOffset() + packet.payloadLength() - 6);
    }

    private static int index(RtpPacket packet) {
        return Bytes.u16(packet.buffer(), packet.payloadOffset() + packet.payloadLength() - 2);
    }
}
