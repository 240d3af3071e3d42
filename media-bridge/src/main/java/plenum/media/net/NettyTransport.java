package plenum.media.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transport over Netty: epoll with recvmmsg and sendmmsg where the machine has it, NIO elsewhere. */
public final class NettyTransport implements Transport {
    /**
     * Where a transport listens.
     *
     * @param bind our addresses; a wildcard stands for all addresses of its family as {@link LocalAddresses} finds them
     * @param udpPort 0: any that is free on all of them
     * @param tcpPort 0: any; -1: none
     * @param receiveBufferBytes of the kernel for each socket
     * @param sendBufferBytes of the kernel for each socket
     * @param nativeIo epoll, where the machine has it
     */
    public record Settings(
            List<InetAddress> bind,
            int udpPort,
            int tcpPort,
            int receiveBufferBytes,
            int sendBufferBytes,
            boolean nativeIo) {
        public Settings {
            bind = List.copyOf(bind);
        }

        /** Any free UDP port on these addresses, no TCP, buffers of 4 MiB, epoll where there is one. */
        public static Settings on(InetAddress... bind) {
            return new Settings(List.of(bind), 0, -1, 4 << 20, 4 << 20, true);
        }

        public Settings withUdpPort(int port) {
            return new Settings(bind, port, tcpPort, receiveBufferBytes, sendBufferBytes, nativeIo);
        }

        public Settings withTcpPort(int port) {
            return new Settings(bind, udpPort, port, receiveBufferBytes, sendBufferBytes, nativeIo);
        }

        public Settings withNativeIo(boolean wanted) {
            return new Settings(bind, udpPort, tcpPort, receiveBufferBytes, sendBufferBytes, wanted);
        }
    }

    /** With a media thread of its own. */
    public NettyTransport(Settings settings) {}

    /** On a media thread shared with others; it outlives this transport. */
    public NettyTransport(Settings settings, MediaLoop loop) {}

    @Override
    public void start(Handler handler) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public boolean send(byte[] data, int offset, int length, Route to) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public void flush() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public UdpRoute route(InetSocketAddress remote) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public void dial(InetSocketAddress remote, Consumer<@Nullable TcpRoute> answer) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public void trust(Route route) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public void drop(Route route) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public void execute(Runnable task) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public boolean inMediaThread() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public List<InetAddress> addresses() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public int udpPort() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public int tcpPort() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public long dropped() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("signature");
    }
}
