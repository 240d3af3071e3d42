package plenum.server.documents;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.Reach;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Blob;

/**
 * Where a file is to become a version of a paper.
 *
 * @param version 1 for the first
 * @param told what is done with it now
 */
record Coming(
        SessionId sessionId,
        PaperId paperId,
        ItemId itemId,
        int version,
        @Nullable PaperFacts facts,
        @Nullable Reach reach,
        PersonId by,
        Consumer<Stage> told) {

    OfficeFile officeFile(Blob blob, FileName name, Instant at) {
        return new OfficeFile(
                sessionId,
                paperId,
                itemId,
                version,
                blob.sha256().hex(),
                blob.bytes(),
                name.value(),
                facts,
                reach,
                by,
                at,
                null,
                false);
    }
}
