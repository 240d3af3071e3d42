package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands off MongoDB's wire protocol: OP_MSG, and OP_QUERY for the driver's first greeting. A client that has
 * logged in may send 48 MB at once, anybody else very little.
 */
final class CommandDecoder extends ByteToMessageDecoder {
    static final int MAX_MESSAGE_BYTES = 48_000_000;

    private static final int STRANGER_BYTES = 16 * 1024;
    private static final int HEADER_BYTES = 16;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM_PRESENT = 1;
    /** A reader must refuse what it does not know among these flags. */
    private static final int REQUIRED_FLAGS = 0xFFFF;

    private int mostBytes = STRANGER_BYTES;

    void trust() {
        mostBytes = MAX_MESSAGE_BYTES;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < Integer.BYTES) return;
        int length = in.getIntLE(in.readerIndex());
        if (length < HEADER_BYTES || length > mostBytes)
            throw new TooLongFrameException("a message of " + length + " bytes, allowed are " + mostBytes);
        if (in.readableBytes() >= length) out.add(read(context, in.readSlice(length)));
    }

    private static Request read(ChannelHandlerContext context, ByteBuf message) {
        int number = message.skipBytes(Integer.BYTES).readIntLE();
        int code = message.skipBytes(Integer.BYTES).readIntLE();
        var command = switch (code) {
            case OP_MSG -> readMessage(message);
            case OP_QUERY -> readQuery(message);
            default -> throw new CorruptedFrameException("unknown kind of message " + code);
        };
        if (command.isEmpty()) throw new CorruptedFrameException("a message without a command");
        return new Request(context.channel(), number, command, code == OP_QUERY);
    }

    private static Document readMessage(ByteBuf message) {
        int flags = message.readIntLE();
        if ((flags & REQUIRED_FLAGS & ~CHECKSUM_PRESENT) != 0) throw new CorruptedFrameException("flags " + flags);
        int end = message.writerIndex() - ((flags & CHECKSUM_PRESENT) == 0 ? 0 : Integer.BYTES);
        Document body = null;
        var lists = new Document();
        while (message.readerIndex() < end) {
            switch (message.readByte()) {
                case 0 -> body = onlyOne(body, BsonDecoder.decodeBson(message));
                case 1 -> readList(message, lists);
                default -> throw new CorruptedFrameException("unknown kind of section");
            }
        }
        if (body == null) throw new CorruptedFrameException("a message without a body");
        body.putAll(lists);
        return body;
    }

    private static Document onlyOne(@Nullable Document before, Document body) {
        if (before != null) throw new CorruptedFrameException("two bodies");
        return body;
    }

    private static void readList(ByteBuf message, Document lists) {
        int end = message.readerIndex() + message.getIntLE(message.readerIndex());
        var name = BsonDecoder.decodeCString(message.skipBytes(Integer.BYTES));
        var documents = new ArrayList<Document>();
        while (message.readerIndex() < end) documents.add(BsonDecoder.decodeBson(message));
        lists.put(name, documents);
    }

    /** Flags, the name of a collection, what to skip and to return, and the command. */
    private static Document readQuery(ByteBuf message) {
        var collection = BsonDecoder.decodeCString(message.skipBytes(Integer.BYTES));
        if (!collection.equals("admin.$cmd")) throw new CorruptedFrameException("an old query that is no greeting");
        return BsonDecoder.decodeBson(message.skipBytes(2 * Integer.BYTES));
    }
}
