package plenum.server.renditions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import plenum.server.platform.Json;

/** The words on each page: a JSON string a line, in NFC, with the line breaks of the page. */
final class TextOfPages {
    private static final int MOST_CHARS_OF_A_PAGE = 100_000;
    private static final int MOST_CHARS = 24_000_000;

    private TextOfPages() {}

    /** Pages before one that kills or stops us stay written. */
    static void write(Path original, Path target) throws IOException {
        try (var document = Pdf.open(original);
                var out = Files.newBufferedWriter(target)) {
            var stripper = new PDFTextStripper();
            var left = MOST_CHARS;
            for (var page = 1; page <= document.getNumberOfPages() && left > 0; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = Normalizer.normalize(words(stripper, document, page), Normalizer.Form.NFC);
                var kept = text.substring(0, Math.min(text.length(), Math.min(left, MOST_CHARS_OF_A_PAGE)));
                left -= kept.length();
                out.write(Json.text(kept));
                out.write('\n');
                out.flush();
            }
        }
    }

    private static String words(PDFTextStripper stripper, PDDocument document, int page) {
        try {
            if (!PageWeight.bearable(document.getPage(page - 1))) {
                return "";
            }
            return stripper.getText(document).replaceAll("[\\p{C}&&[^\\n]]", "").strip();
        } catch (IOException | RuntimeException unreadable) {
            return ""; // a page whose fonts are broken still shows as a picture
        }
    }

    /** The pages whose lines are whole; a child that was killed leaves half a line. */
    static Stream<String> read(Path file) throws IOException {
        return Files.lines(file, StandardCharsets.UTF_8).flatMap(line -> text(line).stream());
    }

    private static Optional<String> text(String line) {
        return line.endsWith("\"") && line.length() > 1
                ? Optional.of(Json.tree(line).asText())
                : Optional.empty();
    }
}
