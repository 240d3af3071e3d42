package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers on the wire. Encoding one takes the copy that a later command cannot change: do it under the lock. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    /** What MongoDB 5.0 announces. */
    private static final int WIRE_VERSION = 13;

    private Replies() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document hello() {
        return new Document("ismaster", true)
                .append("helloOk", true)
                .append("isWritablePrimary", true)
                .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
                .append("maxMessageSizeBytes", MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
                .append("maxWriteBatchSize", MongoWireProtocolHandler.MAX_WRITE_BATCH_SIZE)
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    static Document loggedIn() {
        return new Document("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]))
                .append("ok", 1.0);
    }

    static Document error(MongoServerException failure) {
        var reply = new Document("ok", 0.0).append("errmsg", failure.getMessageWithoutErrorCode());
        if (failure instanceof MongoServerError error) {
            reply.append("code", error.getCode());
            reply.putIfNotNull("codeName", error.getCodeName());
        }
        return reply;
    }

    /** A whole OP_MSG; the caller sends or releases it. */
    static ByteBuf message(int responseTo, Document reply) {
        try {
            return encode(responseTo, reply);
        } catch (RuntimeException unencodable) {
            LOG.error("answer cannot be encoded", unencodable);
            return encode(responseTo, error(new MongoServerException("Unknown error: " + unencodable)));
        }
    }

    private static ByteBuf encode(int responseTo, Document reply) {
        var buffer = PooledByteBufAllocator.DEFAULT.buffer(512);
        try {
            buffer.writeIntLE(0).writeIntLE(0).writeIntLE(responseTo).writeIntLE(OpCode.OP_MSG.getId());
            buffer.writeIntLE(0).writeByte(0);
            BsonEncoder.encodeDocument(reply, buffer);
            return buffer.setIntLE(0, buffer.readableBytes()).retain();
        } finally {
            buffer.release();
        }
    }
}
