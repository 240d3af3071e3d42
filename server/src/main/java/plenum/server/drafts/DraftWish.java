package plenum.server.drafts;

import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.documents.FileName;
import plenum.server.documents.PaperWish;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.UnitId;

/**
 * What a preparer says about the file that is uploaded.
 *
 * @param revision of the draft that it takes the place in; null: a new draft
 * @param announcedBytes what the request says of its length; null when it does not
 */
record DraftWish(
        PaperId draftId,
        ItemId itemId,
        UnitId unitId,
        PaperFacts facts,
        FileName fileName,
        @Nullable Integer revision,
        @Nullable Long announcedBytes,
        String address) {
    DraftWish {
        facts = PaperWish.cleaned(facts);
    }
}
