package plenum.media.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP way from a port of this machine to another one, which can be cut and can be slow on the way back. */
public final class TcpDetour implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket entry;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile long delayMs;

    /** @param port of the loopback address */
    public TcpDetour(int port) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public TcpDetour(InetSocketAddress target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** On the loopback address. */
    public int port() {
        return entry.getLocalPort();
    }

    /** All connections break and new ones as well, until it is whole again. */
    public void cut(boolean now) {
        cut = now;
        if (now) sockets.forEach(TcpDetour::end);
    }

    /** From now on each piece of what the port says comes so late, also on the connections that are there. */
    public void delay(long ms) {
        delayMs = ms;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                join(entry.accept());
            } catch (IOException closed) {
                end(entry);
            }
        }
    }

    private void join(Socket here) {
        sockets.add(here);
        if (cut) {
            end(here); // not a byte of it reaches the port
            return;
        }
        try {
            var there = new Socket(target.getAddress(), target.getPort());
            sockets.add(there);
            Thread.ofVirtual().start(() -> pass(here, there));
            Thread.ofVirtual().start(() -> passLate(there, here));
            if (cut) end(there);
        } catch (IOException refused) {
            end(here);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            var unused = from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            end(to);
        }
    }

    private void passLate(Socket from, Socket to) {
        try (from;
                to) {
            var piece = new byte[1 << 16];
            for (int length = from.getInputStream().read(piece);
                    length >= 0;
                    length = from.getInputStream().read(piece)) {
                Thread.sleep(delayMs);
                to.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException broken) {
            end(to);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            throw new AssertionError(gone);
        }
    }

    @Override
    public void close() {
        end(entry);
        cut(true);
    }
}
