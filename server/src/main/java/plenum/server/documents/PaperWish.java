package plenum.server.documents;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.Reach;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/**
 * What the secretary says about the file that is uploaded.
 *
 * @param reach for whom it is from the first moment
 * @param announcedBytes what the request says of its length; absent when it does not
 * @param address from where it is uploaded, for the audit
 */
public record PaperWish(
        PaperId paperId,
        ItemId itemId,
        PaperFacts facts,
        Reach reach,
        FileName fileName,
        @Nullable Long announcedBytes,
        String address) {

    public PaperWish {
        facts = cleaned(facts);
    }

    /** NFC, no invisible characters, nothing empty. Refusal BAD_TITLE when nothing readable is left of the title. */
    public static PaperFacts cleaned(PaperFacts given) {
        var title = clean(given.title());
        if (title.isEmpty()) {
            throw PaperProblem.BAD_TITLE.refusal("nothing readable in the title");
        }
        return new PaperFacts(
                title,
                given.kind(),
                cleanOrNone(given.number()),
                cleanOrNone(given.issuer()),
                cleanOrNone(given.summary()));
    }

    private static @Nullable String cleanOrNone(@Nullable String words) {
        return words == null || clean(words).isEmpty() ? null : clean(words);
    }

    private static String clean(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
    }
}
