package plenum.media.net;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.net.Transport.Handler;

/**
 * Hands received packets to the handler of a transport, from one reused array, with the time at which they were read.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final long LOG_GAP_NS = TimeUnit.SECONDS.toNanos(1);

    private final byte[] scratch = new byte[Transport.MAX_PACKET + Transport.ROOM];
    private final Handler handler;
    private final Runnable flush;
    private boolean inBatch;
    private boolean read;
    private long readNs;
    private long loggedNs = System.nanoTime() - LOG_GAP_NS;

    Reception(Handler handler, Runnable flush) {
        this.handler = handler;
        this.flush = flush;
    }

    /**
     * The kernel is asked for more packets: those that come have not been there before. With the time of the batch,
     * what came while its first packets were handled would have arrived before it was sent.
     */
    void reading() {
        read = false;
    }

    void datagram(ByteBuf content, Route from) {
        int length = content.readableBytes();
        if (length > 0 && length <= Transport.MAX_PACKET) {
            content.getBytes(content.readerIndex(), scratch, 0, length);
            packet(scratch, 0, length, from);
        }
    }

    void packet(byte[] data, int offset, int length, Route from) {
        try {
            handler.received(data, offset, length, from, readTime());
        } catch (RuntimeException fault) {
            fault("a packet was not handled", fault);
        }
    }

    void batchDone() {
        if (!inBatch) {
            return;
        }
        inBatch = false;
        try {
            handler.batchDone(readNs);
        } catch (RuntimeException fault) {
            fault("a batch was not finished", fault);
        }
        flush.run();
    }

    void closed(Route route) {
        run(() -> handler.closed(route));
    }

    /** Runs a task of the media thread: it may fail, and what it sends is flushed. */
    void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            fault("a task of the media thread failed", fault);
        }
        flush.run();
    }

    private long readTime() {
        if (!inBatch || !read) {
            inBatch = true;
            read = true;
            readNs = System.nanoTime();
        }
        return readNs;
    }

    private void fault(String what, RuntimeException fault) {
        long nowNs = System.nanoTime();
        if (nowNs - loggedNs >= LOG_GAP_NS) {
            loggedNs = nowNs;
            LOG.error(what, fault);
        }
    }
}
