package plenum.media.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happens on one TCP connection. */
final class TcpFrames extends ChannelInboundHandlerAdapter {
    private final TcpConnections connections;
    private final Reception reception;
    private final Consumer<@Nullable TcpRoute> opened;
    private final FrameReader frames = new FrameReader();
    private @Nullable TcpRoute route;

    /** @param opened hears of the connection once; null: the limits refused it */
    TcpFrames(TcpConnections connections, Reception reception, Consumer<@Nullable TcpRoute> opened) {
        this.connections = connections;
        this.reception = reception;
        this.opened = opened;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var connection = new TcpRoute(context.channel(), System.nanoTime());
        if (connections.opened(connection)) {
            route = connection;
            opened.accept(connection);
        } else {
            connection.close();
            opened.accept(null);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var in = (ByteBuf) message;
        try {
            if (route != null) {
                route.heard(System.nanoTime());
                read(in, route);
            }
        } finally {
            in.release();
        }
    }

    private void read(ByteBuf in, TcpRoute from) {
        int length = frames.next(in);
        while (length > 0 && from.open()) {
            reception.packet(frames.data(), frames.offset(), length, from);
            length = frames.next(in);
        }
        if (length == FrameReader.TOO_LONG) {
            from.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reception.batchDone();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (route != null) {
            route.writable(context.channel().isWritable(), System.nanoTime());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (route != null && connections.closed(route)) {
            reception.closed(route);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var unused = context.close();
    }
}
