package plenum.media.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/** Buffers of one size for received datagrams; tells whenever the kernel is about to be asked for some. */
final class ReceiveBuffers extends DefaultMaxMessagesRecvByteBufAllocator {
    private final int bytes;
    private final Runnable reading;

    /** @param turn datagrams read before others of the thread have their turn */
    ReceiveBuffers(int bytes, int turn, Runnable reading) {
        super(turn);
        this.bytes = bytes;
        this.reading = reading;
    }

    @Override
    @SuppressWarnings("deprecation") // as the interface declares it
    public Handle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return bytes;
            }

            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                reading.run();
                return super.allocate(allocator);
            }
        };
    }
}
