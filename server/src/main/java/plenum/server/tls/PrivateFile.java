package plenum.server.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files that appear whole or not at all, on disk before the call returns, with their mode from the first byte.
 */
final class PrivateFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private PrivateFile() {}

    static void directory(Path path) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, DIRECTORY);
    }

    /** Mode 600. */
    static void writeSecret(Path path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.US_ASCII), OWNER_ONLY);
    }

    /** Mode 644. */
    static void writePublic(Path path, byte[] content) throws IOException {
        write(path, content, READABLE);
    }

    private static void write(Path path, byte[] content, Set<PosixFilePermission> mode) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(directory, ".new-", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            Files.setPosixFilePermissions(fresh, mode);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
