package plenum.media.net;

import io.netty.channel.Channel;
import io.netty.channel.unix.UnixChannel;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out past Netty's queue: a frame for a receiver is one message, many messages are one system call. What the
 * kernel refuses as a whole goes packet by packet.
 */
final class SegmentedOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentedOutlet.class);
    private static final long RETRY_MS = 1;

    /** Sends messages as {@link SendCall} does. */
    interface Kernel {
        int send(int socket, MemorySegment messages, int count);
    }

    private final Channel channel;
    private final int socket;
    private final Kernel kernel;
    private final MessageBatch batch;
    /** Messages of the batch that have left. */
    private int sent;

    private boolean segments = true;
    private boolean retrying;
    private long apart;
    private long dropped;

    /** @param channel over epoll, bound */
    SegmentedOutlet(Channel channel, Kernel kernel) {
        this.channel = channel;
        this.kernel = kernel;
        socket = ((UnixChannel) channel).fd().intValue();
        batch = new MessageBatch(((InetSocketAddress) channel.localAddress()).getAddress() instanceof Inet6Address);
    }

    @Override
    public boolean send(byte[] data, int offset, int length, InetSocketAddress to) {
        if (batch.full()) {
            flush();
        }
        boolean taken = length > 0
                && length <= Transport.MAX_PACKET
                && !batch.full()
                && batch.add(data, offset, length, to, segments);
        dropped += taken ? 0 : 1;
        return taken;
    }

    @Override
    public void flush() {
        if (batch.empty()) {
            return;
        }
        while (channel.isOpen() && sent < batch.messages()) {
            int left = kernel.send(socket, batch.from(sent), batch.messages() - sent);
            if (left <= 0 && !goesOn(-left)) {
                retryLater();
                return;
            }
            sent += Math.max(0, left);
        }
        sent = 0;
        batch.clear();
    }

    /** @return false: nothing leaves at present */
    private boolean goesOn(int error) {
        switch (error) {
            case 0, SendCall.EAGAIN, SendCall.ENOBUFS -> {
                return false;
            }
            case SendCall.EINTR -> {}
            default -> refused(error);
        }
        return true;
    }

    /** The message at the head of the batch cannot be sent as it is. */
    private void refused(int error) {
        if (batch.packets(sent) == 1) {
            dropped++;
        } else {
            apart(error);
        }
        sent++;
    }

    /** For one receiver the packets may be too large to be cut; a device that cannot cut will never do it. */
    private void apart(int error) {
        if (error == SendCall.EIO && segments) {
            segments = false;
            LOG.warn("messages to {} are no longer cut by the kernel, which has failed to", channel.localAddress());
        }
        apart++;
        for (int packet = 0; packet < batch.packets(sent); packet++) {
            dropped += kernel.send(socket, batch.alone(sent, packet), 1) == 1 ? 0 : 1;
        }
    }

    private void retryLater() {
        if (!retrying) {
            retrying = true;
            var unused = channel.eventLoop().schedule(this::retry, RETRY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void retry() {
        retrying = false;
        flush();
    }

    /** Messages that the kernel did not cut, since the start. */
    long apart() {
        return apart;
    }

    @Override
    public boolean segments() {
        return segments;
    }

    @Override
    public long dropped() {
        return dropped;
    }
}
