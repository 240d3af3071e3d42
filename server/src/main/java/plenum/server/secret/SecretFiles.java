package plenum.server.secret;

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
import java.util.regex.Pattern;

/**
 * A directory with one secret a file, for the process's own user only. It belongs into no backup, and into memory or
 * onto an encrypted volume: overwriting a file does not clean every disk.
 */
public final class SecretFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Path directory;
    private final String ending;

    private SecretFiles(Path directory, String ending) {
        this.directory = directory;
        this.ending = ending;
    }

    /** @param ending of the files' names: {@code .keys} */
    public static SecretFiles open(Path directory, String ending) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return new SecretFiles(directory, ending);
    }

    public Optional<String> get(String name) {
        var file = file(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whole or not at all, and on disk before it returns. */
    public void put(String name, String text) {
        var file = file(name);
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(directory, ".new-", ".tmp", mode);
            write(fresh, text.getBytes(StandardCharsets.US_ASCII));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Overwrites the file and removes it; twice is as good as once. */
    public void destroy(String name) {
        var file = file(name);
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

    private Path file(String name) {
        Texts.check(NAME, name);
        return directory.resolve(name + ending);
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
