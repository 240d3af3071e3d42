package plenum.media.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A UDP way between peers and a bridge, like a NAT in bad weather: it loses and delays packets, is narrow towards the
 * peers, is cut, or lets all peers appear at new addresses.
 */
public final class BadLine implements AutoCloseable {
    private static final long QUEUE_NS = 300_000_000;
    private static final long DROPPED = -1;

    private final InetSocketAddress bridge;
    private final DatagramSocket inner = socket();
    private final Map<SocketAddress, DatagramSocket> outer = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Random random;
    private volatile double loss;
    private volatile long delayMs;
    private volatile boolean cut;
    private volatile long narrowBps;
    private long freeNs = System.nanoTime();

    public BadLine(int bridgePort, long seed) {
        bridge = new InetSocketAddress(InetAddress.getLoopbackAddress(), bridgePort);
        random = new Random(seed);
        Thread.ofVirtual().start(() -> read(inner, packet -> toBridge(packet.getSocketAddress(), packet.getData())));
    }

    /** Where peers find the bridge behind this line, on the loopback address. */
    public int port() {
        return inner.getLocalPort();
    }

    /** @param share of the packets that get lost in each direction, 0 to 1 */
    public void lose(double share) {
        loss = share;
    }

    /** In each direction. */
    public void delay(long milliseconds) {
        delayMs = milliseconds;
    }

    /** Towards the peers only so many bits per second pass, behind a queue of 300 ms; 0: all. */
    public void narrow(long bps) {
        narrowBps = bps;
    }

    /** Nothing passes any more, or all again. */
    public void cut(boolean now) {
        cut = now;
    }

    /** All peers appear at new addresses from now on. */
    public void move() {
        outer.values().forEach(DatagramSocket::close);
        outer.clear();
    }

    private void toBridge(SocketAddress peer, byte[] data) {
        pass(outer.computeIfAbsent(peer, this::open), data, bridge, 0);
    }

    private DatagramSocket open(SocketAddress peer) {
        var socket = socket();
        Thread.ofVirtual().start(() -> read(socket, packet -> toPeer(packet.getData(), peer)));
        return socket;
    }

    private void toPeer(byte[] data, SocketAddress peer) {
        long waitNs = waitNs(data.length);
        if (waitNs != DROPPED) {
            pass(inner, data, peer, waitNs);
        }
    }

    /** How long a packet takes to get through; it takes its place in the queue, if there is any left. */
    private synchronized long waitNs(int bytes) {
        long bps = narrowBps;
        long now = System.nanoTime();
        if (bps == 0 || freeNs - now > QUEUE_NS) {
            return bps == 0 ? 0 : DROPPED;
        }
        freeNs = Math.max(freeNs, now) + bytes * 8_000_000_000L / bps;
        return freeNs - now;
    }

    private void pass(DatagramSocket from, byte[] data, SocketAddress to, long waitNs) {
        if (cut || chance() < loss) {
            return;
        }
        try {
            var unused = later.schedule(() -> send(from, data, to), waitNs + delayMs * 1_000_000, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            from.close();
        }
    }

    private synchronized double chance() {
        return random.nextDouble();
    }

    private static void send(DatagramSocket from, byte[] data, SocketAddress to) {
        try {
            from.send(new DatagramPacket(data, data.length, to));
        } catch (IOException gone) {
            from.close();
        }
    }

    private interface Taker {
        void take(DatagramPacket packet);
    }

    private static void read(DatagramSocket socket, Taker taker) {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                byte[] data = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                taker.take(new DatagramPacket(data, data.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                socket.close();
            }
        }
    }

    private static DatagramSocket socket() {
        try {
            var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.setReceiveBufferSize(1 << 20);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        inner.close();
        outer.values().forEach(DatagramSocket::close);
    }
}
