package plenum.server.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The first and the last bytes of a file: what tells a PDF from other files and a whole one from a cut one. */
final class PdfEnds {
    private static final int HEAD_BYTES = 1024;
    private static final int TAIL_BYTES = 2048;
    private static final Pattern HEADER = Pattern.compile("%PDF-[12]\\.[0-9]");
    private static final Pattern TRAILER = Pattern.compile("startxref\\s+(\\d{1,12})\\s+%%EOF");

    private PdfEnds() {}

    /**
     * The header may stand within the first 1,024 bytes, the end mark within the last 2,048, as readers have it (ISO
     * 32000-2 annex I).
     */
    static void check(Path path) throws IOException, Unsound {
        try (var file = FileChannel.open(path)) {
            if (file.size() == 0) {
                throw new Unsound(PaperProblem.EMPTY, "0 bytes");
            }
            if (!HEADER.matcher(at(file, 0, HEAD_BYTES)).find()) {
                throw new Unsound(PaperProblem.NOT_A_PDF, "no %PDF- header");
            }
            checkEnd(file);
        }
    }

    private static void checkEnd(FileChannel file) throws IOException, Unsound {
        var trailer = TRAILER.matcher(at(file, Math.max(0, file.size() - TAIL_BYTES), TAIL_BYTES));
        if (!trailer.find()) {
            throw new Unsound(PaperProblem.DAMAGED, "no startxref and %%EOF at the end");
        }
        if (Long.parseLong(trailer.group(1)) >= file.size()) {
            throw new Unsound(PaperProblem.DAMAGED, "startxref points behind the end");
        }
    }

    private static String at(FileChannel file, long position, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
            continue;
        }
        return ISO_8859_1.decode(buffer.flip()).toString();
    }
}
