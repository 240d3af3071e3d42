package plenum.server.documents;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/**
 * What the secretary says about the file that is uploaded.
 *
 * @param announcedBytes what the request says of its length; absent when it does not
 * @param address from where it is uploaded, for the audit
 */
public record PaperWish(
        PaperId paperId,
        ItemId itemId,
        String title,
        PaperKind kind,
        @Nullable String number,
        FileName fileName,
        @Nullable Long announcedBytes,
        String address) {

    public PaperWish {
        title = clean(title);
        number = number == null || clean(number).isEmpty() ? null : clean(number);
        if (title.isEmpty()) {
            throw PaperProblem.BAD_TITLE.refusal("nothing readable in the title");
        }
    }

    private static String clean(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
    }
}
