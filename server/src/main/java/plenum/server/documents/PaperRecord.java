package plenum.server.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * What is kept of an upload besides its bytes. The hall says which papers a session shows; this says who brought which
 * bytes, also after the paper was detached.
 *
 * @param itemId where it was attached first
 * @param sha256 64 hexadecimal digits
 * @param version 2 or more; absent for the first
 */
record PaperRecord(
        SessionId sessionId,
        PaperId paperId,
        ItemId itemId,
        String sha256,
        long bytes,
        int pages,
        String fileName,
        PersonId by,
        Instant at,
        @Nullable Integer version) {}
