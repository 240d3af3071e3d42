package plenum.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plenum.media.net.Cancellable;
import plenum.media.net.Route;
import plenum.media.net.TcpRoute;
import plenum.media.net.Transport;
import plenum.media.net.UdpRoute;

/** A transport without a network: keeps what is sent. */
final class SentPackets implements Transport {
    record Packet(byte[] data, Route to) {}

    private final Deque<Packet> packets = new ArrayDeque<>();
    private boolean congested;

    Packet take() {
        return packets.remove();
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    int size() {
        return packets.size();
    }

    void congested(boolean value) {
        congested = value;
    }

    @Override
    public boolean send(byte[] data, int offset, int length, Route to) {
        return !congested && packets.add(new Packet(Arrays.copyOfRange(data, offset, offset + length), to));
    }

    @Override
    public UdpRoute route(InetSocketAddress remote) {
        return new UdpRoute(0, remote);
    }

    @Override
    public void dial(InetSocketAddress remote, Consumer<@Nullable TcpRoute> answer) {
        answer.accept(null);
    }

    @Override
    public void start(Handler handler) {}

    @Override
    public void flush() {}

    @Override
    public boolean segments() {
        return false;
    }

    @Override
    public void trust(Route route) {}

    @Override
    public void drop(Route route) {}

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        return () -> {};
    }

    @Override
    public boolean inMediaThread() {
        return true;
    }

    @Override
    public List<InetAddress> addresses() {
        return List.of(InetAddress.getLoopbackAddress());
    }

    @Override
    public int udpPort() {
        return 1;
    }

    @Override
    public int tcpPort() {
        return -1;
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void close() {}
}
