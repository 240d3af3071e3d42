package plenum.media.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The transport over Netty: epoll with recvmmsg and sendmmsg where the machine has it, NIO elsewhere. Where the kernel
 * cuts messages into packets, what is sent goes past Netty.
 */
public final class NettyTransport implements Transport {
    /** How often a free port is looked for that all addresses have. */
    private static final int PORT_TRIES = 10;

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Settings settings;
    private final MediaLoop loop;
    private final boolean ownLoop;
    private final Sockets sockets;
    private final TcpConnections connections;
    private final Duration sweep;
    private List<InetAddress> addresses = List.of();
    private UdpSocket[] udp = {};
    private List<Channel> listeners = List.of();
    private int tcpPort = -1;
    private @Nullable Reception reception;
    private @Nullable Cancellable sweeping;

    /**
     * Where a transport listens.
     *
     * @param bind our addresses; a wildcard stands for all addresses of its family as {@link LocalAddresses} finds them
     * @param udpPort 0: any that is free on all of them
     * @param tcpPort 0: any; -1: none
     * @param receiveBufferBytes of the kernel for each socket
     * @param sendBufferBytes of the kernel for each socket
     * @param nativeIo epoll, where the machine has it
     * @param segmenting with epoll: neighbours to one peer leave as one message, where the machine can
     */
    public record Settings(
            List<InetAddress> bind,
            int udpPort,
            int tcpPort,
            int receiveBufferBytes,
            int sendBufferBytes,
            boolean nativeIo,
            boolean segmenting) {
        public Settings {
            bind = List.copyOf(bind);
        }

        /** Any free UDP port on these addresses, no TCP, buffers of 4 MiB, epoll where there is one. */
        public static Settings on(InetAddress... bind) {
            return new Settings(List.of(bind), 0, -1, 4 << 20, 4 << 20, true, true);
        }

        public Settings withUdpPort(int port) {
            return new Settings(bind, port, tcpPort, receiveBufferBytes, sendBufferBytes, nativeIo, segmenting);
        }

        public Settings withTcpPort(int port) {
            return new Settings(bind, udpPort, port, receiveBufferBytes, sendBufferBytes, nativeIo, segmenting);
        }

        public Settings withNativeIo(boolean wanted) {
            return new Settings(bind, udpPort, tcpPort, receiveBufferBytes, sendBufferBytes, wanted, segmenting);
        }

        public Settings withSegmenting(boolean wanted) {
            return new Settings(bind, udpPort, tcpPort, receiveBufferBytes, sendBufferBytes, nativeIo, wanted);
        }
    }

    /** With a media thread of its own. */
    public NettyTransport(Settings settings) {
        this(settings, MediaLoop.start(settings.nativeIo()), true, TcpLimits.USUAL, SWEEP);
    }

    /** On a media thread shared with others; it outlives this transport. */
    public NettyTransport(Settings settings, MediaLoop loop) {
        this(settings, loop, false, TcpLimits.USUAL, SWEEP);
    }

    NettyTransport(Settings settings, MediaLoop loop, boolean ownLoop, TcpLimits limits, Duration sweep) {
        this.settings = settings;
        this.loop = loop;
        this.ownLoop = ownLoop;
        this.sockets = new Sockets(loop, settings);
        this.connections = new TcpConnections(limits);
        this.sweep = sweep;
    }

    @Override
    public void start(Handler handler) {
        addresses = LocalAddresses.of(settings.bind());
        var received = new Reception(handler, this::flush);
        reception = received;
        var channels = bindAll(
                addresses, settings.udpPort(), (address, port) -> sockets.bindUdp(address, port, received::reading));
        udp = new UdpSocket[channels.size()];
        for (int i = 0; i < udp.length; i++) {
            udp[i] = new UdpSocket(i, channels.get(i), outlet(channels.get(i)), received);
        }
        if (settings.tcpPort() >= 0) {
            listeners = bindAll(addresses, settings.tcpPort(), (address, port) -> listen(address, port, received));
            tcpPort = port(listeners.getFirst());
            sweepConnections();
        }
        for (int i = 0; i < udp.length; i++) {
            Sockets.read(channels.get(i), udp[i]);
        }
    }

    private Outlet outlet(Channel channel) {
        return loop.nativeIo() && settings.segmenting()
                ? Outlets.segmentedIfPossible(channel)
                : new QueuedOutlet(channel);
    }

    private Channel listen(InetAddress address, int port, Reception received) {
        return sockets.listenTcp(address, port, () -> new TcpFrames(connections, received, route -> {}));
    }

    @Override
    public boolean send(byte[] data, int offset, int length, Route to) {
        return switch (to) {
            case UdpRoute route -> udp[route.socket()].outlet().send(data, offset, length, route.address());
            case TcpRoute route -> connections.send(data, offset, length, route);
        };
    }

    @Override
    public void flush() {
        for (var socket : udp) {
            socket.outlet().flush();
        }
        connections.flush();
    }

    @Override
    public boolean segments() {
        for (var socket : udp) {
            if (!socket.outlet().segments()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable UdpRoute route(InetSocketAddress remote) {
        int best = -1;
        for (int i = addresses.size() - 1; i >= 0; i--) {
            boolean fits = fits(addresses.get(i), remote.getAddress());
            if (addresses.get(i).getClass() == remote.getAddress().getClass() && (best < 0 || fits)) {
                best = i;
            }
        }
        return best < 0 ? null : new UdpRoute(best, remote);
    }

    private static boolean fits(InetAddress ours, InetAddress theirs) {
        return ours.isLoopbackAddress() == theirs.isLoopbackAddress();
    }

    @Override
    public void dial(InetSocketAddress remote, Consumer<@Nullable TcpRoute> answer) {
        var frames = new TcpFrames(connections, started(), route -> started().run(() -> dialled(route, answer)));
        sweepConnections();
        var unused = sockets.dial(remote, frames).addListener(dialling -> {
            if (!dialling.isSuccess()) {
                started().run(() -> answer.accept(null));
            }
        });
    }

    private void dialled(@Nullable TcpRoute route, Consumer<@Nullable TcpRoute> answer) {
        if (route != null) {
            connections.trust(route);
        }
        answer.accept(route);
    }

    private void sweepConnections() {
        if (sweeping == null) {
            sweeping = every(sweep, () -> connections.sweep(System.nanoTime()));
        }
    }

    @Override
    public void trust(Route route) {
        if (route instanceof TcpRoute connection) {
            connections.trust(connection);
        }
    }

    @Override
    public void drop(Route route) {
        if (route instanceof TcpRoute connection) {
            connection.close();
        }
    }

    @Override
    public void execute(Runnable task) {
        eventLoop().execute(() -> started().run(task));
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        return loop.every(period, () -> started().run(task));
    }

    @Override
    public boolean inMediaThread() {
        return eventLoop().inEventLoop();
    }

    @Override
    public List<InetAddress> addresses() {
        return addresses;
    }

    @Override
    public int udpPort() {
        return udp[0].port();
    }

    @Override
    public int tcpPort() {
        return tcpPort;
    }

    @Override
    public long dropped() {
        long sum = connections.dropped();
        for (var socket : udp) {
            sum += socket.dropped();
        }
        return sum;
    }

    @Override
    public void close() {
        if (sweeping != null) {
            sweeping.cancel();
        }
        listeners.forEach(NettyTransport::close);
        for (var socket : udp) {
            socket.close();
        }
        eventLoop().submit(connections::closeAll).awaitUninterruptibly();
        if (ownLoop) {
            loop.close();
        }
    }

    private EventLoop eventLoop() {
        return loop.eventLoop();
    }

    private Reception started() {
        if (reception == null) {
            throw new IllegalStateException("not started");
        }
        return reception;
    }

    private interface Binding {
        Channel bind(InetAddress address, int port);
    }

    /** Binds the same port on all addresses; when it may be any, one that is free on all of them. */
    private static List<Channel> bindAll(List<InetAddress> addresses, int port, Binding binding) {
        for (int left = PORT_TRIES; ; left--) {
            var bound = new ArrayList<Channel>();
            try {
                for (var address : addresses) {
                    bound.add(binding.bind(address, bound.isEmpty() ? port : port(bound.getFirst())));
                }
                return List.copyOf(bound);
            } catch (UncheckedIOException taken) {
                bound.forEach(NettyTransport::close);
                if (port != 0 || bound.isEmpty() || left == 1) {
                    throw taken;
                }
            }
        }
    }

    private static int port(Channel channel) {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private static void close(Channel channel) {
        channel.close().awaitUninterruptibly();
    }
}
