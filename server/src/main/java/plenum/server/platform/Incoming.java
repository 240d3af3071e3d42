package plenum.server.platform;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way into the store, digested as they come. Closing without keeping leaves nothing. One thread at a
 * time.
 */
public final class Incoming implements Closeable {

    /** Moves the finished file to its place, durably. */
    interface Shelf {
        void take(Path finished, Sha256 name) throws IOException;
    }

    private final Path path;
    private final Shelf shelf;
    private final FileChannel file;
    private final MessageDigest digest = Sha256.begun();
    private long bytes;
    private @Nullable Sha256 name;

    Incoming(Path path, Shelf shelf) throws IOException {
        this.path = path;
        this.shelf = shelf;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    public void write(byte[] source, int offset, int length) throws IOException {
        digest.update(source, offset, length);
        var buffer = ByteBuffer.wrap(source, offset, length);
        while (buffer.hasRemaining()) {
            bytes += file.write(buffer);
        }
    }

    public void write(byte[] source) throws IOException {
        write(source, 0, source.length);
    }

    public long bytes() {
        return bytes;
    }

    /** The file as far as it is written, to be looked at before it is kept. */
    public Path path() {
        return path;
    }

    /** Nothing may be written any more. */
    public Sha256 sha256() {
        if (name == null) {
            name = Sha256.finished(digest);
        }
        return name;
    }

    /** Durable under its name when it returns. */
    public Blob keep() throws IOException {
        var finished = sha256();
        file.force(true);
        file.close();
        shelf.take(path, finished);
        return new Blob(finished, bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
