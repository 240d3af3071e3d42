package plenum.server.minutes;

import java.time.Instant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * One printing of a session's minutes.
 *
 * @param version from 1, without gaps
 * @param seq last journal entry that is in it
 * @param journalHash of the batch that ends with {@code seq}, 64 hexadecimal digits
 * @param sha256 of the PDF, names its bytes in the blob store
 */
record MinutesVersion(
        SessionId sessionId,
        int version,
        Instant generatedAt,
        long seq,
        String journalHash,
        String sha256,
        int pages,
        long bytes,
        PersonId by) {}
