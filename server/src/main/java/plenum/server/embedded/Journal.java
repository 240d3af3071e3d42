package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * The write-ahead journal: every writing command before it is executed. A record is length, CRC-32 of all that follows,
 * sequence (each one more than the last), and the command in BSON. The length counts the sequence and the BSON.
 *
 * <p>Order of locks: appending happens under the store's write lock; only the committer's thread touches the file.
 */
final class Journal implements AutoCloseable {
    static final String SUFFIX = ".journal";
    static final int HEADER_BYTES = Integer.BYTES + Integer.BYTES;

    private static final int FIRST_CAPACITY = 1 << 14;

    private final DataDirectory directory;
    private ByteBuf pending = Unpooled.buffer(FIRST_CAPACITY);
    private long appended;
    private long durable;
    private boolean woken;
    private Path path;
    private FileChannel file;

    /** @param sequence of the last command that the store already contains */
    Journal(DataDirectory directory, long sequence) throws IOException {
        this.directory = directory;
        this.appended = sequence;
        this.durable = sequence;
        this.path = pathAfter(sequence);
        this.file = create(path);
        directory.force();
    }

    /** Takes the command into memory and gives its sequence; it is durable once {@link #force} returns that much. */
    synchronized long append(Document command) {
        int start = pending.writerIndex();
        pending.writeInt(0).writeInt(0).writeLong(appended + 1);
        BsonEncoder.encodeDocument(command, pending);
        int length = pending.writerIndex() - start - HEADER_BYTES;
        pending.setInt(start, length);
        pending.setInt(start + Integer.BYTES, checksum(pending, start + HEADER_BYTES, length));
        appended++;
        notifyAll();
        return appended;
    }

    synchronized long appended() {
        return appended;
    }

    /** Ends the wait for something pending, now and at the next call. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits until something is pending, at most so long. */
    synchronized void awaitPending(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; !pending.isReadable() && !woken && left > 0; left = millisUntil(end)) wait(left);
    }

    /** Writes what is pending and waits for the disk; gives the last durable sequence. */
    long force() throws IOException {
        ByteBuf records;
        long last;
        synchronized (this) {
            if (!pending.isReadable()) return durable;
            records = pending;
            last = appended;
            pending = Unpooled.buffer(FIRST_CAPACITY);
        }
        while (records.isReadable()) records.readBytes(file, records.readableBytes());
        file.force(false);
        durable = last;
        return last;
    }

    long bytes() throws IOException {
        return file.size();
    }

    /** Goes on in a new file and gives the old one, which must stay until the store itself is durable. */
    Path rotate() throws IOException {
        var old = path;
        file.close();
        path = pathAfter(durable);
        file = create(path);
        directory.force();
        return old;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static int checksum(ByteBuf buffer, int index, int length) {
        var crc = new CRC32();
        crc.update(buffer.nioBuffer(index, length));
        return (int) crc.getValue();
    }

    private Path pathAfter(long sequence) {
        return directory.file("%020d%s".formatted(sequence + 1, SUFFIX));
    }

    private static FileChannel create(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static long millisUntil(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
}
