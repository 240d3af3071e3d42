package plenum.server.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The directory with the keys of the polls that are not over: a file each, for the ballot box's user only. It is kept
 * out of every backup; a poll whose file is gone can be read by nobody.
 */
final class Keystore {
    private final Path directory;

    private Keystore(Path directory) {
        this.directory = directory;
    }

    static Keystore open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return new Keystore(directory);
    }

    Optional<PollKeys> get(String poll) {
        var file = file(poll);
        try {
            return Files.exists(file) ? Optional.of(PollKeys.read(Files.readString(file))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** On disk before it returns. */
    void put(String poll, PollKeys keys) {
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(directory, ".new-", ".tmp", mode);
            write(fresh, keys.text().getBytes(StandardCharsets.US_ASCII));
            Files.move(fresh, file(poll), StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Overwrites the file and removes it; twice is as good as once. A disk may keep old blocks: keystores belong on an
     * encrypted volume or in memory that is lost with the power.
     */
    void destroy(String poll) {
        var file = file(poll);
        try {
            if (!Files.exists(file)) return;
            var noise = new byte[(int) Files.size(file)];
            new SecureRandom().nextBytes(noise);
            write(file, noise);
            Files.delete(file);
            force();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String poll) {
        return directory.resolve(poll + ".keys");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
    }

    private void force() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
