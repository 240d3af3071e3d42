package plenum.server.agenda;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PaperId;

/**
 * A PDF attached to an item.
 *
 * @param number number and symbol, for example 125/TTr-UBND
 * @param sha256 64 lower-case hexadecimal digits, names the stored bytes
 */
public record Paper(
        PaperId paperId,
        String title,
        PaperKind kind,
        @Nullable String number,
        int pages,
        long bytes,
        String sha256,
        String fileName,
        Instant attachedAt) {

    Paper renamed(String newTitle, PaperKind newKind, @Nullable String newNumber) {
        return new Paper(paperId, newTitle, newKind, newNumber, pages, bytes, sha256, fileName, attachedAt);
    }
}
