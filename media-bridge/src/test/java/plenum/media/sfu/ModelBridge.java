package plenum.media.sfu;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plenum.media.api.ConferenceId;
import plenum.media.forward.Simulation;
import plenum.media.ice.IceLite;
import plenum.media.link.LinkTicket;
import plenum.media.net.Cancellable;
import plenum.media.net.NettyTransport;
import plenum.media.net.Route;
import plenum.media.net.TcpRoute;
import plenum.media.net.Transport;
import plenum.media.net.UdpRoute;

/** A bridge with one conference and its links as they are, in simulated time and on lines of so many milliseconds. */
final class ModelBridge {
    private static final int TICK_MS = 10;

    final Simulation world;
    final Shared shared;
    final Pictures pictures;
    private final Voices voices;
    private final Links links = new Links();
    private final Map<String, LinkEnd> ends = new HashMap<>();
    private final Network network;
    private final HeldFrames held = new HeldFrames(() -> false);

    /** @param number of the bridge, its port */
    ModelBridge(Simulation world, int number, int lineMs) {
        this.world = world;
        network = new Network(number, lineMs);
        var settings = BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()));
        shared = Shared.of(settings, network, new IceLite<>(network), links, new Counters(), held);
        voices = new Voices(TestBridge.CONFERENCE, shared.announcer(), world.nowNs);
        pictures = new Pictures(TestBridge.CONFERENCE, shared.announcer(), held);
        world.at(number, () -> world.every(TICK_MS, this::tick));
    }

    static ConferenceId conference() {
        return TestBridge.CONFERENCE;
    }

    private void tick() {
        held.leave(world.nowNs);
        var unused = voices.tick(world.nowNs);
        pictures.tick(world.nowNs);
        ends.values().forEach(end -> end.tick(world.nowNs));
    }

    /** Dials another one. */
    void dial(ModelBridge upper) {
        var ticket = LinkTicket.create(upper.shared.ssrc(), List.of(upper.network.address), shared.random());
        upper.link(ticket.id(), new LinkWire(upper.shared, ticket.down(), ticket.up(), null));
        link(ticket.id(), new LinkWire(shared, ticket.up(), ticket.down(), new UdpRoute(0, upper.network.address)));
        network.peers.put(upper.network.address, upper.network);
        upper.network.peers.put(network.address, network);
    }

    private void link(int id, LinkWire wire) {
        var end = new LinkEnd(id, shared, voices, pictures, wire);
        ends.put("link" + id, end);
        links.add(end);
    }

    void close() {
        shared.announcer().close();
    }

    private final class Network implements Transport {
        private final InetSocketAddress address;
        private final int lineMs;
        private final Map<InetSocketAddress, Network> peers = new HashMap<>();

        private Network(int number, int lineMs) {
            address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
            this.lineMs = lineMs;
        }

        @Override
        public boolean send(byte[] data, int offset, int length, Route to) {
            byte[] sent = Arrays.copyOfRange(data, offset, offset + length);
            Network peer = peers.get(to.address());
            if (peer != null && world.random.nextDouble() >= world.loss)
                world.at(lineMs, () -> peer.take(sent, address));
            return true;
        }

        private void take(byte[] packet, InetSocketAddress from) {
            byte[] lent = new byte[packet.length + 2 * ROOM];
            System.arraycopy(packet, 0, lent, ROOM, packet.length);
            var route = new UdpRoute(0, from);
            LinkEnd end = links.of(lent, ROOM, packet.length, route);
            if (end != null) end.received(lent, ROOM, packet.length, route, world.nowNs);
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public boolean segments() {
            return false;
        }

        @Override
        public List<InetAddress> addresses() {
            return List.of(address.getAddress());
        }

        @Override
        public int udpPort() {
            return address.getPort();
        }

        @Override
        public int tcpPort() {
            return -1;
        }

        @Override
        public UdpRoute route(InetSocketAddress remote) {
            return new UdpRoute(0, remote);
        }

        @Override
        public boolean inMediaThread() {
            return true;
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void start(Handler handler) {}

        @Override
        public void flush() {}

        @Override
        public void trust(Route route) {}

        @Override
        public void drop(Route route) {}

        @Override
        public void close() {}

        @Override
        public void dial(InetSocketAddress remote, Consumer<@Nullable TcpRoute> answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Cancellable every(Duration period, Runnable task) {
            throw new UnsupportedOperationException();
        }
    }
}
