package plenum.media.net;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A media thread: may serve one {@link NettyTransport} or many. */
public final class MediaLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);

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

    /** Runs a task on the thread again and again, the first time after one period. From any thread. */
    public Cancellable every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        var timer = eventLoop().scheduleWithFixedDelay(() -> run(task), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            LOG.error("a task of the media thread failed", fault);
        }
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
