package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/** Documents as BSON bytes, in the store's file and in the journal. */
final class BsonBytes {
    /** MongoDB's own limit for one document. */
    static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

    private static final int CODE_TOO_LARGE = 10334;
    private static final int FIELD_OVERHEAD_BYTES = 16;

    private BsonBytes() {}

    static ByteBuf encode(Document document) {
        var buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        return buffer;
    }

    static void write(WriteBuffer target, Document document) {
        var encoded = encode(document);
        target.put(encoded.nioBuffer());
    }

    static Document read(ByteBuffer source) {
        var buffer = Unpooled.wrappedBuffer(source.slice());
        var document = BsonDecoder.decodeBson(buffer);
        source.position(source.position() + buffer.readerIndex());
        return document;
    }

    /** Refuses a document that could not be written to the file or read back, before anything is changed. */
    static void checkStorable(Document document) {
        if (estimate(document) > MAX_DOCUMENT_BYTES / 3 && encode(document).readableBytes() > MAX_DOCUMENT_BYTES)
            throw new MongoServerError(CODE_TOO_LARGE, "BSONObjectTooLarge", "document larger than 16 MB");
    }

    /** About the bytes a value takes; never less than a third of its BSON. */
    static int estimate(@Nullable Object value) {
        if (value == null) return FIELD_OVERHEAD_BYTES;
        return switch (value) {
            case String text -> FIELD_OVERHEAD_BYTES + text.length();
            case BinData data -> FIELD_OVERHEAD_BYTES + data.getData().length;
            case Map<?, ?> map -> estimateFields(map);
            case Collection<?> list -> estimateAll(list);
            case Missing unused ->
                throw new MongoServerError(2, "BadValue", "a value without content cannot be stored");
            default -> FIELD_OVERHEAD_BYTES + Long.BYTES;
        };
    }

    private static int estimateFields(Map<?, ?> map) {
        int sum = FIELD_OVERHEAD_BYTES;
        for (var field : map.entrySet()) sum += String.valueOf(field.getKey()).length() + estimate(field.getValue());
        return sum;
    }

    private static int estimateAll(Collection<?> list) {
        int sum = FIELD_OVERHEAD_BYTES;
        for (var value : list) sum += estimate(value);
        return sum;
    }
}
