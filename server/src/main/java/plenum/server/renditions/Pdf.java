package plenum.server.renditions;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens PDFs in a child process. */
final class Pdf {
    private static final long MOST_DECODED_BYTES = 192L << 20;

    private Pdf() {}

    static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMainMemoryOnly(MOST_DECODED_BYTES).streamCache);
    }
}
