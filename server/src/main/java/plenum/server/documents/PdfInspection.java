package plenum.server.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Looks at a file's structure, never renders it. To be called in a child process only: a file may be made to kill it.
 */
final class PdfInspection {
    private static final long MOST_DECODED_BYTES = 96L << 20;

    private PdfInspection() {}

    static PdfVerdict of(Path file) throws IOException {
        try {
            PdfEnds.check(file);
            return new PdfVerdict.Sound(pages(file));
        } catch (Unsound unsound) {
            return unsound.verdict();
        } catch (StackOverflowError deep) {
            return new PdfVerdict.Unsound(PaperProblem.TOO_COMPLEX, "nested too deep");
        }
    }

    private static int pages(Path file) throws Unsound {
        var memory = MemoryUsageSetting.setupMainMemoryOnly(MOST_DECODED_BYTES);
        try (var document = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            if (document.isEncrypted()) {
                throw new Unsound(PaperProblem.ENCRYPTED, "encrypted with an empty password");
            }
            var trailer = document.getDocument().getTrailer();
            var catalogue = trailer.getCOSDictionary(COSName.ROOT);
            if (catalogue == null) {
                throw new Unsound(PaperProblem.DAMAGED, "no catalogue");
            }
            var pages = new PageTree().count(catalogue.getCOSDictionary(COSName.PAGES));
            new PdfWalk().from(trailer);
            return pages;
        } catch (InvalidPasswordException encrypted) {
            throw new Unsound(PaperProblem.ENCRYPTED, "encrypted with a password");
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
            throw new Unsound(
                    PaperProblem.DAMAGED, "unreadable: " + unreadable.getClass().getSimpleName());
        }
    }
}
