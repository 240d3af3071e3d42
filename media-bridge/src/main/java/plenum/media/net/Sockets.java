package plenum.media.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Opens the sockets of a transport, of epoll or NIO alike. */
final class Sockets {
    /** Datagrams read at once with recvmmsg. */
    private static final int BATCH = 32;

    /** Datagrams read before others of the thread have their turn and answers are flushed. */
    private static final int TURN = 64;

    private static final WriteBufferWaterMark UDP_QUEUE = new WriteBufferWaterMark(2 << 20, 4 << 20);
    private static final WriteBufferWaterMark TCP_QUEUE = new WriteBufferWaterMark(128 << 10, 256 << 10);
    private static final int DIAL_MS = 5_000;

    private final MediaLoop loop;
    private final NettyTransport.Settings settings;

    Sockets(MediaLoop loop, NettyTransport.Settings settings) {
        this.loop = loop;
        this.settings = settings;
    }

    /**
     * A datagram socket without a handler yet: it does not read before {@link #read}.
     *
     * @param reading whenever the kernel is about to be asked for datagrams
     */
    Channel bindUdp(InetAddress address, int port, Runnable reading) {
        var bootstrap = new Bootstrap()
                .group(loop.eventLoop())
                .channelFactory(() -> datagramChannel(address))
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.SO_RCVBUF, settings.receiveBufferBytes())
                .option(ChannelOption.SO_SNDBUF, settings.sendBufferBytes())
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, UDP_QUEUE)
                .option(ChannelOption.RECVBUF_ALLOCATOR, receiveBuffers(reading))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {}
                });
        if (loop.nativeIo()) {
            bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, Transport.MAX_PACKET);
        }
        return bound(bootstrap.bind(address, port));
    }

    static void read(Channel socket, ChannelHandler handler) {
        socket.pipeline().addLast(handler);
        socket.config().setAutoRead(true);
    }

    Channel listenTcp(InetAddress address, int port, Supplier<ChannelHandler> connection) {
        var bootstrap = new ServerBootstrap()
                .group(loop.eventLoop())
                .channelFactory(() -> loop.nativeIo() ? new EpollServerSocketChannel() : new NioServerSocketChannel())
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, TCP_QUEUE)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(connection.get());
                    }
                });
        return bound(bootstrap.bind(address, port));
    }

    ChannelFuture dial(InetSocketAddress remote, ChannelHandler connection) {
        return new Bootstrap()
                .group(loop.eventLoop())
                .channelFactory(() -> loop.nativeIo() ? new EpollSocketChannel() : new NioSocketChannel())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, DIAL_MS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, TCP_QUEUE)
                .handler(connection)
                .connect(remote);
    }

    private Channel datagramChannel(InetAddress address) {
        var family = address instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
        return loop.nativeIo() ? new EpollDatagramChannel(family) : new NioDatagramChannel(family);
    }

    private RecvByteBufAllocator receiveBuffers(Runnable reading) {
        int bytes = loop.nativeIo() ? Transport.MAX_PACKET * BATCH : Transport.MAX_PACKET;
        return new ReceiveBuffers(bytes, TURN, reading);
    }

    private static Channel bound(ChannelFuture binding) {
        binding.awaitUninterruptibly();
        if (!binding.isSuccess()) {
            throw new UncheckedIOException(new IOException("cannot listen", binding.cause()));
        }
        return binding.channel();
    }
}
