package plenum.media.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/** One bound UDP socket of a transport. */
final class UdpSocket extends ChannelInboundHandlerAdapter {
    private final int index;
    private final Channel channel;
    private final int port;
    private final Outlet outlet;
    private final Reception reception;
    private long refused;

    UdpSocket(int index, Channel channel, Outlet outlet, Reception reception) {
        this.index = index;
        this.channel = channel;
        this.outlet = outlet;
        this.port = ((InetSocketAddress) channel.localAddress()).getPort();
        this.reception = reception;
    }

    int port() {
        return port;
    }

    long dropped() {
        return refused + outlet.dropped();
    }

    Outlet outlet() {
        return outlet;
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
        refused++;
    }
}
