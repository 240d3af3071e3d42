package plenum.media.net;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One UDP port on each of our addresses, with a TCP port beside it where wanted (ICE-TCP passive, RFC 6544, framed by
 * RFC 4571), and the one thread that serves them: the media thread. All methods belong to that thread unless they say
 * otherwise.
 */
public interface Transport extends AutoCloseable {
    /** How many bytes behind a received packet may be overwritten. */
    int ROOM = 64;

    /** The longest packet that is received or sent, bytes. */
    int MAX_PACKET = 2048;

    /** Gets the packets, on the media thread. */
    interface Handler {
        /**
         * One packet.
         *
         * @param data lent for the call; the packet, and {@link #ROOM} bytes behind it, may be changed in place
         * @param nowNs when it was read, on the scale of {@link System#nanoTime()}; the same for packets that were read
         *     at once, never less than that of the one before
         */
        void received(byte[] data, int offset, int length, Route from, long nowNs);

        /** After the last packet of a batch; the transport flushes afterwards. */
        void batchDone(long nowNs);

        /** A TCP connection has ended; nothing comes from it or goes to it any more. */
        default void closed(Route route) {}
    }

    /**
     * Binds the ports and begins to serve. Once, from any other thread than the media thread.
     *
     * @throws java.io.UncheckedIOException when a port is taken or an address is not ours
     */
    void start(Handler handler);

    /**
     * Hands a copy of a packet to the network, with the next {@link #flush} at the latest. Needs no flush inside of
     * {@link Handler} or of a task of this transport.
     *
     * @return false: dropped, because the way is congested or gone
     */
    @CanIgnoreReturnValue
    boolean send(byte[] data, int offset, int length, Route to);

    void flush();

    /**
     * Whether packets of one size, the last of them maybe shorter, that are sent to one peer one after the other leave
     * as one message: much cheaper. From any thread, after start.
     */
    boolean segments();

    /** The way to a peer that was never heard, from the socket of ours that fits best; null: none of its family. */
    @Nullable
    UdpRoute route(InetSocketAddress remote);

    /**
     * Opens a TCP connection to a peer's passive candidate; the answer comes on the media thread, null: no connection.
     */
    void dial(InetSocketAddress remote, Consumer<@Nullable TcpRoute> answer);

    /** The peer behind the route has shown who it is: its TCP connection is no longer timed out as a stranger's. */
    void trust(Route route);

    /** Ends a TCP connection; without effect for UDP. */
    void drop(Route route);

    /**
     * Runs a task on the media thread. From any thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException when that thread has ended
     */
    void execute(Runnable task);

    /** Runs a task on the media thread again and again, the first time after one period. From any thread. */
    Cancellable every(Duration period, Runnable task);

    /** From any thread. */
    boolean inMediaThread();

    /** Ours, bound to {@link #udpPort()} and, where there is one, {@link #tcpPort()}. From any thread, after start. */
    List<InetAddress> addresses();

    /** From any thread, after start. */
    int udpPort();

    /** From any thread, after start. -1: none. */
    int tcpPort();

    /** Packets that were not sent because their way was congested or gone, since the start. */
    long dropped();

    /** Closes all sockets and waits for the media thread to be done with them. From any other thread, once. */
    @Override
    void close();
}
