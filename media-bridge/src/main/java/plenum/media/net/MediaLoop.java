package plenum.media.net;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** A media thread: may serve one {@link NettyTransport} or many. */
public final class MediaLoop implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group;
    private final boolean nativeIo;

    private MediaLoop(IoHandlerFactory io, boolean nativeIo) {
        this.group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("media", true), io);
        this.nativeIo = nativeIo;
    }

    /** @param nativeIo epoll, where the machine has it; otherwise, and elsewhere, NIO */
    public static MediaLoop start(boolean nativeIo) {
        boolean epoll = nativeIo && Epoll.isAvailable();
        return new MediaLoop(epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory(), epoll);
    }

    /** Whether it is epoll. */
    public boolean nativeIo() {
        return nativeIo;
    }

    EventLoop eventLoop() {
        return group.next();
    }

    /** Ends the thread after the tasks it has; from any other thread. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }
}
