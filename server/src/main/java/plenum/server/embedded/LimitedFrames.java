package plenum.server.embedded;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.TooLongFrameException;

/** The library's decoder, which takes 48 MB from a client that has logged in and little from anybody else. */
final class LimitedFrames extends MongoWireProtocolHandler {
    private static final int STRANGER_BYTES = 16 * 1024;
    private static final int HEADER_BYTES = 16;

    private int mostBytes = STRANGER_BYTES;

    void trust() {
        mostBytes = MAX_MESSAGE_SIZE_BYTES;
    }

    @Override
    protected ClientRequest decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
        if (buffer.readableBytes() >= Integer.BYTES) {
            int length = buffer.getIntLE(buffer.readerIndex());
            if (length < HEADER_BYTES || length > mostBytes)
                throw new TooLongFrameException("a message of " + length + " bytes, allowed are " + mostBytes);
        }
        return super.decode(context, buffer);
    }
}
