package plenum.server.renditions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Sha256;

/** Pages as pictures of at most {@value PageImage#MOST_BYTES} bytes, for thin lines. Thread-safe; calls block. */
public final class PageImages implements Closeable {
    private final MadeFiles files;
    private final Renditions renditions;
    private final BlobStore blobs;

    private PageImages(MadeFiles files, Renditions renditions, BlobStore blobs) {
        this.files = files;
        this.renditions = renditions;
        this.blobs = blobs;
    }

    /** A picture that can be sent. */
    public record Picture(Path file, long bytes) {}

    /** Forgets what an earlier server has kept there. */
    public static PageImages open(Path directory, long mostBytes, Renditions renditions, BlobStore blobs)
            throws IOException {
        return new PageImages(MadeFiles.open(directory, mostBytes, "page-images"), renditions, blobs);
    }

    /** Empty when there is no such page, or it cannot be drawn. @param page from 1 */
    public Optional<Picture> get(Sha256 original, int page) throws IOException {
        var copy = renditions.copy(original);
        var pdf = copy.isPresent() ? copy.map(Renditions.Copy::file) : blobs.find(original);
        if (pdf.isEmpty()) {
            return Optional.empty();
        }
        return files.get(original.hex() + "-" + page, "image", pdf.get(), Integer.toString(page))
                .map(made -> new Picture(made.file(), made.bytes()));
    }

    @Override
    public void close() {
        files.close();
    }
}
