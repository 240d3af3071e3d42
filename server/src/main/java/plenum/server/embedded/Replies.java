package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
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

    private static final int MAX_DOCUMENTS_IN_A_WRITE = 1_000;
    private static final int OP_REPLY = 1;
    private static final int OP_MSG = 2013;
    private static final int AWAIT_CAPABLE = 8;

    private Replies() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document hello() {
        return new Document("ismaster", true)
                .append("helloOk", true)
                .append("isWritablePrimary", true)
                .append("maxBsonObjectSize", BsonBytes.MAX_DOCUMENT_BYTES)
                .append("maxMessageSizeBytes", CommandDecoder.MAX_MESSAGE_BYTES)
                .append("maxWriteBatchSize", MAX_DOCUMENTS_IN_A_WRITE)
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

    /** A whole OP_REPLY with flags, cursor, start and number of documents; only greetings are answered so. */
    static ByteBuf oldForm(int responseTo, Document reply) {
        var buffer = PooledByteBufAllocator.DEFAULT.buffer(512);
        header(buffer, responseTo, OP_REPLY).writeIntLE(AWAIT_CAPABLE).writeLongLE(0);
        BsonEncoder.encodeDocument(reply, buffer.writeIntLE(0).writeIntLE(1));
        return buffer.setIntLE(0, buffer.readableBytes());
    }

    private static ByteBuf encode(int responseTo, Document reply) {
        var buffer = PooledByteBufAllocator.DEFAULT.buffer(512);
        try {
            header(buffer, responseTo, OP_MSG).writeIntLE(0).writeByte(0);
            BsonEncoder.encodeDocument(reply, buffer);
            return buffer.setIntLE(0, buffer.readableBytes()).retain();
        } finally {
            buffer.release();
        }
    }

    private static ByteBuf header(ByteBuf buffer, int responseTo, int code) {
        return buffer.writeIntLE(0).writeIntLE(0).writeIntLE(responseTo).writeIntLE(code);
    }
}
