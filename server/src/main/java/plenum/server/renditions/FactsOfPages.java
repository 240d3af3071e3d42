package plenum.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;
import plenum.server.platform.Json;
import plenum.server.renditions.PageFacts.Heading;
import plenum.server.renditions.PageFacts.PageSize;

/** Reads page sizes and outline. */
final class FactsOfPages {
    private static final int MOST_HEADINGS = 2_000;
    private static final int MOST_LEVELS = 6;
    private static final int MOST_CHARS = 300;

    private FactsOfPages() {}

    static void write(Path original, Path target) throws IOException {
        try (var document = Pdf.open(original)) {
            Files.write(target, Json.bytes(new PageFacts(sizes(document), outline(document))));
        }
    }

    private static List<PageSize> sizes(PDDocument document) {
        var sizes = new ArrayList<PageSize>();
        for (var page : document.getPages()) {
            sizes.add(size(page));
        }
        return sizes;
    }

    private static PageSize size(PDPage page) {
        var box = page.getCropBox();
        var upright = page.getRotation() % 180 == 0;
        var unit = page.getUserUnit();
        return upright
                ? new PageSize(box.getWidth() * unit, box.getHeight() * unit)
                : new PageSize(box.getHeight() * unit, box.getWidth() * unit);
    }

    private static List<Heading> outline(PDDocument document) {
        var headings = new ArrayList<Heading>();
        try {
            add(document.getDocumentCatalog().getDocumentOutline(), 1, document, headings);
        } catch (RuntimeException broken) {
            return List.of(); // a broken outline is no outline
        }
        return headings;
    }

    /** An outline that bites its tail ends at the bound. */
    private static void add(@Nullable PDOutlineNode node, int level, PDDocument document, List<Heading> headings) {
        if (node == null || level > MOST_LEVELS) {
            return;
        }
        for (var item : node.children()) {
            if (headings.size() >= MOST_HEADINGS) {
                return;
            }
            var title = clean(item.getTitle());
            if (!title.isEmpty()) {
                headings.add(new Heading(title, level, page(item, document)));
            }
            add(item, level + 1, document, headings);
        }
    }

    private static @Nullable Integer page(PDOutlineItem item, PDDocument document) {
        try {
            var page = item.findDestinationPage(document);
            var index = page == null ? -1 : document.getPages().indexOf(page);
            return index < 0 ? null : index + 1;
        } catch (IOException | RuntimeException nowhere) {
            return null;
        }
    }

    private static String clean(@Nullable String words) {
        if (words == null) {
            return "";
        }
        var line = Normalizer.normalize(words, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
        return line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) : line;
    }
}
