package plenum.server.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;

/**
 * An office file that a unit brought for a draft; kept byte for byte.
 *
 * @param sha256 64 hexadecimal digits
 * @param facts as they were said with it
 * @param problem code of what kept it from becoming a PDF; absent when nothing did, or when the server was stopped
 * @param pdf SHA-256 of the PDF that was made of it or took its place; absent until there is one
 */
record DraftOffice(
        SessionId sessionId,
        PaperId draftId,
        ItemId itemId,
        UnitId unitId,
        String sha256,
        long bytes,
        String fileName,
        PaperFacts facts,
        PersonId by,
        Instant at,
        @Nullable String problem,
        @Nullable String pdf) {

    DraftOffice failed(String code) {
        return new DraftOffice(sessionId, draftId, itemId, unitId, sha256, bytes, fileName, facts, by, at, code, null);
    }

    DraftOffice became(String madePdf) {
        return new DraftOffice(
                sessionId, draftId, itemId, unitId, sha256, bytes, fileName, facts, by, at, null, madePdf);
    }

    String key() {
        return key(sessionId, draftId, sha256);
    }

    static String key(SessionId session, PaperId draft, String sha256) {
        return Draft.key(session, draft) + ":" + sha256;
    }
}
