package plenum.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datagrams between a transport and real sockets, over epoll and NIO, IPv4 and IPv6. */
class UdpTest {
    private static final String EACH_KIND = "true,127.0.0.1\ntrue,::1\nfalse,127.0.0.1\nfalse,::1";

    private final Received received = new Received();

    @ParameterizedTest
    @CsvSource(textBlock = EACH_KIND)
    void aDatagramComesInAndItsAnswerGoesOut(boolean nativeIo, String address) throws Exception {
        try (var transport = started(nativeIo, address);
                var peer = new DatagramSocket(new InetSocketAddress(address, 0))) {
            send(peer, transport, bytes(1, 1200));
            var packet = received.next();
            assertThat(packet.data()).isEqualTo(bytes(1, 1200));
            assertThat(packet.from().address()).isEqualTo(peer.getLocalSocketAddress());
            transport.execute(() -> transport.send(bytes(2, 700), 100, 500, packet.from()));
            assertThat(receive(peer)).isEqualTo(slice(bytes(2, 700), 100, 500));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_KIND)
    void aRouteToAnUnheardPeerGoesFromTheSocketOfItsFamily(boolean nativeIo, String address) throws Exception {
        try (var transport = new NettyTransport(both(nativeIo));
                var peer = new DatagramSocket(new InetSocketAddress(address, 0))) {
            transport.start(received);
            var route = Objects.requireNonNull(transport.route((InetSocketAddress) peer.getLocalSocketAddress()));
            transport.execute(() -> transport.send(bytes(3, 20), 0, 20, route));
            assertThat(receive(peer)).isEqualTo(bytes(3, 20));
            assertThat(transport.addresses().get(route.socket())).isEqualTo(InetAddress.getByName(address));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void allAddressesHaveTheSamePort(boolean nativeIo) throws Exception {
        try (var transport = new NettyTransport(both(nativeIo).withTcpPort(0))) {
            transport.start(received);
            for (var address : transport.addresses()) {
                try (var peer = new DatagramSocket()) {
                    peer.send(new DatagramPacket(new byte[] {1}, 1, address, transport.udpPort()));
                    assertThat(received.next().data()).hasSize(1);
                }
            }
            assertThat(transport.addresses()).hasSize(2);
            assertThat(transport.tcpPort()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aTakenPortIsAnError(boolean nativeIo) throws Exception {
        try (var taken = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
                var transport = new NettyTransport(NettyTransport.Settings.on(InetAddress.getByName("127.0.0.1"))
                        .withUdpPort(taken.getLocalPort())
                        .withNativeIo(nativeIo))) {
            assertThatThrownBy(() -> transport.start(received)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_KIND)
    void aDatagramThatIsEmptyOrTooLongIsNoPacket(boolean nativeIo, String address) throws Exception {
        try (var transport = started(nativeIo, address);
                var peer = new DatagramSocket(new InetSocketAddress(address, 0))) {
            send(peer, transport, new byte[0]);
            send(peer, transport, bytes(4, 9));
            assertThat(received.next().data()).isEqualTo(bytes(4, 9));
            send(peer, transport, bytes(5, 9000));
            send(peer, transport, bytes(6, Transport.MAX_PACKET));
            var next = received.next().data();
            assertThat(next.length).isLessThanOrEqualTo(Transport.MAX_PACKET);
            if (next[0] == 5) {
                next = received.next().data();
            }
            assertThat(next).isEqualTo(bytes(6, Transport.MAX_PACKET));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_KIND)
    void ofThousandsThatTheReceiverKeepsUpWithNoneIsLost(boolean nativeIo, String address) throws Exception {
        int count = 10_000;
        try (var transport = started(nativeIo, address);
                var sender = started(nativeIo, address, new Received())) {
            var route = new UdpRoute(0, new InetSocketAddress(address, transport.udpPort()));
            var seen = new BitSet();
            for (int sent = 0; sent < count; sent += 50) {
                burst(sender, route, sent, 50);
                while (seen.cardinality() < sent + 50) {
                    var data = received.next().data();
                    seen.set((data[0] & 0xff) << 8 | data[1] & 0xff);
                }
            }
            assertThat(received.batches()).isBetween(1, count);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_KIND)
    void whatIsSentWhileABatchIsHandledGoesOutWithoutAFlush(boolean nativeIo, String address) throws Exception {
        try (var transport = new NettyTransport(settings(nativeIo, address));
                var peer = new DatagramSocket(new InetSocketAddress(address, 0))) {
            transport.start(new Echo(transport));
            send(peer, transport, bytes(7, 300));
            assertThat(receive(peer)).isEqualTo(bytes(7, 300));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatComesWhileAPacketIsHandledIsNotOlderThanItself(boolean nativeIo) throws Exception {
        try (var transport = new NettyTransport(settings(nativeIo, "127.0.0.1"));
                var peer = new DatagramSocket()) {
            var late = new Late(() -> send(peer, transport, new byte[] {2}));
            transport.start(late);
            send(peer, transport, new byte[] {1});
            assertThat(late.readNs().get(10, TimeUnit.SECONDS))
                    .isGreaterThanOrEqualTo(late.sentNs().join());
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aFaultInTheHandlerStopsNobody(boolean nativeIo) throws Exception {
        try (var transport = new NettyTransport(settings(nativeIo, "127.0.0.1"));
                var peer = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            transport.start(new Faulty(received));
            send(peer, transport, new byte[] {66});
            send(peer, transport, bytes(8, 30));
            assertThat(received.next().data()).isEqualTo(bytes(8, 30));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void tasksRunOnTheMediaThreadUntilCancelled(boolean nativeIo) throws Exception {
        try (var transport = started(nativeIo, "127.0.0.1")) {
            var runs = new LinkedBlockingQueue<Boolean>();
            var timer = transport.every(Duration.ofMillis(1), () -> {
                runs.add(transport.inMediaThread());
                throw new IllegalStateException("a task that fails is run again");
            });
            assertThat(runs.poll(10, TimeUnit.SECONDS)).isTrue();
            assertThat(runs.poll(10, TimeUnit.SECONDS)).isTrue();
            timer.cancel();
            var done = new CompletableFuture<Integer>();
            transport.execute(() -> done.complete(runs.size()));
            int before = done.get(10, TimeUnit.SECONDS);
            send(new DatagramSocket(), transport, bytes(1, 1));
            assertThat(received.next().data()).hasSize(1);
            assertThat(runs).hasSize(before);
            assertThat(transport.inMediaThread()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void manyTransportsShareOneThread(boolean nativeIo) throws Exception {
        try (var loop = MediaLoop.start(nativeIo);
                var one = new NettyTransport(settings(nativeIo, "127.0.0.1"), loop);
                var other = new NettyTransport(settings(nativeIo, "127.0.0.1"), loop)) {
            one.start(new Received());
            other.start(received);
            var route = new UdpRoute(0, new InetSocketAddress("127.0.0.1", other.udpPort()));
            one.execute(() -> {
                assertThat(other.inMediaThread()).isTrue();
                one.send(bytes(9, 40), 0, 40, route);
            });
            assertThat(received.next().data()).isEqualTo(bytes(9, 40));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aPeerThatIsGoneHarmsNobody(boolean nativeIo) throws Exception {
        try (var transport = started(nativeIo, "127.0.0.1");
                var peer = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            var gone = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
            var away = new UdpRoute(0, (InetSocketAddress) gone.getLocalSocketAddress());
            var there = new UdpRoute(0, (InetSocketAddress) peer.getLocalSocketAddress());
            gone.close();
            transport.execute(() -> {
                transport.send(bytes(1, 10), 0, 10, away);
                transport.flush();
                transport.send(bytes(2, 10), 0, 10, away);
                transport.send(bytes(3, 10), 0, 10, there);
            });
            assertThat(receive(peer)).isEqualTo(bytes(3, 10));
        }
    }

    private record Echo(Transport transport) implements Transport.Handler {
        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {
            transport.send(data, offset, length, from);
        }

        @Override
        public void batchDone(long nowNs) {}
    }

    /** Has a second packet sent while it handles the first one. */
    private record Late(Sending second, CompletableFuture<Long> sentNs, CompletableFuture<Long> readNs)
            implements Transport.Handler {
        Late(Sending second) {
            this(second, new CompletableFuture<>(), new CompletableFuture<>());
        }

        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {
            if (data[offset] == 2) {
                readNs.complete(nowNs);
                return;
            }
            sentNs.complete(System.nanoTime());
            try {
                second.send();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void batchDone(long nowNs) {}
    }

    private interface Sending {
        void send() throws IOException;
    }

    private record Faulty(Received received) implements Transport.Handler {
        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {
            if (data[offset] == 66) {
                throw new IllegalStateException("a fault, wanted by the test");
            }
            received.received(data, offset, length, from, nowNs);
        }

        @Override
        public void batchDone(long nowNs) {
            throw new IllegalStateException("a fault, wanted by the test");
        }
    }

    private NettyTransport started(boolean nativeIo, String address) throws IOException {
        return started(nativeIo, address, received);
    }

    private static NettyTransport started(boolean nativeIo, String address, Received received) throws IOException {
        var transport = new NettyTransport(settings(nativeIo, address));
        transport.start(received);
        return transport;
    }

    private static NettyTransport.Settings settings(boolean nativeIo, String address) throws IOException {
        return NettyTransport.Settings.on(InetAddress.getByName(address)).withNativeIo(nativeIo);
    }

    private static NettyTransport.Settings both(boolean nativeIo) throws IOException {
        return NettyTransport.Settings.on(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"))
                .withNativeIo(nativeIo);
    }

    private static void burst(NettyTransport sender, UdpRoute route, int first, int count) {
        sender.execute(() -> {
            for (int i = first; i < first + count; i++) {
                byte[] data = bytes(0, 1100);
                data[0] = (byte) (i >> 8);
                data[1] = (byte) i;
                sender.send(data, 0, data.length, route);
            }
        });
    }

    private static void send(DatagramSocket peer, NettyTransport to, byte[] data) throws IOException {
        peer.send(new DatagramPacket(data, data.length, to.addresses().getFirst(), to.udpPort()));
    }

    private static byte[] receive(DatagramSocket peer) throws IOException {
        var packet = new DatagramPacket(new byte[3000], 3000);
        peer.setSoTimeout(10_000);
        peer.receive(packet);
        return slice(packet.getData(), 0, packet.getLength());
    }

    private static byte[] slice(byte[] data, int offset, int length) {
        return Arrays.copyOfRange(data, offset, offset + length);
    }

    private static byte[] bytes(int value, int length) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) value);
        return data;
    }
}
