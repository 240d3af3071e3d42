package plenum.server.documents;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PaperId;

/**
 * What is said about the file of a new version.
 *
 * @param version number of the version that it becomes, 2 or more
 * @param announcedBytes what the request says of its length; absent when it does not
 * @param address from where it is uploaded, for the audit
 */
public record VersionWish(
        PaperId paperId,
        int version,
        FileName fileName,
        @Nullable Long announcedBytes,
        String address) {}
