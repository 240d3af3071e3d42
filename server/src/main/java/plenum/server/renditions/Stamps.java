package plenum.server.renditions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import plenum.server.platform.Sha256;

/** Copies of PDFs with words across every page, made when they are asked for. Thread-safe; calls block. */
public final class Stamps implements Closeable {
    private final MadeFiles files;

    private Stamps(MadeFiles files) {
        this.files = files;
    }

    /** A copy that can be sent. */
    public record Stamped(Path file, long bytes, Sha256 sha256) {
        private static Stamped of(MadeFiles.Made made) {
            return new Stamped(made.file(), made.bytes(), made.sha256());
        }
    }

    /** Forgets what an earlier server has kept there. */
    public static Stamps open(Path directory, long mostBytes) throws IOException {
        return new Stamps(MadeFiles.open(directory, mostBytes, "stamps"));
    }

    /** Only when it is there already. */
    public Optional<Stamped> kept(Sha256 original, String words) {
        return files.kept(key(original, words)).map(Stamped::of);
    }

    /** Empty when the child could not write it. */
    public Optional<Stamped> get(Path file, Sha256 original, String words) throws IOException {
        return files.get(key(original, words), "stamp", file, plain(words)).map(Stamped::of);
    }

    private static String key(Sha256 original, String words) {
        return original.hex() + "-"
                + Sha256.of(words.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    private static String plain(String words) {
        return words.replaceAll("\\p{C}+", " ");
    }

    @Override
    public void close() {
        files.close();
    }
}
