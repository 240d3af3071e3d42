package plenum.server.documents;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.renditions.Renditions;

/** Chooses between a paper as it was uploaded, its reading copy, and a reader's own copy. */
public final class Copies {
    private final Renditions renditions;
    private final Watermarks watermarks;

    public Copies(Renditions renditions, Watermarks watermarks) {
        this.renditions = renditions;
        this.watermarks = watermarks;
    }

    /**
     * What the reader may get: of a watermarked paper the own copy, whatever was asked for.
     *
     * @param asUploaded the original rather than the reading copy
     */
    StoredPaper given(StoredPaper original, PersonId reader, boolean asUploaded, @Nullable String ifRange) {
        if (original.watermarked()) {
            return watermarks.of(original, reader, ifRange);
        }
        return asUploaded ? original : read(original, ifRange);
    }

    /**
     * The reading copy where there is one.
     *
     * @param ifRange tag of the bytes that the client has begun to fetch: it gets the same to the end
     */
    private StoredPaper read(StoredPaper original, @Nullable String ifRange) {
        var made = renditions.find(original.sha256());
        if (made.isEmpty()) {
            renditions.want(original.sha256());
            return original;
        }
        if (ifRange != null && new EntityTag(original.sha256()).allowsRange(ifRange)) {
            return original;
        }
        return renditions
                .copy(original.sha256())
                .map(copy -> new StoredPaper(copy.file(), copy.bytes(), copy.sha256(), original.fileName(), false))
                .orElse(original);
    }
}
