package plenum.server.platform;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link BlobStore} in one directory of one process: {@code ab/abcd…} for what is kept, {@code incoming/} for what is
 * on its way. A file appears under its name by one rename after its bytes are on the disk, so a name never stands for
 * half a file.
 */
public final class DirectoryBlobStore implements BlobStore, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryBlobStore.class);
    private final Path root;
    private final Path incoming;
    private final FileChannel lock;
    /** Nothing is kept between the look at a file's age and its end. */
    private final ReentrantLock order = new ReentrantLock();

    private DirectoryBlobStore(Path root, FileChannel lock) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.lock = lock;
    }

    /**
     * Makes the directory when missing and sweeps what interrupted uploads left. IOException when another process has
     * it open.
     */
    public static DirectoryBlobStore open(Path root) throws IOException {
        Files.createDirectories(root.resolve("incoming"));
        var store = new DirectoryBlobStore(root, locked(root.resolve("lock")));
        store.sweep();
        return store;
    }

    /** A random name of this directory that stays; made when first asked for. */
    String identity() throws IOException {
        var file = root.resolve("machine");
        if (Files.notExists(file)) {
            var fresh = Files.writeString(
                    root.resolve("machine.new"), UUID.randomUUID().toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            force(root);
        }
        return Files.readString(file);
    }

    @Override
    public Incoming receive() throws IOException {
        return receive((finished, name) -> {});
    }

    /** @param before done to the finished file before it is kept here; when it fails, nothing is */
    Incoming receive(Incoming.Shelf before) throws IOException {
        return new Incoming(incoming.resolve(UUID.randomUUID() + ".part"), (finished, name) -> {
            before.take(finished, name);
            shelve(finished, name);
        });
    }

    @Override
    public Optional<Path> find(Sha256 sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile);
    }

    @Override
    public boolean verify(Sha256 sha256) throws IOException {
        var found = find(sha256);
        return found.isPresent() && Sha256.of(found.get()).equals(sha256);
    }

    @Override
    public void remove(Sha256 sha256) throws IOException {
        if (Files.deleteIfExists(place(sha256))) {
            force(shelf(sha256));
        }
    }

    @Override
    public List<Sha256> keptBefore(Instant limit) throws IOException {
        var found = new ArrayList<Sha256>();
        try (var shelves = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
            for (var shelf : shelves) {
                try (var files = Files.newDirectoryStream(shelf)) {
                    for (var file : files) {
                        if (isOlder(file, limit)) {
                            found.add(new Sha256(file.getFileName().toString()));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isOlder(Path file, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
        } catch (NoSuchFileException meanwhile) {
            return false;
        }
    }

    @Override
    public boolean refresh(Sha256 sha256) throws IOException {
        order.lock();
        try {
            Files.setLastModifiedTime(place(sha256), FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException missing) {
            return false;
        } finally {
            order.unlock();
        }
    }

    @Override
    public boolean removeKeptBefore(Sha256 sha256, Instant limit) throws IOException {
        order.lock();
        try {
            if (!isOlder(place(sha256), limit)) {
                return false;
            }
            Files.delete(place(sha256));
        } finally {
            order.unlock();
        }
        force(shelf(sha256));
        return true;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Also when the name is already there: the same bytes again heal a damaged file. */
    private void shelve(Path finished, Sha256 name) throws IOException {
        var place = place(name);
        var shelf = shelf(name);
        if (Files.notExists(shelf)) {
            Files.createDirectories(shelf);
            force(root);
        }
        order.lock();
        try {
            Files.setLastModifiedTime(finished, FileTime.from(Instant.now()));
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            order.unlock();
        }
        force(shelf);
    }

    private Path place(Sha256 sha256) {
        return shelf(sha256).resolve(sha256.hex());
    }

    private Path shelf(Sha256 sha256) {
        return root.resolve(sha256.hex().substring(0, 2));
    }

    private void sweep() throws IOException {
        try (var orphans = Files.newDirectoryStream(incoming)) {
            for (var orphan : orphans) {
                LOG.info("swept {} bytes of an interrupted upload", Files.size(orphan));
                Files.delete(orphan);
            }
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException openHere) {
            channel.close();
            throw new IOException("opened twice: " + path, openHere);
        }
        channel.close();
        throw new IOException("another process has it open: " + path);
    }

    /** A rename is durable only when its directory is. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
