package plenum.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves as one message arrives as the packets it was made of, on real sockets and the real kernel of Linux. */
class SegmentedSendTest {
    private final MediaLoop loop = MediaLoop.start(true);
    private final List<Integer> messages = new ArrayList<>();
    private final SendCall call = SendCall.find().orElseThrow();
    private DatagramSocket peer;
    private DatagramSocket other;

    @BeforeEach
    void open() throws IOException {
        peer = socket("127.0.0.1");
        other = socket("127.0.0.1");
    }

    @AfterEach
    void close() {
        peer.close();
        other.close();
        loop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void theTransportOfThisMachineCutsMessages(String address) throws Exception {
        var settings = NettyTransport.Settings.on(InetAddress.getByName(address));
        try (var transport = new NettyTransport(settings);
                var plain = new NettyTransport(settings.withSegmenting(false));
                var receiver = socket(address)) {
            transport.start(new Received());
            plain.start(new Received());
            assertThat(transport.segments()).isTrue();
            assertThat(plain.segments()).isFalse();
            var route = new UdpRoute(0, address(receiver));
            transport.execute(() -> List.of(1, 2, 3)
                    .forEach(value -> transport.send(bytes(value, 1100), 0, value == 3 ? 900 : 1100, route)));
            assertThat(receive(receiver)).isEqualTo(bytes(1, 1100));
            assertThat(receive(receiver)).isEqualTo(bytes(2, 1100));
            assertThat(receive(receiver)).isEqualTo(bytes(3, 900));
            assertThat(transport.dropped()).isZero();
        }
    }

    @Test
    void aFrameWithAnOddLastPacketIsOneMessage() throws Exception {
        var outlet = outlet(this::counted);
        send(outlet, peer, 1000, 1000, 1000, 17);
        assertThat(sizesAt(peer, 4)).containsExactly(1000, 1000, 1000, 17);
        assertThat(messages).containsExactly(1);
    }

    @Test
    void packetsBehindAShorterOneBeginAnotherMessage() throws Exception {
        var outlet = outlet(this::counted);
        send(outlet, peer, 1000, 400, 1000, 1001, 1001);
        assertThat(sizesAt(peer, 5)).containsExactly(1000, 400, 1000, 1001, 1001);
        assertThat(messages).containsExactly(3);
    }

    @Test
    void eachReceiverGetsItsOwnPacketsInOrder() throws Exception {
        var outlet = outlet(this::counted);
        outlet.send(bytes(1, 1100), 0, 1100, address(peer));
        outlet.send(bytes(2, 1100), 0, 1100, address(other));
        outlet.send(bytes(3, 1100), 0, 1100, address(other));
        outlet.send(bytes(4, 1100), 0, 1100, address(peer));
        outlet.flush();
        assertThat(receive(peer)).isEqualTo(bytes(1, 1100));
        assertThat(receive(peer)).isEqualTo(bytes(4, 1100));
        assertThat(receive(other)).isEqualTo(bytes(2, 1100));
        assertThat(receive(other)).isEqualTo(bytes(3, 1100));
        assertThat(messages).containsExactly(3);
    }

    @Test
    void moreThanOneCallTakesLosesNothing() throws Exception {
        var outlet = outlet(this::counted);
        peer.setReceiveBufferSize(4 << 20);
        for (int i = 0; i < 400; i++) {
            outlet.send(bytes(i, 300), 0, i % 2 == 0 ? 200 : 300, address(peer));
        }
        outlet.flush();
        for (int i = 0; i < 400; i++) {
            assertThat(receive(peer)).isEqualTo(bytes(i, i % 2 == 0 ? 200 : 300));
        }
        assertThat(messages).containsExactly(128, 74);
    }

    @Test
    void aMessageHasNotMorePacketsThanAnyKernelCuts() throws Exception {
        var outlet = outlet(this::counted);
        send(outlet, peer, sizes(100, 130));
        assertThat(sizesAt(peer, 130)).containsOnly(100);
        assertThat(messages).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {SendCall.EINVAL, SendCall.EMSGSIZE, SendCall.EIO})
    void whatTheKernelWillNotCutGoesPacketByPacket(int error) throws Exception {
        var outlet =
                outlet((socket, headers, count) -> segmented(headers) ? -error : call.send(socket, headers, count));
        send(outlet, peer, 1000, 1000, 300);
        assertThat(sizesAt(peer, 3)).containsExactly(1000, 1000, 300);
        assertThat(outlet.apart()).isEqualTo(1);
        assertThat(outlet.dropped()).isZero();
    }

    @Test
    void aDeviceThatCannotCutIsNotAskedAgain() throws Exception {
        var outlet = outlet(
                (socket, headers, count) -> segmented(headers) ? -SendCall.EIO : counted(socket, headers, count));
        send(outlet, peer, 1000, 1000);
        send(outlet, peer, 900, 900);
        assertThat(sizesAt(peer, 4)).containsExactly(1000, 1000, 900, 900);
        assertThat(outlet.segments()).isFalse();
        assertThat(outlet.apart()).isEqualTo(1);
        assertThat(messages).containsExactly(1, 1, 2);
    }

    @Test
    void whatIsRefusedForOneReceiverHarmsNoOther() throws Exception {
        var outlet = outlet(this::counted);
        outlet.send(bytes(1, 1000), 0, 1000, address(peer));
        outlet.send(bytes(2, 1000), 0, 1000, new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        outlet.send(bytes(3, 1000), 0, 1000, new InetSocketAddress(InetAddress.getByName("::1"), 7));
        outlet.send(bytes(4, 1000), 0, 1000, address(peer));
        outlet.flush();
        assertThat(receive(peer)).isEqualTo(bytes(1, 1000));
        assertThat(receive(peer)).isEqualTo(bytes(4, 1000));
        assertThat(outlet.dropped()).isEqualTo(2);
    }

    @Test
    void whatASocketDoesNotTakeNowLeavesAMomentLater() throws Exception {
        var busy = new boolean[] {true};
        var outlet = outlet((socket, headers, count) -> {
            boolean refuse = busy[0];
            busy[0] = false;
            return refuse ? -SendCall.EAGAIN : call.send(socket, headers, count);
        });
        loop.eventLoop().execute(() -> send(outlet, peer, 1000, 1000, 5));
        assertThat(sizesAt(peer, 3)).containsExactly(1000, 1000, 5);
        assertThat(outlet.dropped()).isZero();
    }

    @Test
    void aSocketThatStaysFullDropsWhatIsTooMuch() throws Exception {
        peer.setReceiveBufferSize(4 << 20);
        var full = new boolean[] {true};
        var outlet = outlet((socket, headers, count) -> full[0] ? -SendCall.EAGAIN : call.send(socket, headers, count));
        var taken = new CompletableFuture<Integer>();
        loop.eventLoop().execute(() -> {
            int count = 0;
            while (outlet.send(bytes(count, 20), 0, count % 2 == 0 ? 10 : 20, address(peer))) {
                count++;
            }
            full[0] = false;
            taken.complete(count);
        });
        int count = taken.get(10, TimeUnit.SECONDS);
        assertThat(count).isBetween(250, 260);
        for (int i = 0; i < count; i++) {
            assertThat(receive(peer)).isEqualTo(bytes(i, i % 2 == 0 ? 10 : 20));
        }
        assertThat(outlet.dropped()).isEqualTo(1);
    }

    private SegmentedOutlet outlet(SegmentedOutlet.Kernel kernel) throws IOException {
        var settings = NettyTransport.Settings.on(InetAddress.getByName("127.0.0.1"));
        return new SegmentedOutlet(
                new Sockets(loop, settings).bindUdp(InetAddress.getByName("127.0.0.1"), 0, () -> {}), kernel);
    }

    private int counted(int socket, MemorySegment headers, int count) {
        messages.add(count);
        return call.send(socket, headers, count);
    }

    /** Whether the first message is to be cut: it has control data. */
    private static boolean segmented(MemorySegment headers) {
        return headers.get(ValueLayout.JAVA_LONG, 40) > 0;
    }

    private static void send(SegmentedOutlet outlet, DatagramSocket to, int... sizes) {
        for (int size : sizes) {
            outlet.send(bytes(size, size), 0, size, address(to));
        }
        outlet.flush();
    }

    private static List<Integer> sizesAt(DatagramSocket socket, int count) throws IOException {
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            byte[] packet = receive(socket);
            assertThat(packet).isEqualTo(bytes(packet.length, packet.length));
            sizes.add(packet.length);
        }
        return sizes;
    }

    private static int[] sizes(int size, int count) {
        int[] sizes = new int[count];
        Arrays.fill(sizes, size);
        return sizes;
    }

    private static InetSocketAddress address(DatagramSocket socket) {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private static DatagramSocket socket(String address) throws IOException {
        var socket = new DatagramSocket(new InetSocketAddress(address, 0));
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[3000], 3000);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private static byte[] bytes(int value, int length) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) value);
        return data;
    }
}
