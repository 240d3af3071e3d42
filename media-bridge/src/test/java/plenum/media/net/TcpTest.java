package plenum.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets over TCP connections (RFC 4571) with real sockets, over epoll and NIO. */
class TcpTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Received received = new Received();

    @ParameterizedTest
    @CsvSource({"true,127.0.0.1", "true,::1", "false,127.0.0.1", "false,::1"})
    void packetsGoBothWays(boolean nativeIo, String address) throws Exception {
        try (var transport = started(nativeIo, address, TcpLimits.USUAL);
                var peer = dial(transport)) {
            peer.getOutputStream().write(frame(bytes(1, 1200)));
            var packet = received.next();
            assertThat(packet.data()).isEqualTo(bytes(1, 1200));
            assertThat(packet.from()).isInstanceOf(TcpRoute.class);
            assertThat(packet.from().address()).isEqualTo(peer.getLocalSocketAddress());
            transport.execute(() -> transport.send(bytes(2, 700), 100, 500, packet.from()));
            assertThat(receive(peer)).isEqualTo(bytes(2, 500));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void framesMaySplitAndMergeAnywhere(boolean nativeIo) throws Exception {
        try (var transport = started(nativeIo, "127.0.0.1", TcpLimits.USUAL);
                var peer = dial(transport)) {
            var random = new Random(7);
            for (int round = 0; round < 50; round++) {
                writeInPieces(peer, random);
            }
        }
    }

    private void writeInPieces(Socket peer, Random random) throws Exception {
        var lengths = random.ints(10, 0, 1500).toArray();
        byte[] stream =
                new byte[Arrays.stream(lengths).map(length -> length + 2).sum()];
        int at = 0;
        for (int length : lengths) {
            System.arraycopy(frame(bytes(length, length)), 0, stream, at, length + 2);
            at += length + 2;
        }
        for (int from = 0; from < stream.length; ) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 2000));
            peer.getOutputStream().write(stream, from, to - from);
            from = to;
        }
        for (int length : lengths) {
            if (length > 0) {
                assertThat(received.next().data()).isEqualTo(bytes(length, length));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aFrameTooLongEndsTheConnection(boolean nativeIo) throws Exception {
        try (var transport = started(nativeIo, "127.0.0.1", TcpLimits.USUAL);
                var peer = dial(transport)) {
            peer.getOutputStream().write(frame(bytes(3, 4)));
            peer.getOutputStream().write(frame(bytes(3, Transport.MAX_PACKET + 1)));
            var route = received.next().from();
            assertEnded(peer);
            assertThat(received.nextClosed()).isEqualTo(route);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aStrangerIsTimedOutButNotAFriend(boolean nativeIo) throws Exception {
        var limits = new TcpLimits(10, 10, 10, SHORT, LONG, LONG);
        try (var transport = started(nativeIo, "127.0.0.1", limits);
                var friend = dial(transport)) {
            friend.getOutputStream().write(frame(bytes(1, 1)));
            var route = received.next().from();
            var trusted = new CompletableFuture<Boolean>();
            transport.execute(() -> {
                transport.trust(route);
                trusted.complete(true);
            });
            assertThat(trusted.get(10, TimeUnit.SECONDS)).isTrue();
            try (var stranger = dial(transport)) {
                assertEnded(stranger);
            }
            friend.getOutputStream().write(frame(bytes(2, 1)));
            assertThat(received.next().data()).isEqualTo(bytes(2, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anIdleConnectionEnds(boolean nativeIo) throws Exception {
        var limits = new TcpLimits(10, 10, 10, LONG, SHORT, LONG);
        try (var transport = started(nativeIo, "127.0.0.1", limits);
                var peer = dial(transport)) {
            assertEnded(peer);
            assertThat(received.nextClosed().address()).isEqualTo(peer.getLocalSocketAddress());
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void oneStrangerTooManyEndsTheOldest(boolean nativeIo) throws Exception {
        var limits = new TcpLimits(10, 2, 10, LONG, LONG, LONG);
        try (var transport = started(nativeIo, "127.0.0.1", limits);
                var oldest = dial(transport);
                var second = dial(transport)) {
            hello(oldest, 1);
            hello(second, 2);
            try (var third = dial(transport)) {
                hello(third, 3);
                assertEnded(oldest);
                hello(second, 4);
                hello(third, 5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10,10,2", "2,10,10"})
    void moreConnectionsThanAllowedAreRefused(int connections, int strangers, int ofOneAddress) throws Exception {
        var limits = new TcpLimits(connections, strangers, ofOneAddress, LONG, LONG, LONG);
        try (var transport = started(true, "127.0.0.1", limits);
                var one = dial(transport);
                var two = dial(transport)) {
            hello(one, 1);
            hello(two, 2);
            try (var refused = dial(transport)) {
                assertEnded(refused);
            }
            hello(one, 3);
            hello(two, 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aSlowReaderLosesWholePacketsAndKeepsTheFraming(boolean nativeIo) throws Exception {
        try (var transport = started(nativeIo, "127.0.0.1", TcpLimits.USUAL);
                var peer = dial(transport)) {
            hello(peer, 1);
            var route = lastRoute;
            long dropped = onMediaThread(transport, () -> {
                sendMuch(transport, route);
                return transport.dropped();
            });
            assertThat(dropped).isBetween(1L, 19_999L);
            int last = -1;
            for (long left = 20_000 - dropped; left > 0; left--) {
                byte[] data = receive(peer);
                int number = (data[0] & 0xff) << 8 | data[1] & 0xff;
                assertThat(data).isEqualTo(numbered(number));
                assertThat(number).isGreaterThan(last);
                last = number;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aPeerThatReadsNothingAtAllIsClosed(boolean nativeIo) throws Exception {
        var limits = new TcpLimits(10, 10, 10, LONG, LONG, SHORT);
        try (var transport = started(nativeIo, "127.0.0.1", limits);
                var peer = dial(transport)) {
            hello(peer, 1);
            var route = lastRoute;
            transport.execute(() -> sendMuch(transport, route));
            assertThat(received.nextClosed()).isEqualTo(route);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void twoTransportsTalkOverADialledConnection(boolean nativeIo) throws Exception {
        var answers = new Received();
        try (var transport = started(nativeIo, "127.0.0.1", TcpLimits.USUAL);
                var client = started(nativeIo, "127.0.0.1", TcpLimits.USUAL, answers)) {
            var routes = new LinkedBlockingQueue<TcpRoute>();
            client.execute(() -> client.dial(address(transport), route -> {
                routes.add(route);
                client.send(bytes(6, 60), 0, 60, route);
            }));
            var packet = received.next();
            assertThat(packet.data()).isEqualTo(bytes(6, 60));
            transport.execute(() -> transport.send(bytes(7, 70), 0, 70, packet.from()));
            assertThat(answers.next().data()).isEqualTo(bytes(7, 70));
            transport.execute(() -> transport.drop(packet.from()));
            assertThat(answers.nextClosed()).isEqualTo(routes.take());
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whereNobodyListensThereIsNoRoute(boolean nativeIo) throws Exception {
        try (var transport = started(nativeIo, "127.0.0.1", TcpLimits.USUAL)) {
            int free;
            try (var closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                free = closed.getLocalPort();
            }
            var answer = new CompletableFuture<@Nullable TcpRoute>();
            transport.execute(
                    () -> transport.dial(new InetSocketAddress("127.0.0.1", free), route -> answer.complete(route)));
            assertThat(answer.get(10, TimeUnit.SECONDS)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void closingTheTransportEndsItsConnections(boolean nativeIo) throws Exception {
        List<Socket> peers = new ArrayList<>();
        try (var transport = started(nativeIo, "127.0.0.1", TcpLimits.USUAL)) {
            for (int i = 0; i < 5; i++) {
                peers.add(dial(transport));
                hello(peers.getLast(), i);
            }
        }
        for (var peer : peers) {
            assertEnded(peer);
            peer.close();
        }
    }

    private static void sendMuch(NettyTransport transport, Route route) {
        for (int i = 0; i < 20_000; i++) {
            transport.send(numbered(i), 0, 1000, route);
            if (i % 100 == 99) {
                transport.flush();
            }
        }
    }

    private Route lastRoute = new UdpRoute(0, InetSocketAddress.createUnresolved("none", 0));

    private void hello(Socket peer, int value) throws Exception {
        peer.getOutputStream().write(frame(bytes(value, 3)));
        var packet = received.next();
        assertThat(packet.data()).isEqualTo(bytes(value, 3));
        lastRoute = packet.from();
    }

    private NettyTransport started(boolean nativeIo, String address, TcpLimits limits) throws IOException {
        return started(nativeIo, address, limits, received);
    }

    private static NettyTransport started(boolean nativeIo, String address, TcpLimits limits, Received received)
            throws IOException {
        var settings =
                NettyTransport.Settings.on(InetAddress.getByName(address)).withTcpPort(0);
        var transport = new NettyTransport(settings, MediaLoop.start(nativeIo), true, limits, Duration.ofMillis(10));
        transport.start(received);
        return transport;
    }

    private static <T> T onMediaThread(NettyTransport transport, Callable<T> call) throws Exception {
        var result = new CompletableFuture<T>();
        transport.execute(() -> {
            try {
                result.complete(call.call());
            } catch (Exception failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.get(10, TimeUnit.SECONDS);
    }

    private static InetSocketAddress address(NettyTransport transport) {
        return new InetSocketAddress(transport.addresses().getFirst(), transport.tcpPort());
    }

    private static Socket dial(NettyTransport transport) throws IOException {
        var socket = new Socket(transport.addresses().getFirst(), transport.tcpPort());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void assertEnded(Socket peer) throws IOException {
        try {
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static byte[] receive(Socket peer) throws IOException {
        var in = new DataInputStream(peer.getInputStream());
        return in.readNBytes(in.readUnsignedShort());
    }

    private static byte[] frame(byte[] packet) {
        byte[] frame = new byte[packet.length + 2];
        frame[0] = (byte) (packet.length >> 8);
        frame[1] = (byte) packet.length;
        System.arraycopy(packet, 0, frame, 2, packet.length);
        return frame;
    }

    private static byte[] numbered(int number) {
        byte[] data = bytes(number, 1000);
        data[0] = (byte) (number >> 8);
        data[1] = (byte) number;
        return data;
    }

    private static byte[] bytes(int value, int length) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) value);
        return data;
    }
}
