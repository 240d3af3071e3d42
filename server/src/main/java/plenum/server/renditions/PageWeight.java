package plenum.server.renditions;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/**
 * How much must be read to draw a page: what it is drawn with, not its pictures. A page that unpacks to hundreds of
 * megabytes of nothing is drawn by nobody in any time.
 */
final class PageWeight {
    private static final long MOST_BYTES = 48L << 20;
    private static final int MOST_FORMS = 500;

    private final byte[] piece = new byte[64 * 1024];
    private final ArrayDeque<PDResources> ahead = new ArrayDeque<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long bytes;

    private PageWeight() {}

    static boolean bearable(PDPage page) throws IOException {
        return new PageWeight().weigh(page) <= MOST_BYTES;
    }

    private long weigh(PDPage page) throws IOException {
        try (var contents = page.getContents()) {
            count(contents);
        }
        look(page.getResources());
        while (!ahead.isEmpty() && bytes <= MOST_BYTES && seen.size() < MOST_FORMS) {
            forms(ahead.removeFirst());
        }
        return bytes;
    }

    private void look(@Nullable PDResources resources) {
        if (resources != null && seen.add(resources.getCOSObject())) {
            ahead.addLast(resources);
        }
    }

    private void forms(PDResources resources) throws IOException {
        for (var name : resources.getXObjectNames()) {
            if (!resources.isImageXObject(name)
                    && resources.getXObject(name) instanceof PDFormXObject form
                    && seen.add(form.getCOSObject())) {
                try (var contents = form.getContents()) {
                    count(contents);
                }
                look(form.getResources());
            }
        }
    }

    private void count(@Nullable InputStream contents) throws IOException {
        if (contents == null) {
            return;
        }
        for (var read = contents.read(piece); read >= 0 && bytes <= MOST_BYTES; read = contents.read(piece)) {
            bytes += read;
        }
    }
}
