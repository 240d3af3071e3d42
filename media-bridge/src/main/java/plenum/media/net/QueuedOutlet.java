package plenum.media.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/** The way out over Netty's queue: sendmmsg with epoll, packet by packet with NIO. */
final class QueuedOutlet implements Outlet {
    /** Written at once with sendmmsg: fewer cost more per packet, more stay in no cache. */
    private static final int BURST = 128;

    private final Channel channel;
    private int pending;
    private long dropped;

    QueuedOutlet(Channel channel) {
        this.channel = channel;
    }

    @Override
    public boolean send(byte[] data, int offset, int length, InetSocketAddress to) {
        if (!channel.isWritable()) {
            dropped++;
            return false;
        }
        ByteBuf copy = channel.alloc().directBuffer(length).writeBytes(data, offset, length);
        var unused = channel.write(new DatagramPacket(copy, to), channel.voidPromise());
        if (++pending >= BURST) {
            flush();
        }
        return true;
    }

    @Override
    public void flush() {
        if (pending > 0) {
            pending = 0;
            channel.flush();
        }
    }

    @Override
    public boolean segments() {
        return false;
    }

    @Override
    public long dropped() {
        return dropped;
    }
}
