package plenum.server.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.Reach;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * The office file that a version of a paper was, or was to be, made of; kept byte for byte.
 *
 * @param version 1 for the first
 * @param sha256 64 hexadecimal digits
 * @param facts as they were said of a first version that is not there yet
 * @param reach the same
 * @param problem code of what kept it from becoming a PDF; absent when nothing did, or when the server was stopped
 * @param attached whether the version is there
 */
record OfficeFile(
        SessionId sessionId,
        PaperId paperId,
        ItemId itemId,
        int version,
        String sha256,
        long bytes,
        String fileName,
        @Nullable PaperFacts facts,
        @Nullable Reach reach,
        PersonId by,
        Instant at,
        @Nullable String problem,
        boolean attached) {

    OfficeFile failed(String code) {
        return new OfficeFile(
                sessionId, paperId, itemId, version, sha256, bytes, fileName, facts, reach, by, at, code, false);
    }

    OfficeFile attachedNow() {
        return new OfficeFile(
                sessionId, paperId, itemId, version, sha256, bytes, fileName, null, null, by, at, null, true);
    }
}
