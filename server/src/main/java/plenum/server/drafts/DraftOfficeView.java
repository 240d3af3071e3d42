package plenum.server.drafts;

import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;

/** An office file that waits for a PDF in its place, as its unit sees it: schema DraftOfficeView. */
record DraftOfficeView(
        String sessionId,
        String draftId,
        String itemId,
        String unitId,
        String sha256,
        String fileName,
        long bytes,
        long at,
        PaperFacts facts,
        @Nullable String problem,
        @Nullable Integer revision) {

    /** @param revision of the draft whose file it is to replace; null: of none yet */
    static DraftOfficeView of(DraftOffice file, @Nullable Integer revision) {
        return new DraftOfficeView(
                file.sessionId().value(),
                file.draftId().value(),
                file.itemId().value(),
                file.unitId().value(),
                file.sha256(),
                file.fileName(),
                file.bytes(),
                file.at().toEpochMilli(),
                file.facts(),
                file.problem(),
                revision);
    }
}
