package plenum.media.dtls;

import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/**
 * The datagrams of one session. Those of the peer wait in a short queue for the session's thread; our records are put
 * together until the thread waits for an answer, so that a flight is one datagram or two and is lost or arrives as one.
 */
final class Datagrams implements DatagramTransport {
    /** What an Ethernet with tunnels certainly carries, bytes. */
    static final int SEND_LIMIT = 1200;

    private static final int RECEIVE_LIMIT = 2048;
    private static final int QUEUE = 64;
    private static final byte[] WAKE = {};

    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(QUEUE);
    private final Consumer<byte[]> send;
    private final byte[] flight;
    private int flightLength;
    private byte[] last = {};
    private volatile boolean closed;

    /** @param sendLimit the longest datagram to send, bytes: longer messages are sent in fragments */
    Datagrams(Consumer<byte[]> send, int sendLimit) {
        this.send = send;
        this.flight = new byte[sendLimit];
    }

    /** From any thread; what is too much is lost as on any network. */
    void feed(byte[] data, int offset, int length) {
        if (!closed && length <= RECEIVE_LIMIT && RecordFilter.acceptable(data, offset, length)) {
            var unused = received.offer(Arrays.copyOfRange(data, offset, offset + length));
        }
    }

    /** From any thread: whoever receives stops now. */
    @Override
    public void close() {
        closed = true;
        var unused = received.offer(WAKE);
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws InterruptedIOException {
        flush();
        byte[] datagram = closed ? null : next(waitMillis);
        if (closed) {
            throw new InterruptedIOException("closed");
        }
        if (datagram == null) {
            return -1;
        }
        int count = Math.min(length, datagram.length);
        System.arraycopy(datagram, 0, buffer, offset, count);
        return count;
    }

    /** @param waitMillis 0: as long as it takes */
    private byte @Nullable [] next(int waitMillis) throws InterruptedIOException {
        try {
            return waitMillis == 0 ? received.take() : received.poll(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void send(byte[] record, int offset, int length) {
        if (flightLength + length > flight.length) {
            flush();
        }
        System.arraycopy(record, offset, flight, flightLength, length);
        flightLength += length;
    }

    /** Sends what was put together. */
    void flush() {
        if (flightLength > 0) {
            last = Arrays.copyOf(flight, flightLength);
            flightLength = 0;
            send.accept(last);
        }
    }

    /** Sends the last datagram once more, as a network may do by itself. */
    void repeat() {
        send.accept(last.clone());
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return flight.length;
    }
}
