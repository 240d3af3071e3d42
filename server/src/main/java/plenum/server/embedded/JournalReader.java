package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journals of an earlier run and replays what the store does not contain yet. */
final class JournalReader {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final Consumer<Document> replay;
    private long sequence;

    /** @param sequence of the last command that the store contains */
    JournalReader(long sequence, Consumer<Document> replay) {
        this.sequence = sequence;
        this.replay = replay;
    }

    /** Gives the sequence of the last command that was read. */
    long read(List<Path> journals) throws IOException {
        for (var journal : journals) read(journal);
        return sequence;
    }

    private void read(Path journal) throws IOException {
        var buffer = Unpooled.wrappedBuffer(Files.readAllBytes(journal));
        while (buffer.isReadable() && isWhole(buffer)) {
            int length = buffer.readInt();
            var record = buffer.skipBytes(Integer.BYTES).readSlice(length);
            replay(journal, record.readLong(), record);
        }
        if (buffer.isReadable()) cut(journal, buffer.readerIndex(), buffer.readableBytes());
    }

    private void replay(Path journal, long number, ByteBuf record) throws IOException {
        if (number <= sequence) return;
        if (number != sequence + 1)
            throw new IOException("journal " + journal + " goes on with command " + number + " after " + sequence
                    + ": commands are missing, restore the data directory from a backup");
        replay.accept(BsonDecoder.decodeBson(record));
        sequence = number;
    }

    private static boolean isWhole(ByteBuf buffer) {
        int at = buffer.readerIndex();
        if (buffer.readableBytes() < Journal.HEADER_BYTES + Long.BYTES) return false;
        int length = buffer.getInt(at);
        if (length < Long.BYTES || length > buffer.readableBytes() - Journal.HEADER_BYTES) return false;
        return buffer.getInt(at + Integer.BYTES) == Journal.checksum(buffer, at + Journal.HEADER_BYTES, length);
    }

    /** What a crash left half-written was never acknowledged. A copy is kept for whoever wants to look. */
    private static void cut(Path journal, int at, int bytes) throws IOException {
        LOG.warn("journal {}: cut {} bytes from the first incomplete record at {}", journal, bytes, at);
        var copy = journal.resolveSibling(journal.getFileName() + ".cut");
        Files.copy(journal, copy, StandardCopyOption.REPLACE_EXISTING);
        try (var file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            file.truncate(at).force(true);
        }
    }
}
