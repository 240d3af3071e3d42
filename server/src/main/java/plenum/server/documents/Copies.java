package plenum.server.documents;

import org.jspecify.annotations.Nullable;
import plenum.server.renditions.Renditions;

/** Chooses between a paper as it was uploaded and its reading copy. */
final class Copies {
    private final Renditions renditions;

    Copies(Renditions renditions) {
        this.renditions = renditions;
    }

    /**
     * The reading copy where there is one.
     *
     * @param ifRange tag of the bytes that the client has begun to fetch: it gets the same to the end
     */
    StoredPaper read(StoredPaper original, @Nullable String ifRange) {
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
                .map(copy -> new StoredPaper(copy.file(), copy.bytes(), copy.sha256(), original.fileName()))
                .orElse(original);
    }
}
