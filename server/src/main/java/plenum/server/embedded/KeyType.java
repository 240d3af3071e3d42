package plenum.server.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How an index key is ordered and written in the store's file: BSON with the fields 0, 1, 2. */
final class KeyType extends BasicDataType<KeyValue> {
    private final KeyOrder order = new KeyOrder();

    @Override
    public int compare(KeyValue left, KeyValue right) {
        return order.compare(left, right);
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream().mapToInt(BsonBytes::estimate).sum();
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        var document = new Document();
        for (var value : key) document.put(Integer.toString(document.size()), value);
        BsonBytes.write(target, document);
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        return new KeyValue(BsonBytes.read(source).values());
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
