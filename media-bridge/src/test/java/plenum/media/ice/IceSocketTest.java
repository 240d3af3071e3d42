package plenum.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.media.net.MediaLoop;
import plenum.media.net.NettyTransport;
import plenum.media.net.Route;
import plenum.media.net.TcpRoute;
import plenum.media.net.Transport;
import plenum.media.net.UdpRoute;
import plenum.media.stun.StunKey;
import plenum.media.stun.StunMessage;
import plenum.media.stun.StunWriter;

/** ICE over real sockets. */
class IceSocketTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final IceCredentials CLIENT = IceCredentials.random(RANDOM);
    private static final IceCredentials BRIDGE = IceCredentials.random(RANDOM);

    private final MediaLoop loop = MediaLoop.start(true);
    private final Selections bridgeSelected = new Selections();
    private final Selections clientSelected = new Selections();

    private record Selections(LinkedBlockingQueue<Route> routes) implements IceListener {
        Selections() {
            this(new LinkedBlockingQueue<>());
        }

        @Override
        public void selected(Route route, long nowNs) {
            routes.add(route);
        }

        @Override
        public void disconnected(long nowNs) {}

        @Override
        public void back(long nowNs) {}

        Route next() throws InterruptedException {
            var route = routes.poll(10, TimeUnit.SECONDS);
            assertThat(route).as("a route").isNotNull();
            return route;
        }
    }

    @AfterEach
    void endLoop() {
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "::1,false", "127.0.0.1,true", "::1,true"})
    void clientAndBridgeFindEachOther(String address, boolean tcp) throws Exception {
        try (var bridge = bridge(address);
                var client = new NettyTransport(NettyTransport.Settings.on(InetAddress.getByName(address)), loop)) {
            start(bridge, client, candidate -> candidate.tcp() == tcp);
            var seen = bridgeSelected.next();
            assertThat(seen).isInstanceOf(tcp ? TcpRoute.class : UdpRoute.class);
            assertThat(clientSelected.next().address().getPort()).isEqualTo(tcp ? bridge.tcpPort() : bridge.udpPort());
            if (!tcp) {
                assertThat(seen.address().getPort()).isEqualTo(client.udpPort());
            }
        }
    }

    @Test
    void udpIsPreferredToTcp() throws Exception {
        try (var bridge = bridge("127.0.0.1");
                var client = new NettyTransport(NettyTransport.Settings.on(InetAddress.getByName("127.0.0.1")), loop)) {
            start(bridge, client, candidate -> true);
            assertThat(clientSelected.next()).isInstanceOf(UdpRoute.class);
        }
    }

    @Test
    void thePeerIsFollowedToAnotherAddress() throws Exception {
        try (var bridge = bridge("127.0.0.1");
                var client = new NettyTransport(
                        NettyTransport.Settings.on(
                                InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2")),
                        loop)) {
            var ice = start(bridge, client, candidate -> !candidate.tcp());
            assertThat(bridgeSelected.next().address().getHostString()).isEqualTo("127.0.0.1");
            assertThat(clientSelected.next()).isNotNull();
            var other = new UdpRoute(1, new InetSocketAddress("127.0.0.1", bridge.udpPort()));
            client.execute(() -> {
                ice.add(other, 1, System.nanoTime());
                ice.nominate(other, System.nanoTime());
            });
            assertThat(bridgeSelected.next().address().getHostString()).isEqualTo("127.0.0.2");
        }
    }

    @Test
    void aFloodOfStrangersIsCountedAndNotAnswered() throws Exception {
        int count = 2_000;
        try (var bridge = bridge("127.0.0.1");
                var stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            var ice = serve(bridge);
            var check = new StunWriter();
            for (int i = 0; i < count; i++) {
                int length = check.begin(StunMessage.REQUEST, i, 1)
                        .username("stranger", "unknown")
                        .end(StunKey.of("a password of some length"));
                send(stranger, bridge, check, length);
                awaitCounted(bridge, ice, i % 100 == 99 ? i + 1 : 0);
            }
            int known = check.begin(StunMessage.REQUEST, 5, 1)
                    .username(BRIDGE.ufrag(), CLIENT.ufrag())
                    .end(StunKey.of(BRIDGE.password()));
            send(stranger, bridge, check, known);
            var answer = new DatagramPacket(new byte[2000], 2000);
            stranger.setSoTimeout(10_000);
            stranger.receive(answer);
            assertThat(answer.getData()[13])
                    .as("the answer to the last check, not to a former")
                    .isZero();
            assertThat(answer.getData()[15]).isEqualTo((byte) 5);
            assertThat(counts(bridge, ice)).isEqualTo(new IceCounts(1, count, 0, 0));
        }
    }

    private static void send(DatagramSocket from, NettyTransport to, StunWriter message, int length)
            throws IOException {
        from.send(new DatagramPacket(message.data(), length, InetAddress.getByName("127.0.0.1"), to.udpPort()));
    }

    private static void awaitCounted(NettyTransport bridge, IceLite<String> ice, long wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (counts(bridge, ice).unknown() < wanted) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static IceCounts counts(NettyTransport bridge, IceLite<String> ice) throws Exception {
        var counts = new CompletableFuture<IceCounts>();
        bridge.execute(() -> counts.complete(ice.counts()));
        return counts.get(10, TimeUnit.SECONDS);
    }

    private NettyTransport bridge(String address) throws IOException {
        var settings =
                NettyTransport.Settings.on(InetAddress.getByName(address)).withTcpPort(0);
        return new NettyTransport(settings, loop);
    }

    private IceLite<String> serve(NettyTransport bridge) {
        var ice = new IceLite<String>(bridge);
        var unused = ice.register(BRIDGE, "client", bridgeSelected);
        bridge.start(new Handler(ice::stun, ice::closed));
        return ice;
    }

    private IceClient start(NettyTransport bridge, NettyTransport client, Predicate<Candidate> wanted) {
        var unused = serve(bridge);
        var ice = new IceClient(client, CLIENT, BRIDGE, clientSelected, RANDOM);
        client.start(new Handler(ice::stun, route -> ice.closed(route, System.nanoTime())));
        List<Candidate> candidates = Stream.of(candidate(bridge, false), candidate(bridge, true))
                .filter(wanted)
                .toList();
        client.execute(() -> candidates.forEach(candidate -> ice.add(candidate, System.nanoTime())));
        var unusedTimer = client.every(Duration.ofMillis(20), () -> ice.tick(System.nanoTime()));
        return ice;
    }

    private static Candidate candidate(NettyTransport bridge, boolean tcp) {
        int port = tcp ? bridge.tcpPort() : bridge.udpPort();
        return new Candidate(
                tcp, tcp ? 1 : 2, new InetSocketAddress(bridge.addresses().getFirst(), port));
    }

    private interface Stun {
        void take(byte[] data, int offset, int length, Route from, long nowNs);
    }

    private record Handler(Stun stun, Consumer<Route> gone) implements Transport.Handler {
        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {
            stun.take(data, offset, length, from, nowNs);
        }

        @Override
        public void batchDone(long nowNs) {}

        @Override
        public void closed(Route route) {
            gone.accept(route);
        }
    }
}
