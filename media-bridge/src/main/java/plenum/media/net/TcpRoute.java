package plenum.media.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** One TCP connection with a peer; equal to itself only. */
public final class TcpRoute implements Route {
    private final Channel channel;
    private final InetSocketAddress address;
    private final long openedNs;
    private long heardNs;
    private long blockedNs;
    private boolean blocked;
    private boolean pending;

    TcpRoute(Channel channel, long nowNs) {
        this.channel = channel;
        this.address = (InetSocketAddress) channel.remoteAddress();
        this.openedNs = nowNs;
        this.heardNs = nowNs;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    /** Only whole packets are dropped, so that the framing stays right. */
    boolean send(byte[] data, int offset, int length) {
        if (!channel.isWritable() || !channel.isActive()) {
            return false;
        }
        ByteBuf frame = channel.alloc().directBuffer(2 + length);
        frame.writeShort(length).writeBytes(data, offset, length);
        var unused = channel.write(frame, channel.voidPromise());
        return true;
    }

    /** @return whether this is the first since the last flush */
    boolean markPending() {
        boolean first = !pending;
        pending = true;
        return first;
    }

    void flush() {
        pending = false;
        channel.flush();
    }

    void heard(long nowNs) {
        heardNs = nowNs;
    }

    void writable(boolean writable, long nowNs) {
        blocked = !writable;
        blockedNs = nowNs;
    }

    boolean strangerTooLong(TcpLimits limits, long nowNs) {
        return nowNs - openedNs > limits.stranger().toNanos();
    }

    boolean dead(TcpLimits limits, long nowNs) {
        return nowNs - heardNs > limits.idle().toNanos()
                || blocked && nowNs - blockedNs > limits.blocked().toNanos();
    }

    boolean open() {
        return channel.isActive();
    }

    void close() {
        var unused = channel.close();
    }

    @Override
    public String toString() {
        return "TcpRoute[" + address + "]";
    }
}
