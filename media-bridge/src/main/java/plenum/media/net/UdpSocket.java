package plenum.media.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/** One bound UDP socket of a transport. */
final class UdpSocket extends ChannelInboundHandlerAdapter {
    /** Written at once with sendmmsg: fewer cost more per packet, more stay in no cache. */
    private static final int BURST = 128;

    private final int index;
    private final Channel channel;
    private final int port;
    private final Reception reception;
    private int pending;
    private long dropped;

    UdpSocket(int index, Channel channel, Reception reception) {
        this.index = index;
        this.channel = channel;
        this.port = ((InetSocketAddress) channel.localAddress()).getPort();
        this.reception = reception;
    }

    int port() {
        return port;
    }

    long dropped() {
        return dropped;
    }

    boolean send(byte[] data, int offset, int length, InetSocketAddress to) {
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

    void flush() {
        if (pending > 0) {
            pending = 0;
            channel.flush();
        }
    }

    void close() {
        channel.close().awaitUninterruptibly();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var packet = (DatagramPacket) message;
        try {
            reception.datagram(packet.content(), new UdpRoute(index, packet.sender()));
        } finally {
            packet.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reception.batchDone();
    }

    /** A packet could not be written, or the peer's machine has refused one: the next may go. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        dropped++;
    }
}
