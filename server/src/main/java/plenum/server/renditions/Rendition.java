package plenum.server.renditions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.platform.Blob;
import plenum.server.platform.Sha256;

/**
 * What was made of the bytes of one PDF; each part is kept as a blob. A part that could not be made is absent.
 *
 * @param sha256 of the PDF as it was uploaded
 * @param maker version of the program that made it; an older one is made again
 * @param copy what is read instead of the original
 * @param facts a {@link PageFacts} in JSON
 * @param texts a JSON string a line, one for each page from the first on
 * @param thumbnails JPEG pictures one after another, see {@link Thumbnails}
 * @param unfinished parts for which the time was too short or that killed their child: {@code copy}, {@code facts},
 *     {@code texts}, {@code thumbnails}; absent when all that can be made is made
 * @param tries how often it was made; absent: once
 */
public record Rendition(
        String sha256,
        int maker,
        @Nullable Part copy,
        @Nullable Part facts,
        @Nullable Part texts,
        @Nullable Part thumbnails,
        @Nullable List<String> unfinished,
        @Nullable Integer tries) {
    public Rendition {
        unfinished = unfinished == null ? null : List.copyOf(unfinished);
    }

    /** Whether the words of all its pages are there that can be read. */
    public boolean hasAllWords() {
        return !lacks("texts");
    }

    boolean lacks(String part) {
        return unfinished != null && unfinished.contains(part);
    }

    int timesMade() {
        return tries == null ? 1 : tries;
    }

    /** @param sha256 name of the blob */
    public record Part(String sha256, long bytes) {
        static Part of(Blob blob) {
            return new Part(blob.sha256().hex(), blob.bytes());
        }

        public Sha256 name() {
            return new Sha256(sha256);
        }
    }
}
