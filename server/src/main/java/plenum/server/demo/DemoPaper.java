package plenum.server.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Supplier;
import plenum.server.form.OfficialDocument;
import plenum.server.form.Press;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/**
 * A paper of the session.
 *
 * @param number its number and symbol ("512/TTr-UBND"); empty for a draft, which has none yet
 * @param fileName ASCII, ends in .pdf
 * @param content composed anew at each call
 */
public record DemoPaper(
        PaperId id,
        ItemId item,
        PaperKind kind,
        String title,
        String number,
        LocalDate date,
        String fileName,
        Supplier<OfficialDocument> content) {

    /** The file; the same bytes at every call. A hundred pages take about half a second. */
    public byte[] pdf() {
        return pdf(new Press());
    }

    /** The file, printed with fonts that are already read. */
    byte[] pdf(Press press) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            press.print(content.get(), out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
