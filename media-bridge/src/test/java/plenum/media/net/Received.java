package plenum.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a transport hands over. */
final class Received implements Transport.Handler {
    record Packet(byte[] data, Route from) {}

    private final BlockingQueue<Packet> packets = new LinkedBlockingQueue<>();
    private final BlockingQueue<Route> closed = new LinkedBlockingQueue<>();
    private final AtomicInteger batches = new AtomicInteger();

    @Override
    public void received(byte[] data, int offset, int length, Route from, long nowNs) {
        packets.add(new Packet(Arrays.copyOfRange(data, offset, offset + length), from));
        Arrays.fill(data, offset, offset + length + Transport.ROOM, (byte) 0x5a);
    }

    @Override
    public void batchDone(long nowNs) {
        batches.incrementAndGet();
    }

    @Override
    public void closed(Route route) {
        closed.add(route);
    }

    Packet next() throws InterruptedException {
        var packet = packets.poll(30, TimeUnit.SECONDS);
        assertThat(packet).as("a packet").isNotNull();
        return packet;
    }

    Route nextClosed() throws InterruptedException {
        var route = closed.poll(30, TimeUnit.SECONDS);
        assertThat(route).as("a closed connection").isNotNull();
        return route;
    }

    int waiting() {
        return packets.size();
    }

    int batches() {
        return batches.get();
    }
}
